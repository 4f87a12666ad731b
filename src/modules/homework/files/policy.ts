import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import type { Refusal } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { homeworkPolicy, mayGiveHomework, readsPage } from '../assignments/policy.ts';
import { type LessonToGiveAt, lessonToGiveAt } from '../assignments/queries.ts';
import { type FileToRead, fileToRead } from './queries.ts';

/** Files are attached and taken off by whoever gives the homework. */
export const attachesFiles = homeworkPolicy;

type Copied = { readonly lesson: LessonToGiveAt; readonly from: LessonToGiveAt };

/** Both lessons must be one's own: the one copied to as for giving homework, the one copied from likewise. */
export const copiesFiles = {
  fence: homeworkPolicy.fence,
  async load(
    tx: AnyTx,
    { schoolId, lessonId }: { readonly schoolId: number; readonly lessonId: string },
    { fromLessonId }: { readonly fromLessonId: string },
  ): Promise<Copied | null> {
    const lesson = await lessonToGiveAt(tx, schoolId, lessonId);
    const from = await lessonToGiveAt(tx, schoolId, fromLessonId);
    return lesson && from ? { lesson, from } : null;
  },
  may(actor: Actor, { lesson, from }: Copied): boolean | Refusal {
    const verdict = homeworkPolicy.may(actor, lesson);
    return verdict === true ? mayGiveHomework(actor, from) || { code: 'notFound' } : verdict;
  },
};

const familyOf = ({ students }: Actor) => students.filter(({ scope }) => scope.includes('marks'));

/**
 * A file is read by who reads its homework: whoever gives it, who reads the journal page, and the student and guardians
 * in whose diary it stands. Nobody else learns that it is there.
 */
export const readsFile = {
  fence(actor: Actor): Fence | null {
    const asStaff = homeworkPolicy.fence(actor);
    const studentIds = familyOf(actor).map(({ studentId }) => studentId);
    return asStaff ?? (studentIds.length > 0 ? { schoolId: actor.schoolId, studentIds } : null);
  },
  load: (tx: AnyTx, { schoolId, fileId }: { readonly schoolId: number; readonly fileId: string }) =>
    fileToRead(tx, schoolId, fileId),
  may: (actor: Actor, file: FileToRead): boolean | Refusal =>
    readsAsStaff(actor, file) || readsAsFamily(actor, file) || { code: 'notFound' },
};

/** Staff see homework before it is published. */
export function readsAsStaff(actor: Actor, file: FileToRead): boolean {
  return mayGiveHomework(actor, file) || readsPage(actor, file);
}

function readsAsFamily(actor: Actor, { studentIds }: FileToRead): boolean {
  return familyOf(actor).some(({ studentId }) => studentIds.includes(studentId));
}
