import { addDayOverride, endDayOverride as endOverride } from '#modules/organisation/index.ts';
import { holdTimetable } from '#modules/timetable/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { DayOverrideDone, DayOverrideEffect, DayOverrideWanted } from './contract.ts';
import { countsOf, effectOf, type JudgedPlan } from './effect-facts.ts';
import { judgeEnding, judgeSetting } from './judge-queries.ts';
import { loadDayOverride, type KnownDayOverride } from './queries.ts';
import { isSameOverride, lastDay } from './rules.ts';
import { writePlan } from './write-commands.ts';

type Given = { readonly key: CommandKey; readonly now: Date; readonly agreed: string };

/** What a special day would mean; the same reckoning as in the act. */
export async function effectOfSetting(tx: AnyTx, wanted: DayOverrideWanted): Promise<DayOverrideEffect> {
  return effectOf(await judgeSetting(tx, wanted));
}

/** What giving days back would mean. */
export async function effectOfEnding(
  tx: AnyTx,
  override: KnownDayOverride,
  from: string,
): Promise<DayOverrideEffect> {
  return effectOf(await judgeEnding(tx, override, from));
}

/** Makes days special with all that follows, exactly as it was agreed to, or writes nothing; done before, it is answered as done. */
export async function setDayOverride(
  tx: AnyTx,
  actor: Actor,
  given: Given & { readonly overrideId: string; readonly wanted: DayOverrideWanted },
): Promise<DayOverrideDone> {
  const { key, now, agreed, overrideId, wanted } = given;
  const before = await claimKey<DayOverrideDone>(tx, actor, key);
  if (before) return before;
  await tx.text(holdTimetable, [tx.schoolId]);
  const known = await loadDayOverride(tx, { schoolId: tx.schoolId, overrideId });
  if (known && !isSameOverride(known, wanted)) refuse('dayOverrides.exists');
  if (known) return answer(tx, actor, { key, result: { overrideId, counts: nothing, homework: 0 } });
  const judged = await judgeSetting(tx, wanted);
  refuseOther(judged, agreed);
  await addDayOverride(tx, { id: overrideId, ...wanted }, { personId: actor.personId, now });
  const { reasonCode } = wanted;
  const homework = await writePlan(tx, actor, {
    judged,
    key,
    now,
    actId: overrideId,
    reasonCode,
    subject: { overrideId, ...wanted },
  });
  return answer(tx, actor, { key, result: { overrideId, counts: countsOf(judged.plan), homework } });
}

/** Gives days back from one of them on, given back before it is answered as done; the lessons stand again with their ids and all that was entered. */
export async function endDayOverride(
  tx: AnyTx,
  actor: Actor,
  given: Given & { readonly overrideId: string; readonly from: string },
): Promise<DayOverrideDone> {
  const { key, now, agreed, overrideId, from } = given;
  const before = await claimKey<DayOverrideDone>(tx, actor, key);
  if (before) return before;
  await tx.text(holdTimetable, [tx.schoolId]);
  const override = await loadDayOverride(tx, { schoolId: tx.schoolId, overrideId });
  if (!override) refuse('notFound');
  const isEnded = from > lastDay(override) && from <= override.to;
  if (isEnded) return answer(tx, actor, { key, result: { overrideId, counts: nothing, homework: 0 } });
  const judged = await judgeEnding(tx, override, from);
  refuseOther(judged, agreed);
  await endOverride(tx, { id: overrideId, from }, { personId: actor.personId, now });
  const { reasonCode } = override;
  const homework = await writePlan(tx, actor, {
    judged,
    key,
    now,
    actId: overrideId,
    reasonCode,
    subject: { overrideId, from },
  });
  return answer(tx, actor, { key, result: { overrideId, counts: countsOf(judged.plan), homework } });
}

const nothing = { cancelled: 0, restored: 0, added: 0, moved: 0, retimed: 0, retired: 0 };

async function answer(
  tx: AnyTx,
  actor: Actor,
  kept: { readonly key: CommandKey; readonly result: DayOverrideDone },
): Promise<DayOverrideDone> {
  await keepResult(tx, actor, kept);
  return kept.result;
}

function refuseOther(judged: JudgedPlan, agreed: string): void {
  if (effectOf(judged).fingerprint !== agreed) refuse('dayOverrides.outdated');
}
