import { rebindHomework } from '#modules/homework/index.ts';
import { holdTimetable, writeLessonPlan, writeTemplates } from '#modules/timetable/index.ts';
import type { Actor } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import type { CommandKey } from '#platform/idempotency-types.ts';
import { refuse } from '#platform/problem.ts';
import { claimKey, keepResult } from '#platform/repeat-guard.ts';
import type { AnyTx } from '#platform/serve.ts';
import { consequences } from '../changes/consequence-commands.ts';
import type { WeeklyDone, WeeklyEffect, WeeklyWanted } from './contract.ts';
import { countsOf, effectOf, fingerprintOf, type JudgedWeek } from './effect-facts.ts';
import { judgeWeekly } from './judge-queries.ts';

type Given = { readonly classId: string; readonly wanted: WeeklyWanted; readonly now: Date };

/** What another week would mean: the act itself, done for a trial and taken back within the transaction. */
export async function effectOfWeekly(tx: AnyTx, actor: Actor, given: Given): Promise<WeeklyEffect> {
  await tx.text(holdTimetable, [tx.schoolId]);
  const judged = await judgeWeekly(tx, { ...given, today: actor.today });
  const { pageIds } = touchedBy(judged, given);
  if (pageIds.length === 0) return effectOf(judged, 0);
  await tx.run(beginTrial, []);
  await write(tx, judged);
  const homework = await rebindHomework(
    tx,
    { pageIds, from: given.wanted.from },
    { ...actor, now: given.now },
  );
  await tx.run(endTrial, []);
  return effectOf(judged, homework);
}

/** Gives the class its week exactly as it was agreed to, with all that follows, or writes nothing. */
export async function setWeekly(
  tx: AnyTx,
  actor: Actor,
  given: Given & { readonly key: CommandKey; readonly agreed: string },
): Promise<WeeklyDone> {
  const { key, classId, wanted, now, agreed } = given;
  const before = await claimKey<WeeklyDone>(tx, actor, key);
  if (before) return before;
  await tx.text(holdTimetable, [tx.schoolId]);
  const judged = await judgeWeekly(tx, { ...given, today: actor.today });
  const counts = countsOf(judged);
  const touched = touchedBy(judged, given);
  let homework = 0;
  // Where it stands so already there is nothing to agree to.
  if (judged.turn.added.length > 0 || touched.pageIds.length > 0) {
    if (fingerprintOf(judged) !== agreed) refuse('weekly.outdated');
    await write(tx, judged);
    const subject = { classId, from: wanted.from, cards: wanted.cards.length, counts };
    homework = await consequences(tx, actor, { key, now, touched, subject });
  }
  const result = { counts, homework };
  await keepResult(tx, actor, { key, result });
  return result;
}

async function write(tx: AnyTx, { yearId, turn, lessons }: JudgedWeek): Promise<void> {
  await writeTemplates(tx, yearId, turn);
  await writeLessonPlan(tx, lessons);
}

function touchedBy({ facts, lessons }: JudgedWeek, { classId, wanted }: Given) {
  const gone = new Set(lessons.retired);
  const rows = [...lessons.added, ...lessons.moved, ...facts.lessons.filter(({ id }) => gone.has(id))];
  const pageIds = [...new Set(rows.map(({ assignmentId }) => assignmentId))];
  const pages = facts.pages.filter(({ id }) => pageIds.includes(id));
  return {
    pageIds,
    classIds: [classId, ...pages.flatMap(({ classIds }) => classIds)],
    // Rights hang on lessons taken for others, and those are left as they are.
    staffIds: [],
    dates: [wanted.from, ...rows.map(({ date }) => date)],
  };
}

const beginTrial = statement('rescheduling.beginTrial', 'savepoint trial');
const endTrial = statement('rescheduling.endTrial', 'rollback to savepoint trial');
