import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';

type OfStudent = { readonly studentId: string };

const ownOf = ({ students }: Actor, { studentId }: OfStudent) =>
  students.find((student) => student.studentId === studentId && student.scope.includes('marks'));

/** The tick is the student's own word: a guardian sees it and gets 403, everybody else 404. */
export const tickPolicy = {
  fence: (actor: Actor, params: OfStudent): Fence | null =>
    ownOf(actor, params) ? { schoolId: actor.schoolId, studentIds: [params.studentId] } : null,
  may: (actor: Actor, params: OfStudent) => ownOf(actor, params)?.kinship === 'self',
};
