import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { Problem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { joinGroups, leaveGroups } from '../enrolment/commands.ts';
import { tellRosterChanged } from '../people/news-commands.ts';
import type { TransferWish, WithdrawalWish } from './contract.ts';
import {
  closeAdmission,
  factsStatement,
  holdStudent,
  type MovementFacts,
  writeAdmission,
  writeMovement,
} from './queries.ts';
import { planArrival, planTransfer, planWithdrawal, type Plan, type Planned } from './rules.ts';

export type Moved = { studentId: string; ordinal: number };

type Papers = {
  readonly kind: 'admission' | 'transfer' | 'withdrawal' | 'restoration';
  readonly effectiveDate: string;
  readonly orderNumber: string;
  readonly orderDate: string;
  readonly reason?: string | null;
  readonly destination?: string | null;
  readonly fileNumber?: string | null;
  readonly transferredFrom?: string | null;
};

type Wanted<Wish> = { readonly studentId: string; readonly wish: Wish; readonly key: CommandKey };

/** Moves a student to another class. Throws `roster.movedMeanwhile`, and why the plan is refused. */
export function transferStudent(tx: AnyTx, actor: Actor, wanted: Wanted<TransferWish>): Promise<Moved> {
  const { wish } = wanted;
  return move(tx, actor, {
    ...wanted,
    papers: { kind: 'transfer', effectiveDate: wish.date, ...wish },
    plan: (facts) => planTransfer(facts, facts, wish),
  });
}

/** A student leaves the school; journals show it grey from the day after the last one. */
export function withdrawStudent(tx: AnyTx, actor: Actor, wanted: Wanted<WithdrawalWish>): Promise<Moved> {
  const { wish } = wanted;
  return move(tx, actor, {
    ...wanted,
    papers: { kind: 'withdrawal', effectiveDate: wish.lastDay, ...wish },
    plan: (facts) => planWithdrawal(facts, facts, wish.lastDay),
  });
}

/** A student who left comes back: a new admission beside the old one. */
export function restoreStudent(tx: AnyTx, actor: Actor, wanted: Wanted<TransferWish>): Promise<Moved> {
  const { wish } = wanted;
  return move(tx, actor, {
    ...wanted,
    papers: { kind: 'restoration', effectiveDate: wish.date, ...wish },
    plan: (facts) => planArrival(facts, facts, wish),
  });
}

async function move(
  tx: AnyTx,
  actor: Actor,
  wanted: {
    readonly studentId: string;
    readonly wish: { readonly expected: number };
    readonly key: CommandKey;
    readonly papers: Papers;
    readonly plan: (facts: MovementFacts) => Planned;
  },
): Promise<Moved> {
  const { studentId, wish, key, papers } = wanted;
  const before = await claimKey<Moved>(tx, actor, key);
  if (before) return before;
  const [student] = await tx.rows<{ isStudent: boolean }>(holdStudent, [actor.schoolId, studentId]);
  if (!student?.isStudent) throw new Problem('notFound', 404);
  const facts = await movementFacts(tx, studentId, papers.effectiveDate);
  if (facts.lastOrdinal !== wish.expected) refuse('roster.movedMeanwhile', { movements: facts.lastOrdinal });
  const plan = accepted(wanted.plan(facts));
  const moved = await carryOut(tx, actor, { studentId, facts, plan, papers });
  await keepResult(tx, actor, { key, result: moved });
  return moved;
}

export async function movementFacts(tx: AnyTx, studentId: string, date: string): Promise<MovementFacts> {
  const text = await tx.text(factsStatement, [tx.schoolId, studentId, date]);
  return JSON.parse(text ?? '{}') as MovementFacts;
}

export function accepted(planned: Planned): Plan {
  if ('refusal' in planned) refuse(planned.refusal);
  return planned;
}

/** Writes a plan with its papers: facts, the movement, act, news, rights. */
export async function carryOut(
  tx: AnyTx,
  actor: Actor,
  given: {
    readonly studentId: string;
    readonly facts: MovementFacts;
    readonly plan: Plan;
    readonly papers: Papers;
  },
): Promise<Moved> {
  const { studentId, facts, plan, papers } = given;
  const joined = plan.joins.map((join) => ({ id: uuidv7(), ...join }));
  const ended = plan.ends.map(({ id, groupId, endDate, newEnd }) => ({
    id,
    groupId,
    before: endDate,
    after: newEnd,
  }));
  const admissionId = await admissionOf(tx, given);
  await leaveGroups(
    tx,
    ended.map(({ id, after }) => ({ id, endDate: after })),
  );
  await joinGroups(
    tx,
    joined.map((join) => ({ ...join, studentId })),
  );
  const ordinal = facts.lastOrdinal + 1;
  const { kind, effectiveDate, orderNumber, orderDate, reason = null, destination = null } = papers;
  const { fromClassId, toClassId } = plan;
  await tx.run(writeMovement, [
    actor.schoolId,
    studentId,
    ordinal,
    kind,
    effectiveDate,
    orderNumber.trim(),
    orderDate,
    reason,
    destination,
    admissionId,
    fromClassId,
    toClassId,
    JSON.stringify({ ended, joined }),
    actor.personId,
  ]);
  await recordAct(tx, {
    ...actor,
    action: `roster.${kind}`,
    subject: { studentId, ordinal, effectiveDate, orderNumber, orderDate, reason, fromClassId, toClassId },
  });
  await tellRosterChanged(tx, {
    groupIds: [...ended, ...joined].map(({ groupId }) => groupId),
    studentIds: [studentId],
  });
  await rightsChanged(tx, { kind: 'persons', schoolId: actor.schoolId, ids: facts.holderIds });
  return { studentId, ordinal };
}

/** The admission the movement is about: opened, ended with its order, or left as it is. */
async function admissionOf(
  tx: AnyTx,
  { studentId, plan, papers }: { studentId: string; plan: Plan; papers: Papers },
): Promise<string> {
  const { kind, effectiveDate, orderNumber, orderDate } = papers;
  const { reason = null, destination = null, fileNumber = null, transferredFrom = null } = papers;
  if (plan.admissionId === null) {
    const id = uuidv7();
    const values = [tx.schoolId, id, studentId, effectiveDate, fileNumber, orderNumber.trim(), orderDate];
    await tx.run(writeAdmission, [...values, transferredFrom]);
    return id;
  }
  if (kind === 'withdrawal') {
    const values = [tx.schoolId, plan.admissionId, effectiveDate, orderNumber.trim(), orderDate];
    await tx.run(closeAdmission, [...values, reason, destination]);
  }
  return plan.admissionId;
}
