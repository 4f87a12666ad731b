import type { Actor } from '#platform/actor.ts';
import { mayWritePeople, readsClass, readsPeople } from '#modules/roster/index.ts';

export const isSchoolAdmin = ({ roles }: Actor) => roles.includes('schoolAdmin');

/** Families of a class get their slips from its homeroom teacher or the office. */
export function mayIssueForClass(actor: Actor, classId: string): boolean {
  return actor.homeroomClassIds.includes(classId) || mayWritePeople(actor);
}

/** Who reads a class reads who of it signs in. */
export const readsClassAccess = readsClass;
export const issuesClassSlips = {
  fence: readsClass.fence,
  may: (actor: Actor, { classId }: { readonly classId: string }) => mayIssueForClass(actor, classId),
};

export const readsStaffAccess = readsPeople;
/** A slip of a teacher opens journals: the administrator alone hands them out. */
export const issuesStaffSlips = { fence: readsPeople.fence, may: isSchoolAdmin };
