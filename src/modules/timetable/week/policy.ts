import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import { mayChangeTimetable } from '../changes/policy.ts';

/** The timetable of the school is read by everybody who works there; families read their own in the diary. */
export const timetablePolicy = {
  fence: (actor: Actor): Fence | null =>
    worksHere(actor) ? { schoolId: actor.schoolId, studentIds: [] } : null,
  may: () => true,
};

export function worksHere(actor: Actor): boolean {
  return actor.roles.length > 0 || actor.homeroomClassIds.length > 0;
}

/** The first values of every statement that shows lessons. */
export function readerValues(actor: Actor, now: Date): readonly [number, string, boolean] {
  return [actor.schoolId, now.toISOString(), mayChangeTimetable(actor)];
}
