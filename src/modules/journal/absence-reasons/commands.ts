import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { BodyOf } from '#platform/contract.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, studentTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { absenceReasonSet, type AbsenceReasonSet } from '../events.ts';
import type { setAbsenceReason } from './contract.ts';
import type { StudentRow } from './policy.ts';
import { currentReason, writeReason } from './queries.ts';
import { spanFault } from './rules.ts';

export type ReasonWanted = {
  readonly student: StudentRow;
  readonly studentId: string;
  readonly reasonId: string;
  readonly wanted: BodyOf<typeof setAbsenceReason>;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/**
 * Says why a student is away, changes it or takes it back. Throws the codes of the days, and `absence.changedMeanwhile`
 * with what stands there. The audit names days and student and never the reason: illness is health data.
 */
export async function putAbsenceReason(
  tx: AnyTx,
  actor: Actor,
  { student, studentId, reasonId, wanted, key, now }: ReasonWanted,
): Promise<{ readonly version: number }> {
  const before = await claimKey<{ version: number }>(tx, actor, key);
  if (before) return before;
  const fault = wanted.isEnded ? null : spanFault(wanted, student.stays);
  if (fault) refuse(fault);
  const note = wanted.note?.trim() ?? '';
  const [written] = await tx.rows<{ version: number }>(writeReason, [
    actor.schoolId,
    reasonId,
    studentId,
    wanted.startDate,
    wanted.endDate,
    wanted.reason,
    note === '' ? null : note,
    wanted.isEnded,
    wanted.expected,
    actor.personId,
    actor.sessionId,
    now.toISOString(),
  ]);
  if (!written) {
    const [current] = await tx.rows(currentReason, [actor.schoolId, reasonId, studentId]);
    refuse('absence.changedMeanwhile', { current: current ?? null });
  }
  const { startDate, endDate, isEnded } = wanted;
  const subject = { reasonId, studentId, startDate, endDate, isEnded, version: written.version };
  const payload: AbsenceReasonSet = { ...subject, classIds: student.classIds, pageIds: student.pageIds };
  await recordAct(tx, { ...actor, action: key.endpoint, subject });
  await announce(tx, {
    name: absenceReasonSet,
    topics: [
      studentTopic(studentId),
      ...student.classIds.map((id) => classTopic(id)),
      ...student.pageIds.map((id) => pageTopic(id)),
    ],
    payload,
  });
  const result = { version: written.version };
  await keepResult(tx, actor, { key, result });
  return result;
}
