import type { BellSchedule, YearFrame } from '#modules/organisation/index.ts';
import {
  mondayOf,
  schoolDays,
  type AcademicCalendar,
  type SchoolDay,
} from '#modules/organisation/calendar/rules.ts';
import type { LessonRow } from './commands.ts';
import type { KnownLesson } from './queries.ts';
import { type Bell, datedLessons, type DatedLesson, type TemplateCard } from './rules.ts';

/** From one date to another, both included. */
export type Span = { readonly from: string; readonly to: string };

export type LessonPlan = {
  readonly added: readonly LessonRow[];
  readonly moved: readonly LessonRow[];
  readonly retired: readonly string[];
  readonly unchanged: number;
  /** Substituted or moved by hand: left as they are. */
  readonly byHand: number;
};

export type ClassOfCards = { readonly id: string; readonly grade: number; readonly shift: number };

/** A six-day week when anything stands on a Saturday. */
export function calendarOf(
  frame: YearFrame,
  cards: readonly { readonly weekday: number }[],
): AcademicCalendar {
  return {
    year: frame.year,
    breaks: frame.breaks,
    overrides: frame.overrides,
    daysPerWeek: cards.some(({ weekday }) => weekday > 5) ? 6 : 5,
  };
}

/** Does the file call the calendar's A weeks B? Study weeks with odd numbers are A. */
export function isCycleFlipped(
  calendar: AcademicCalendar,
  anchor: { readonly cycle: 'A' | 'B'; readonly date: string },
): boolean {
  const days = schoolDays(calendar, { grade: 5, classId: null });
  const day = days.find(({ date }) => mondayOf(date) === mondayOf(anchor.date));
  return day !== undefined && day.cycle !== anchor.cycle;
}

/** The ids of the bell schedules that a shift may go by. */
export function schedulesOfShift(schedules: readonly BellSchedule[], shift: number): ReadonlySet<string> {
  return new Set(schedules.filter((one) => one.shift === shift).map(({ id }) => id));
}

/** The bells of a class: those of its shift, on some days others; bells of another shift are nothing to it. */
export function bellsOf(
  schedules: readonly BellSchedule[],
  shift: number,
): (day: SchoolDay, number: number) => Bell | null {
  const usual = schedules.filter(({ isUsual }) => isUsual);
  const own = usual.find((schedule) => schedule.shift === shift) ?? usual[0] ?? schedules[0];
  const tables = new Map(
    schedules
      .filter((schedule) => schedule.shift === shift || schedule === own)
      .map(({ id, bells }) => [id, new Map(bells.map((bell) => [bell.number, bell]))]),
  );
  return (day, number) => {
    const table = tables.get(day.bellScheduleId ?? '') ?? tables.get(own?.id ?? '');
    const bell = table?.get(number);
    return bell ? { starts: bell.starts, ends: bell.ends } : null;
  };
}

/** The dated lessons of all cards. */
export function lessonsOf(
  cards: readonly (TemplateCard & { readonly schoolClasses: readonly ClassOfCards[] })[],
  given: {
    readonly calendar: AcademicCalendar;
    readonly schedules: readonly BellSchedule[];
    readonly span: Span;
  },
): readonly DatedLesson[] {
  const byClasses = Map.groupBy(cards, ({ schoolClasses }) => schoolClasses.map(({ id }) => id).join(' '));
  return [...byClasses.values()].flatMap((own) => {
    const classes = own[0]?.schoolClasses ?? [];
    const days = daysOfClasses(given, classes).filter(
      ({ date }) => given.span.from <= date && date <= given.span.to,
    );
    return datedLessons(own, days, bellsOf(given.schedules, classes[0]?.shift ?? 1));
  });
}

/** A group of several classes goes by the first of them; where that one is off, by the next that has lessons. */
function daysOfClasses(
  {
    calendar,
    schedules,
  }: { readonly calendar: AcademicCalendar; readonly schedules: readonly BellSchedule[] },
  classes: readonly ClassOfCards[],
): readonly SchoolDay[] {
  const byDate = new Map<string, SchoolDay>();
  for (const { id, grade, shift } of classes) {
    const reader = { grade, classId: id, bellScheduleIds: schedulesOfShift(schedules, shift) };
    for (const day of schoolDays(calendar, reader)) {
      if (!byDate.has(day.date)) byDate.set(day.date, day);
    }
  }
  return [...byDate.values()].toSorted((one, other) => one.date.localeCompare(other.date));
}

/**
 * Pairs what shall be with what is, by page, date and order on the day. Ids stay, whatever is entered on them;
 * lessons without a partner are retired when they belong to a class of the file. Where somebody moved a lesson away from,
 * no new one is put.
 */
export function pairLessons(
  wanted: readonly DatedLesson[],
  known: readonly KnownLesson[],
  {
    mayRetire,
    newId,
  }: { readonly mayRetire: (lesson: KnownLesson) => boolean; readonly newId: () => string },
): LessonPlan {
  const byPlace = new Map(known.map((lesson) => [placeOf(lesson), lesson]));
  const left = new Set(
    known.flatMap(({ assignmentId, leftPlaces }) =>
      leftPlaces.map((place) => placeOf({ assignmentId, ...place })),
    ),
  );
  const added: LessonRow[] = [];
  const moved: LessonRow[] = [];
  let unchanged = 0;
  let byHand = 0;
  for (const lesson of wanted) {
    const partner = byPlace.get(placeOf(lesson));
    byPlace.delete(placeOf(lesson));
    const row = { ...lesson, id: partner?.id ?? newId() };
    if (!partner && left.has(placeOf(lesson))) byHand += 1;
    else if (!partner) added.push(row);
    else if (partner.isChanged || partner.state === 'cancelled') byHand += 1;
    else if (isSame(partner, row)) unchanged += 1;
    else moved.push(row);
  }
  const surplus = [...byPlace.values()].filter((lesson) => lesson.state === 'planned' && mayRetire(lesson));
  const retired = surplus.filter(({ isChanged }) => !isChanged).map(({ id }) => id);
  return { added, moved, retired, unchanged, byHand: byHand + surplus.length - retired.length };
}

const placeOf = ({ assignmentId, date, seqInDay }: Pick<LessonRow, 'assignmentId' | 'date' | 'seqInDay'>) =>
  `${assignmentId}|${date}|${String(seqInDay)}`;

const isSame = (known: KnownLesson, row: LessonRow) =>
  known.state === 'planned' &&
  known.number === row.number &&
  known.starts === row.starts &&
  known.ends === row.ends &&
  known.roomId === row.roomId;
