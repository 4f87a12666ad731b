import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

const rolesThatChange: readonly StaffRole[] = ['deputyHead', 'principal', 'schoolAdmin'];

/** Those who lead the school change its timetable; all others who work there only read it. */
export function mayChangeTimetable(actor: Actor): boolean {
  return actor.roles.some((role) => rolesThatChange.includes(role));
}

/** Who works here sees that there is a timetable and gets 403; everybody else 404. */
export const changesPolicy = {
  fence: (actor: Actor): Fence | null =>
    actor.roles.length > 0 || actor.homeroomClassIds.length > 0
      ? { schoolId: actor.schoolId, studentIds: '*' }
      : null,
  may: mayChangeTimetable,
};
