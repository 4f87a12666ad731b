import type { Actor } from '#platform/actor.ts';
import type { Refusal } from '#platform/problem.ts';
import type { AnyTx } from '#platform/serve.ts';
import { journalFence, readsWholeSchool } from '../pages/policy.ts';
import { studentOfClass } from './queries.ts';

export type StudentRow = {
  /** Classes the student is in today, or was in last. */
  readonly classIds: readonly string[];
  readonly stays: readonly { readonly startDate: string; readonly endDate: string | null }[];
  readonly pageIds: readonly string[];
};

/**
 * Why a student was away is said by the homeroom teacher of the class alone. Those who lead the school see that there is
 * a reason and may not write it; to everybody else the student is not there.
 */
export const absenceReasonPolicy = {
  fence: journalFence,
  async load(
    tx: AnyTx,
    { schoolId, studentId }: { readonly schoolId: number; readonly studentId: string },
  ): Promise<StudentRow | null> {
    const text = await tx.text(studentOfClass, [schoolId, studentId]);
    return text === null ? null : (JSON.parse(text) as StudentRow);
  },
  may(actor: Actor, { classIds }: StudentRow): boolean | Refusal {
    if (classIds.some((id) => actor.homeroomClassIds.includes(id))) return true;
    return readsWholeSchool(actor) ? false : { code: 'notFound' };
  },
};
