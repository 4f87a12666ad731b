import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

/** How far an actor reads one student's diary. */
export type DiaryReach = {
  /** The student's class must be one of these; null = any. Checked in the statement itself. */
  readonly classIds: readonly string[] | null;
  /** Illness is health data: others read «excused». */
  readonly mayKnowIllness: boolean;
  readonly isFamily: boolean;
};

const rolesOfTheWholeSchool: readonly StaffRole[] = ['schoolAdmin', 'principal', 'deputyHead'];

/**
 * Who reads a diary: the student, a guardian with the scope `marks`, the homeroom teacher of the
 * student's class, the administration of the school. Null for everybody else. The family's way needs
 * nothing but the actor.
 */
export function diaryReach(actor: Actor, studentId: string): DiaryReach | null {
  const own = actor.students.find((student) => student.studentId === studentId);
  if (own?.scope.includes('marks') === true) {
    return { classIds: null, mayKnowIllness: true, isFamily: true };
  }
  if (actor.homeroomClassIds.length > 0 && !isOfTheAdministration(actor)) {
    return { classIds: actor.homeroomClassIds, mayKnowIllness: true, isFamily: false };
  }
  if (isOfTheAdministration(actor)) return { classIds: null, mayKnowIllness: false, isFamily: false };
  return null;
}

/** The policy of every endpoint and page of one student's diary; who may not read it gets 404. */
export const diaryPolicy = {
  fence: (actor: Actor, params: { readonly studentId: string }): Fence | null =>
    mayReadDiary(actor, params.studentId)
      ? { schoolId: actor.schoolId, studentIds: [params.studentId] }
      : null,
  may: mayRead,
};

export function mayReadDiary(actor: Actor, studentId: string): boolean {
  return diaryReach(actor, studentId) !== null;
}

/** The fence has already turned away everybody else with 404. */
function mayRead(actor: Actor, params: { readonly studentId: string }): boolean {
  return mayReadDiary(actor, params.studentId);
}

function isOfTheAdministration(actor: Actor): boolean {
  return actor.roles.some((role) => rolesOfTheWholeSchool.includes(role));
}
