import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

const readers: readonly StaffRole[] = ['secretary', 'deputyHead', 'principal', 'schoolAdmin'];
const office: readonly StaffRole[] = ['secretary', 'schoolAdmin'];

const holds = ({ roles }: Actor, wanted: readonly StaffRole[]) => roles.some((role) => wanted.includes(role));
const leads = (actor: Actor, classId: string) => actor.homeroomClassIds.includes(classId);
const wholeSchool = ({ schoolId }: Actor): Fence => ({ schoolId, studentIds: '*' });

export const isSchoolAdmin = ({ roles }: Actor) => roles.includes('schoolAdmin');

/** Families of a class get their slips from its homeroom teacher or the office. */
export function mayIssueForClass(actor: Actor, classId: string): boolean {
  return leads(actor, classId) || holds(actor, office);
}

type OfClass = { readonly classId: string };

const classFence = (actor: Actor, { classId }: OfClass): Fence | null =>
  leads(actor, classId) || holds(actor, readers) ? wholeSchool(actor) : null;

export const readsClassAccess = { fence: classFence, may: () => true };
export const issuesClassSlips = {
  fence: classFence,
  may: (actor: Actor, { classId }: OfClass) => mayIssueForClass(actor, classId),
};

const staffFence = (actor: Actor): Fence | null => (holds(actor, readers) ? wholeSchool(actor) : null);

export const readsStaffAccess = { fence: staffFence, may: () => true };
/** A slip of a teacher opens journals: the administrator alone hands them out. */
export const issuesStaffSlips = { fence: staffFence, may: isSchoolAdmin };
