import type { RosterChangedName } from '#modules/roster/events.ts';
import type { ConsentsChangedName } from '../../events.ts';

const rosterChanged: RosterChangedName = 'roster.rosterChanged';
const consentsChanged: ConsentsChangedName = 'consents.consentsChanged';

/** What the school’s pages of consents follow. */
export const follows: readonly string[] = [consentsChanged, rosterChanged];
