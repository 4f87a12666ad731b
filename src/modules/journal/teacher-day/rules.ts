import type { DayLesson } from './contract.ts';

/** What of a lesson is not written yet. */
export type Tick = {
  readonly kind: 'attendance' | 'topicAndHomework' | 'marks';
  readonly state: 'done' | 'missing' | 'later';
  readonly missing: readonly ('attendance' | 'topic' | 'homework' | 'marks')[];
};

type Moment = { readonly date: string; readonly today: string; readonly time: string };

/** Has the lesson begun? One without bells begins with its day. */
export function hasBegun({ starts }: Pick<DayLesson, 'starts'>, { date, today, time }: Moment): boolean {
  return date < today || (date === today && (starts ?? '') <= time);
}

/**
 * The three ticks of a lesson. Before it begins nothing is missing: topic and homework may be there ahead. Nobody has to
 * give marks or homework, but without them the tick is open; a class taught without marks has two ticks.
 */
export function ticksOf(lesson: DayLesson, moment: Moment): readonly Tick[] {
  const open = hasBegun(lesson, moment) ? 'missing' : 'later';
  const tick = (kind: Tick['kind'], missing: Tick['missing']): Tick => ({
    kind,
    state: missing.length === 0 ? 'done' : open,
    missing,
  });
  return [
    tick('attendance', lesson.attendanceTaken ? [] : ['attendance']),
    tick('topicAndHomework', [
      ...(lesson.hasTopic ? [] : (['topic'] as const)),
      ...(lesson.hasHomework ? [] : (['homework'] as const)),
    ]),
    ...(lesson.hasMarks ? [tick('marks', lesson.marked > 0 ? [] : ['marks'])] : []),
  ];
}

/** Entries of a lesson are made by who gives it; of a cancelled one nothing is entered. */
export function isEntered({ state, part }: Pick<DayLesson, 'state' | 'part'>): boolean {
  return state === 'planned' && part !== 'covered';
}

/** The lesson that is on, else the next one of the day, else the last: the day's one primary act. */
export function lessonAtHand(lessons: readonly DayLesson[], time: string): DayLesson | null {
  const given = lessons.filter(isEntered);
  return given.find(({ ends }) => ends === null || ends > time) ?? given.at(-1) ?? null;
}

/** The day from top to bottom: lessons, and the free time between two of them of a whole lesson or more. */
export type DayRow =
  | { readonly kind: 'lesson'; readonly lesson: DayLesson }
  | { readonly kind: 'free'; readonly from: string; readonly until: string };

const wholeLesson = 40;

export function dayRows(lessons: readonly DayLesson[]): readonly DayRow[] {
  return lessons.flatMap((lesson, at): DayRow[] => {
    const row: DayRow = { kind: 'lesson', lesson };
    const before = lessons[at - 1];
    if (!before?.ends || !lesson.starts || minutesOf(lesson.starts) - minutesOf(before.ends) < wholeLesson)
      return [row];
    return [{ kind: 'free', from: before.ends, until: lesson.starts }, row];
  });
}

/**
 * Where the present moment stands: inside a row, after `share` of its time, or in the break before it (`share` null).
 * Null = not today, before the first lesson or after the last one.
 */
export function nowIn(
  rows: readonly DayRow[],
  { date, today, time }: Moment,
): { readonly row: number; readonly share: number | null } | null {
  if (date !== today) return null;
  const row = rows.findIndex((one) => endOf(one) > time);
  const one = rows[row];
  if (one === undefined || (row === 0 && startOf(one) > time)) return null;
  const [start, end, now] = [startOf(one), endOf(one), time].map(minutesOf) as [number, number, number];
  return { row, share: now < start || end <= start ? null : (now - start) / (end - start) };
}

function endOf(row: DayRow): string {
  return row.kind === 'free' ? row.until : (row.lesson.ends ?? '24:00');
}

function startOf(row: DayRow): string {
  return row.kind === 'free' ? row.from : (row.lesson.starts ?? '00:00');
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whole days left for a debt: 0 = it closes with today; null = it never closes. */
export function daysLeft(openUntil: string | null, today: string): number | null {
  if (openUntil === null) return null;
  return Math.round((Date.parse(`${openUntil}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}
