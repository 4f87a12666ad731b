import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import type { Refusal } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { type LessonToGiveAt, lessonToGiveAt } from './queries.ts';

const rolesOfTheWholeSchool: readonly StaffRole[] = ['schoolAdmin', 'principal', 'deputyHead'];

/**
 * Homework is given by who teaches the page today, and by the substitute at its own lesson. Who reads the page gets 403,
 * everybody else 404.
 */
export const homeworkPolicy = {
  fence: (actor: Actor): Fence | null =>
    actor.roles.length > 0 || actor.homeroomClassIds.length > 0
      ? { schoolId: actor.schoolId, studentIds: '*' }
      : null,
  load: (tx: AnyTx, { schoolId, lessonId }: { readonly schoolId: number; readonly lessonId: string }) =>
    lessonToGiveAt(tx, schoolId, lessonId),
  may(actor: Actor, lesson: LessonToGiveAt): boolean | Refusal {
    if (mayGiveHomework(actor, lesson)) return true;
    return readsPage(actor, lesson) ? false : { code: 'notFound' };
  },
};

export function mayGiveHomework(
  actor: Actor,
  { teacherId, teachers }: Pick<LessonToGiveAt, 'teacherId' | 'teachers'>,
): boolean {
  return (
    teacherId === actor.personId ||
    teachers.some(
      ({ staffId, startDate, endDate }) =>
        staffId === actor.personId &&
        startDate <= actor.today &&
        (endDate === null || actor.today <= endDate),
    )
  );
}

export function readsPage(
  actor: Actor,
  { classes }: { readonly classes: readonly { readonly id: string }[] },
): boolean {
  return (
    actor.roles.some((role) => rolesOfTheWholeSchool.includes(role)) ||
    classes.some(({ id }) => actor.homeroomClassIds.includes(id))
  );
}
