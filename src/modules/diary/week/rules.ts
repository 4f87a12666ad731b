import type { DiaryLesson, DiaryMark, DiaryWeek } from './contract.ts';

/** From this hour on a family looks at tomorrow. */
const eveningBegins = '15:00';

/**
 * The day a family looks for in a week: today until its lessons are over and it is past 15:00, then
 * the next day with lessons; null when no such day is left in this week.
 */
export function dayInFocus({ today, time, days }: Pick<DiaryWeek, 'today' | 'time' | 'days'>): string | null {
  const left = days.filter(({ date, lessons }) => date >= today && lessons.length > 0);
  const first = left[0];
  if (first?.date !== today) return first?.date ?? null;
  const end = first.lessons.reduce(
    (last, { ends }) => (ends !== null && ends > last ? ends : last),
    eveningBegins,
  );
  return time < end ? today : (left[1]?.date ?? null);
}

type OffLesson = {
  readonly state: 'planned' | 'cancelled' | 'retired';
  readonly marks?: readonly unknown[];
  readonly attendance?: unknown;
  readonly given?: readonly unknown[];
};

type WeekOf<Lesson> = {
  readonly days: readonly { readonly off: unknown; readonly lessons: readonly Lesson[] }[];
};

/** A day off says so once: its cancelled lessons are shown only where something was entered on them. */
export function withoutDaysOff<Lesson extends OffLesson, Week extends WeekOf<Lesson>>(week: Week): Week {
  const isShown = ({ state, marks = [], attendance = null, given = [] }: Lesson) =>
    state !== 'cancelled' || marks.length + given.length > 0 || attendance !== null;
  const days = week.days.map((day) =>
    day.off === null ? day : { ...day, lessons: day.lessons.filter(isShown) },
  );
  return { ...week, days };
}

/** Is the lesson under way at this moment of today? */
export function isUnderWay(lesson: Pick<DiaryLesson, 'starts' | 'ends'>, time: string): boolean {
  return lesson.starts !== null && lesson.ends !== null && lesson.starts <= time && time < lesson.ends;
}

type Replaceable = {
  readonly id: string;
  readonly state: 'planned' | 'cancelled' | 'retired';
  readonly replacesId: string | null;
};

/** A row of a day: a lesson, and the cancelled one it stands in for. */
export type DayRow<Lesson> = { readonly lesson: Lesson; readonly instead: Lesson | null };

/** Lessons of a day as rows: a cancelled lesson with a stand-in shows inside the stand-in's row. */
export function dayRows<Lesson extends Replaceable>(lessons: readonly Lesson[]): DayRow<Lesson>[] {
  const replaced = new Map(lessons.filter(({ state }) => state === 'cancelled').map((one) => [one.id, one]));
  const replacing = new Set(
    lessons.flatMap(({ state, replacesId }) =>
      state === 'planned' && replacesId !== null ? [replacesId] : [],
    ),
  );
  return lessons
    .filter(({ id, state }) => !(state === 'cancelled' && replacing.has(id)))
    .map((lesson) => ({
      lesson,
      instead: lesson.replacesId === null ? null : (replaced.get(lesson.replacesId) ?? null),
    }));
}

/** The marks of one attempt at one work: one value, two of a dual mark, or a point still to be redeemed. */
export type WorkMark<Mark> = {
  readonly mark: Mark;
  readonly second: Mark | null;
  /** A later attempt took its place. */
  readonly isReplaced: boolean;
};

type Placed = Pick<DiaryMark, 'workId' | 'attempt' | 'slot' | 'value'>;

/** Marks by work and attempt, in the given order. */
export function marksByWork<Mark extends Placed>(marks: readonly Mark[]): WorkMark<Mark>[] {
  const lastAttempt = new Map<string, number>();
  for (const { workId, attempt, value } of marks) {
    if (value !== null) lastAttempt.set(workId, Math.max(attempt, lastAttempt.get(workId) ?? 0));
  }
  const isFirstValue = ({ workId, attempt, slot }: Mark) =>
    slot === 1 || !marks.some((one) => one.workId === workId && one.attempt === attempt && one.slot === 1);
  return marks.filter(isFirstValue).map((mark) => ({
    mark,
    second:
      marks.find(
        (one) => one !== mark && one.slot === 2 && one.workId === mark.workId && one.attempt === mark.attempt,
      ) ?? null,
    isReplaced: mark.attempt < (lastAttempt.get(mark.workId) ?? 0),
  }));
}
