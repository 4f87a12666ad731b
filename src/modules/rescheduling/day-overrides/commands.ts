import { addDayOverride, endDayOverride as endOverride } from '#modules/organisation/index.ts';
import {
  addLessons,
  holdTimetable,
  rescheduleLessons,
  retimeLessons,
  retireLessons,
  undoAct,
  writeChanges,
  type ChangePlan,
  type DayLesson,
  type DaysPlan,
} from '#modules/timetable/index.ts';
import type { Actor } from '#platform/actor.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { uuidv7 } from '#platform/ids.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { consequences, type Touched } from '../changes/consequence-commands.ts';
import type { DayOverrideDone, DayOverrideEffect, DayOverrideWanted } from './contract.ts';
import { countsOf, effectOf, type JudgedPlan } from './effect-facts.ts';
import { judgeEnding, judgeSetting, touchedLessons } from './judge-queries.ts';
import { loadDayOverride, type KnownDayOverride } from './queries.ts';
import { isSameOverride, lastDay } from './rules.ts';

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
  const homework = await write(tx, actor, { judged, key, now, overrideId, reasonCode, subject: wanted });
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
  const homework = await write(tx, actor, { judged, key, now, overrideId, reasonCode, subject: { from } });
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

type Writing = {
  readonly judged: JudgedPlan;
  readonly key: CommandKey;
  readonly now: Date;
  readonly overrideId: string;
  readonly reasonCode: string;
  readonly subject: Readonly<Record<string, unknown>>;
};

async function write(tx: AnyTx, actor: Actor, given: Writing): Promise<number> {
  const { judged, key, now, overrideId, reasonCode, subject } = given;
  const { plan, facts } = judged;
  const head = { actId: overrideId, authorId: actor.personId, reasonCode, note: null, now };
  const { cancelled, restored } = plan;
  const off = cancelled.length === 0 || (await writeChanges(tx, cancellations(cancelled), head));
  const on = restored.length === 0 || (await undoAct(tx, { actId: uuidv7(), ...returns(restored) }, head));
  if (!off || !on) refuse('dayOverrides.outdated');
  await addLessons(tx, plan.added);
  await rescheduleLessons(tx, plan.moved);
  await retimeLessons(tx, plan.retimed);
  await retireLessons(
    tx,
    plan.retired.map(({ id }) => id),
  );
  return consequences(tx, actor, {
    key,
    now,
    touched: touchedBy(plan, facts),
    subject: { overrideId, ...subject, counts: countsOf(plan) },
  });
}

const after = (lesson: DayLesson, state: 'planned' | 'cancelled') => ({
  ...lesson,
  state,
  expected: lesson.version,
});

function cancellations(lessons: readonly DayLesson[]): ChangePlan {
  return {
    after: lessons.map((lesson) => after(lesson, 'cancelled')),
    added: [],
    rows: lessons.map(({ id }) => ({
      lessonId: id,
      kind: 'cancellation',
      oldValue: { state: 'planned' },
      newValue: { state: 'cancelled' },
    })),
  };
}

function returns(lessons: readonly DayLesson[]) {
  return {
    after: lessons.map((lesson) => after(lesson, 'planned')),
    rows: lessons.flatMap(({ id: lessonId, offBy }) =>
      offBy === null ? [] : [{ ...offBy, lessonId, kind: 'cancellation' }],
    ),
  };
}

function touchedBy(plan: DaysPlan, facts: JudgedPlan['facts']): Touched {
  const lessons = touchedLessons(plan, facts);
  const pageIds = new Set([...lessons, ...plan.added].map(({ assignmentId }) => assignmentId));
  const pages = facts.pages.filter(({ id }) => pageIds.has(id));
  return {
    pageIds: [...pageIds],
    classIds: [...plan.days.map(({ classId }) => classId), ...pages.flatMap(({ classIds }) => classIds)],
    // Rights hang on lessons taken for others; the page's own teachers keep theirs.
    staffIds: lessons.flatMap(({ teacherId }) => teacherId ?? []),
    dates: plan.days.map(({ date }) => date),
  };
}
