import type { RosterChangedName } from '#modules/roster/events.ts';

/** What the office's pages follow. */
export const rosterChanged: RosterChangedName = 'roster.rosterChanged';
