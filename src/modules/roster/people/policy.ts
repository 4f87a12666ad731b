import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

/** The office and those who lead the school; a homeroom teacher meets the own class alone. */
const readers: readonly StaffRole[] = ['secretary', 'deputyHead', 'principal', 'schoolAdmin'];
const writers: readonly StaffRole[] = ['secretary', 'schoolAdmin'];

/** Null = 404: whoever is not of the office does not learn that there is such a page. */
export function peopleFence(actor: Actor): Fence | null {
  return holds(actor, readers) ? { schoolId: actor.schoolId, studentIds: '*' } : null;
}

export function mayWritePeople(actor: Actor): boolean {
  return holds(actor, writers);
}

export const readsPeople = { fence: peopleFence, may: () => true };
/** One class: also its homeroom teacher of today. */
export const readsClass = {
  fence: (actor: Actor, { classId }: { readonly classId: string }): Fence | null =>
    actor.homeroomClassIds.includes(classId)
      ? { schoolId: actor.schoolId, studentIds: '*' }
      : peopleFence(actor),
  may: () => true,
};
export const writesPeople = { fence: peopleFence, may: mayWritePeople };

const holds = ({ roles }: Actor, wanted: readonly StaffRole[]) => roles.some((role) => wanted.includes(role));
