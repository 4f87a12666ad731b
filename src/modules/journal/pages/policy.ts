import type { Actor, StaffRole } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import type { Refusal } from '#platform/problem.ts';

/** The administration reads every page and writes on none: marks are never edited silently from above. */
const rolesOfTheWholeSchool: readonly StaffRole[] = ['schoolAdmin', 'principal', 'deputyHead'];

/** Journal pages are the staff's; students and guardians read the diary. Null = 404. */
export function journalFence(actor: Actor): Fence | null {
  const isStaff = actor.roles.length > 0 || actor.homeroomClassIds.length > 0;
  return isStaff ? { schoolId: actor.schoolId, studentIds: '*' } : null;
}

/** The key of the lock under which a school's grading periods are locked and opened. */
export const periodLocksKey = 170;

/** For what is written: periods stay as they are, locked or open, until the transaction ends. */
export function journalWriteFence(actor: Actor): Fence | null {
  const fence = journalFence(actor);
  return fence && { ...fence, shares: periodLocksKey };
}

/** Which pages the actor reads, as parameters of the page statements: person, whole school, homeroom classes. */
export function pageReach(actor: Actor): readonly [string, boolean, readonly string[]] {
  return [actor.personId, readsWholeSchool(actor), actor.homeroomClassIds];
}

/** The policy of the reads: which pages, the statement itself decides by `pageReach`. */
export const pagePolicy = { fence: journalFence, may: () => true };

/** What policies know of a page and of the lessons a request names. */
export type PageRow = {
  readonly teachers: readonly {
    readonly staffId: string;
    readonly startDate: string;
    readonly endDate: string | null;
  }[];
  readonly classes: readonly { readonly id: string; readonly grade: number }[];
  readonly lessons: readonly { readonly teacherId: string | null }[];
};

/** Teaches the page today. */
export function teachesPage(actor: Actor, { teachers }: PageRow): boolean {
  return teachers.some(
    ({ staffId, startDate, endDate }) =>
      staffId === actor.personId && startDate <= actor.today && (endDate === null || actor.today <= endDate),
  );
}

/** Writes in a lesson: the page's teacher of today, or who stands in at this lesson, there only. */
export function teachesLesson(
  actor: Actor,
  row: PageRow,
  lesson: { readonly teacherId: string | null },
): boolean {
  return lesson.teacherId === actor.personId || teachesPage(actor, row);
}

/** Sees the page at all. */
export function mayReadPage(actor: Actor, row: PageRow): boolean {
  return (
    readsWholeSchool(actor) ||
    row.classes.some(({ id }) => actor.homeroomClassIds.includes(id)) ||
    row.lessons.some(({ teacherId }) => teacherId === actor.personId) ||
    teachesPage(actor, row)
  );
}

/** Writes in at least one lesson the request names; each cell is then decided by its own lesson. */
export function mayWriteLessons(actor: Actor, row: PageRow): boolean | Refusal {
  if (teachesPage(actor, row) || row.lessons.some((lesson) => teachesLesson(actor, row, lesson))) return true;
  return mayReadPage(actor, row) ? false : invisible;
}

/** Writes what belongs to the page as a whole. */
export function mayWritePage(actor: Actor, row: PageRow): boolean | Refusal {
  if (teachesPage(actor, row)) return true;
  return mayReadPage(actor, row) ? false : invisible;
}

/** Endpoints declare `notFound: 404`: what the actor cannot see is not there. */
const invisible: Refusal = { code: 'notFound' };

/** Leads the school. */
export function readsWholeSchool(actor: Actor): boolean {
  return actor.roles.some((role) => rolesOfTheWholeSchool.includes(role));
}
