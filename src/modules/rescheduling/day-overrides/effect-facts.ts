import { createHash } from 'node:crypto';
import type { NewClash, DayLesson, DaysFacts, DaysPlan } from '#modules/timetable/index.ts';
import type { DayOverrideEffect } from './contract.ts';
import type { KnownDayOverride } from './queries.ts';

/** A plan with what the journal says of it. */
export type JudgedPlan = {
  readonly facts: DaysFacts;
  readonly plan: DaysPlan;
  /** Of the lessons that fall out: with marks or attendance, with a topic or homework. */
  readonly marked: ReadonlySet<string>;
  readonly noted: ReadonlySet<string>;
  readonly clashes: readonly NewClash[];
  readonly narrower: readonly KnownDayOverride[];
};

/** Lists of an answer are cut after so many; counts are not. */
const most = 60;

/** What a plan means, for who is to agree to it. */
export function effectOf(judged: JudgedPlan): DayOverrideEffect {
  const { facts, plan, marked, noted, clashes, narrower } = judged;
  const pages = new Map(facts.pages.map((page) => [page.id, page]));
  const place = ({ id, assignmentId, date, number }: DayLesson) => {
    const page = pages.get(assignmentId);
    return { id, date, number, subject: page?.subject ?? '', group: page?.groupName ?? '' };
  };
  const held = inOrder(plan.cancelled).flatMap((lesson) => {
    const entries = marked.has(lesson.id) ? 'marks' : noted.has(lesson.id) ? 'notes' : null;
    return entries === null ? [] : [{ ...place(lesson), entries } as const];
  });
  const list = (lessons: readonly DayLesson[]) => ({
    count: lessons.length,
    lessons: inOrder(lessons).slice(0, most).map(place),
  });
  return {
    counts: countsOf(plan),
    classes: classesOf(judged),
    held: {
      marks: held.filter(({ entries }) => entries === 'marks').length,
      notes: held.filter(({ entries }) => entries === 'notes').length,
      lessons: held.slice(0, most),
    },
    shared: list(plan.shared),
    byHand: list(plan.byHand),
    silentNumbers: silentNumbers(judged),
    clashes: { count: clashes.length, items: clashes.slice(0, most) },
    narrower: narrower.map(({ grade, schoolClass, kind, from, to, reasonCode }) => ({
      grade,
      schoolClass,
      kind,
      from,
      to,
      reasonCode,
    })),
    fingerprint: fingerprintOf(judged),
  };
}

const inOrder = (lessons: readonly DayLesson[]) =>
  lessons.toSorted((one, other) => one.date.localeCompare(other.date) || one.number - other.number);

export function countsOf(plan: DaysPlan): DayOverrideEffect['counts'] {
  return {
    cancelled: plan.cancelled.length,
    restored: plan.restored.length,
    added: plan.added.length,
    moved: plan.moved.length,
    retimed: plan.retimed.length,
    retired: plan.retired.length,
  };
}

/** A lesson of a group of several classes counts for each of them. */
function classesOf({ facts, plan }: JudgedPlan): DayOverrideEffect['classes'] {
  const classIds = new Map(facts.pages.map((page) => [page.id, page.classIds]));
  const pageOf = new Map(facts.lessons.map(({ id, assignmentId }) => [id, assignmentId]));
  const tally = (pageIds: readonly (string | undefined)[]) => {
    const counts = new Map<string, number>();
    for (const pageId of pageIds) {
      for (const id of classIds.get(pageId ?? '') ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return (id: string) => counts.get(id) ?? 0;
  };
  const ofLessons = (lessons: readonly { readonly id: string }[]) =>
    tally(lessons.map(({ id }) => pageOf.get(id)));
  const cancelled = ofLessons(plan.cancelled);
  const restored = ofLessons(plan.restored);
  const added = tally(plan.added.map(({ assignmentId }) => assignmentId));
  const changed = ofLessons([...plan.moved, ...plan.retimed]);
  const retired = ofLessons(plan.retired);
  return facts.classes.flatMap(({ id, grade, letter }) => {
    const days = plan.days.filter(({ classId }) => classId === id).length;
    if (days === 0) return [];
    const counts = {
      cancelled: cancelled(id),
      restored: restored(id),
      added: added(id),
      changed: changed(id),
    };
    return [{ id, grade, letter, days, ...counts, retired: retired(id) }];
  });
}

function silentNumbers({ facts, plan }: JudgedPlan): number[] {
  const numberOf = new Map(facts.lessons.map(({ id, number }) => [id, number]));
  const silent = [
    ...plan.retimed.map((row) => ({ ...row, number: numberOf.get(row.id) ?? 0 })),
    ...plan.added,
    ...plan.moved,
  ].filter(({ starts }) => starts === null);
  return [...new Set(silent.map(({ number }) => number))].toSorted((one, other) => one - other);
}

/** Equal only for the same lessons in the same state, going the same way. */
function fingerprintOf({ facts, plan, marked, noted, clashes }: JudgedPlan): string {
  const version = new Map(facts.lessons.map((lesson) => [lesson.id, lesson.version]));
  const versions = (rows: readonly { readonly id: string }[]) =>
    rows.map(({ id }) => `${id} ${String(version.get(id))}`).toSorted();
  const told = [
    plan.days.map(({ classId, date }) => `${classId} ${date}`),
    ...[plan.cancelled, plan.restored, plan.moved, plan.retimed, plan.retired].map(versions),
    [...plan.moved, ...plan.retimed]
      .map(({ id, starts, ends }) => `${id} ${starts ?? ''} ${ends ?? ''}`)
      .toSorted(),
    plan.added
      .map((row) => [row.assignmentId, row.date, row.seqInDay, row.number, row.starts, row.roomId].join(' '))
      .toSorted(),
    [...marked].toSorted(),
    [...noted].toSorted(),
    clashes
      .map(
        ({ kind, lessonId, name, date }) =>
          `${kind} ${name} ${date} ${version.has(lessonId) ? lessonId : ''}`,
      )
      .toSorted(),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url');
}
