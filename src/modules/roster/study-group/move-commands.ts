import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { updateMany } from '#platform/db/bulk.ts';
import { joinGroups } from '../enrolment/commands.ts';
import { dayBefore } from '../movement/rules.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import type { SubgroupMove } from './contract.ts';
import { type ClassGroups, planMoves } from './move-rules.ts';
import { classGroupsStatement, holdClass, holdersOfStudents } from './queries.ts';

/** Students change their subgroups from a day on. Throws why the plan is refused; then nothing is written. */
export async function moveBetweenSubgroups(
  tx: AnyTx,
  actor: Actor,
  given: {
    readonly classId: string;
    readonly date: string;
    readonly moves: readonly SubgroupMove[];
    readonly key: CommandKey;
  },
): Promise<{ moved: number }> {
  const { classId, date, moves, key } = given;
  const before = await claimKey<{ moved: number }>(tx, actor, key);
  if (before) return before;
  const studentIds = [...new Set(moves.map(({ studentId }) => studentId))];
  await tx.rows(holdClass, [actor.schoolId, classId]);
  const text = await tx.text(classGroupsStatement, [actor.schoolId, classId, studentIds]);
  if (text === null) throw new Problem('notFound', 404);
  const plan = planMoves(JSON.parse(text) as ClassGroups, { date, lastDay: dayBefore(date), moves });
  if ('refusal' in plan) refuse(plan.refusal);
  await updateMany(
    tx,
    { table: 'roster.group_membership', key: 'id', columns: ['end_date'] },
    plan.ends.map(({ id, endDate }) => [id, endDate]),
  );
  await joinGroups(
    tx,
    plan.joins.map((join) => ({ id: uuidv7(), ...join })),
  );
  await recordAct(tx, { ...actor, action: key.endpoint, subject: { classId, date, moves } });
  const groupIds = moves.flatMap(({ fromGroupId, toGroupId }) => [fromGroupId, toGroupId]);
  await tellRosterChanged(tx, { groupIds: groupIds.filter((id) => id !== null), studentIds });
  const holders = await tx.rows<{ id: string }>(holdersOfStudents, [actor.schoolId, studentIds]);
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: holders.map(({ id }) => id) });
  const result = { moved: moves.length };
  await keepResult(tx, actor, { key, result });
  return result;
}
