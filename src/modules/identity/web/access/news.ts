import type { RosterChangedName } from '#modules/roster/events.ts';

/** What the pages of access follow. */
export const rosterChanged: RosterChangedName = 'roster.rosterChanged';
