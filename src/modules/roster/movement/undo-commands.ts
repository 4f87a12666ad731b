import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { updateMany } from '#platform/db/bulk.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import { type Moved, movementFacts } from './commands.ts';
import {
  changedSince,
  closeAdmission,
  holdStudent,
  type LastMovement,
  lastMovement,
  markUndone,
} from './queries.ts';
import { dayBefore } from './rules.ts';

/** How many entries a student has in groups from a day on: the module that keeps entries knows. */
export type CountEntries = (
  tx: AnyTx,
  of: { readonly studentId: string; readonly groupIds: readonly string[]; readonly from: string },
) => Promise<number>;

/**
 * Takes the last movement of a student back: memberships and admission stand as before it. Throws
 * `roster.notLastMovement`, `roster.changedSince` when another hand changed what it wrote, and `roster.entriesHang` when
 * lessons of the new groups already hold entries of the student.
 */
export async function undoMovement(
  tx: AnyTx,
  actor: Actor,
  wanted: {
    readonly studentId: string;
    readonly ordinal: number;
    readonly key: CommandKey;
    readonly countEntries: CountEntries;
  },
): Promise<Moved> {
  const { studentId, ordinal, key, countEntries } = wanted;
  const before = await claimKey<Moved>(tx, actor, key);
  if (before) return before;
  const [student] = await tx.rows<{ isStudent: boolean }>(holdStudent, [actor.schoolId, studentId]);
  if (!student?.isStudent) throw new Problem('notFound', 404);
  const [last] = await tx.rows<LastMovement>(lastMovement, [actor.schoolId, studentId]);
  if (last?.ordinal !== ordinal) refuse('roster.notLastMovement', { movements: last?.ordinal ?? 0 });
  const { ended, joined } = last.changes;
  const written = [
    ...ended.map(({ id, after }) => ({ id, after })),
    ...joined.map(({ id }) => ({ id, after: null })),
  ];
  const changed = await tx.rows(changedSince, [actor.schoolId, JSON.stringify(written)]);
  if (changed.length > 0) refuse('roster.changedSince');
  if (joined.length > 0) {
    const groupIds = joined.map(({ groupId }) => groupId);
    const entries = await countEntries(tx, { studentId, groupIds, from: last.effectiveDate });
    if (entries > 0) refuse('roster.entriesHang', { entries });
  }
  await restore(tx, last);
  await tx.run(markUndone, [actor.schoolId, studentId, ordinal, actor.personId]);
  await recordAct(tx, { ...actor, action: key.endpoint, subject: { studentId, ordinal, kind: last.kind } });
  await tellRosterChanged(tx, {
    groupIds: [...ended, ...joined].map(({ groupId }) => groupId),
    studentIds: [studentId],
  });
  const { holderIds } = await movementFacts(tx, studentId, last.effectiveDate);
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: holderIds });
  const moved = { studentId, ordinal };
  await keepResult(tx, actor, { key, result: moved });
  return moved;
}

/** What it ended goes on; what it began never was: its end lies before its start. */
async function restore(tx: AnyTx, last: LastMovement): Promise<void> {
  const { ended, joined } = last.changes;
  await updateMany(tx, { table: 'roster.group_membership', key: 'id', columns: ['end_date'] }, [
    ...ended.map(({ id, before }) => [id, before]),
    ...joined.map(({ id, startDate }) => [id, dayBefore(startDate)]),
  ]);
  if (last.kind === 'transfer') return;
  const end = last.kind === 'withdrawal' ? null : dayBefore(last.effectiveDate);
  await tx.run(closeAdmission, [tx.schoolId, last.admissionId, end, null, null, null, null]);
}
