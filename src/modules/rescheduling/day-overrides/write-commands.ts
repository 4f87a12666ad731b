import {
  addLessons,
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
import type { AnyTx } from '#platform/serve.ts';
import { consequences, type Touched } from '../changes/consequence-commands.ts';
import { countsOf, type JudgedPlan } from './effect-facts.ts';
import { touchedLessons } from './judge-queries.ts';

type Writing = {
  readonly judged: JudgedPlan;
  /** The act's name in the audit. */
  readonly key: Pick<CommandKey, 'endpoint'>;
  readonly now: Date;
  readonly actId: string;
  readonly reasonCode: string;
  readonly subject: Readonly<Record<string, unknown>>;
};

/** Writes what was judged, with all that follows; how much homework is due at another lesson now. */
export async function writePlan(tx: AnyTx, actor: Actor, given: Writing): Promise<number> {
  const { judged, key, now, actId, reasonCode, subject } = given;
  const { plan, facts } = judged;
  const head = { actId, authorId: actor.personId, reasonCode, note: null, now };
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
    subject: { ...subject, counts: countsOf(plan) },
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
