import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

const readers: readonly StaffRole[] = ['schoolAdmin', 'deputyHead', 'principal', 'secretary'];
const writers: readonly StaffRole[] = ['schoolAdmin', 'deputyHead'];

export const mayWriteSetUp = (actor: Actor) => holds(actor, writers);

/** The school's set-up: read by the office and those who lead the school; others do not learn that there is a page. */
export const readsSetUp = {
  fence: (actor: Actor): Fence | null =>
    holds(actor, readers) ? { schoolId: actor.schoolId, studentIds: '*' } : null,
  may: () => true,
};
export const writesSetUp = { ...readsSetUp, may: mayWriteSetUp };

const holds = ({ roles }: Actor, wanted: readonly StaffRole[]) => roles.some((role) => wanted.includes(role));
