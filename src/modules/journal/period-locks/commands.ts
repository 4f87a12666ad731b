import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { announce } from '#platform/outbox/announce.ts';
import { staffTopic } from '#platform/outbox/topics.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { periodLocked, type PeriodLocked } from '../events.ts';
import type { PeriodCard } from './policy.ts';
import { addLocks, endLocks, standingLocks, takePeriodLocks } from './queries.ts';
import { lockPlan, openPlan, type StandingLock } from './rules.ts';

type Changed = { readonly grades: readonly number[] };

export type PeriodWanted = {
  readonly period: PeriodCard;
  /** Null = every grade. */
  readonly grades: readonly number[] | null;
  readonly key: CommandKey;
  /** The moment the school lives in. */
  readonly now: Date;
};

/**
 * Closes a period for some grades or all. Waits for writes that run and is first before those that come, so a mark
 * lands before the lock or is refused. Throws `periodLock.notBegun` and `periodLock.unknownGrade`.
 */
export async function lockPeriod(tx: AnyTx, actor: Actor, wanted: PeriodWanted): Promise<Changed> {
  const { period, grades, key, now } = wanted;
  refuseUnknown(wanted);
  if (period.startDate > actor.today) refuse('periodLock.notBegun', { startDate: period.startDate });
  return alone(tx, actor, {
    ...wanted,
    async change(standing) {
      const plan = lockPlan(period.grades, standing, grades);
      if (plan.adds.length > 0)
        await tx.run(addLocks, [
          tx.schoolId,
          period.id,
          plan.adds.map(() => uuidv7()),
          plan.adds,
          actor.personId,
          now.toISOString(),
        ]);
      return plan.grades;
    },
    told: { action: key.endpoint, isLocked: true, reason: null },
  });
}

/** Opens it again; the reason stays with the lock and in the audit. Throws `periodLock.reasonRequired`. */
export async function openPeriod(
  tx: AnyTx,
  actor: Actor,
  wanted: PeriodWanted & { readonly reason: string },
): Promise<Changed> {
  const { period, grades, key, now } = wanted;
  const reason = wanted.reason.trim();
  refuseUnknown(wanted);
  if (reason === '') refuse('periodLock.reasonRequired');
  return alone(tx, actor, {
    ...wanted,
    async change(standing) {
      const plan = openPlan(period.grades, standing, grades);
      if (plan.grades.length > 0)
        await tx.run(endLocks, [
          tx.schoolId,
          plan.ends,
          plan.divided,
          plan.parts.map(() => uuidv7()),
          plan.parts.map(({ grade }) => grade),
          plan.parts.map(({ isOpened }) => isOpened),
          actor.personId,
          now.toISOString(),
          reason,
        ]);
      return plan.grades;
    },
    told: { action: key.endpoint, isLocked: false, reason },
  });
}

type Change = PeriodWanted & {
  readonly change: (standing: readonly StandingLock[]) => Promise<readonly number[]>;
  readonly told: {
    readonly action: string;
    readonly isLocked: boolean;
    readonly reason: string | null;
  };
};

/** One change of a period's locks at a time, and none while a mark is being written. */
async function alone(tx: AnyTx, actor: Actor, { period, key, change, told }: Change): Promise<Changed> {
  await tx.text(takePeriodLocks, [tx.schoolId]);
  const before = await claimKey<Changed>(tx, actor, key);
  if (before) return before;
  const result = {
    grades: await change(await tx.rows<StandingLock>(standingLocks, [tx.schoolId, period.id])),
  };
  if (result.grades.length > 0) {
    const { action, isLocked, reason } = told;
    const payload: PeriodLocked = { gradingPeriodId: period.id, grades: result.grades, isLocked };
    await recordAct(tx, {
      ...actor,
      action,
      subject: { ...payload, ...(reason === null ? {} : { reason }) },
    });
    await announce(tx, { name: periodLocked, topics: [staffTopic], payload });
  }
  await keepResult(tx, actor, { key, result });
  return result;
}

function refuseUnknown({ period, grades }: PeriodWanted): void {
  const unknown = grades?.find((grade) => !period.grades.includes(grade));
  if (unknown !== undefined) refuse('periodLock.unknownGrade', { grade: unknown });
}
