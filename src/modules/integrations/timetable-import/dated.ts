import {
  mondayOf,
  schoolDays,
  type AcademicCalendar,
  type BellSchedule,
  type SchoolDay,
  type YearFrame,
} from '#modules/organisation/index.ts';
import {
  datedLessons,
  type Bell,
  type DatedLesson,
  type KnownLesson,
  type LessonRow,
  type TemplateCard,
} from '#modules/timetable/index.ts';
import { uuidv7 } from '#platform/ids.ts';

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

/** The bells of a class: those of its shift, on some days others. */
export function bellsOf(
  schedules: readonly BellSchedule[],
  shift: number,
): (day: SchoolDay, number: number) => Bell | null {
  const tables = new Map(
    schedules.map(({ id, bells }) => [id, new Map(bells.map((bell) => [bell.number, bell]))]),
  );
  const usual = schedules.filter(({ isUsual }) => isUsual);
  const own = usual.find((schedule) => schedule.shift === shift) ?? usual[0] ?? schedules[0];
  return (day, number) => {
    const table = tables.get(day.bellScheduleId ?? '') ?? tables.get(own?.id ?? '');
    const bell = table?.get(number);
    return bell ? { starts: bell.starts, ends: bell.ends } : null;
  };
}

/** The dated lessons of all cards; a group of several classes goes by the calendar of its first one. */
export function lessonsOf(
  cards: readonly (TemplateCard & { readonly schoolClass: ClassOfCards })[],
  given: {
    readonly calendar: AcademicCalendar;
    readonly schedules: readonly BellSchedule[];
    readonly span: Span;
  },
): readonly DatedLesson[] {
  return [...Map.groupBy(cards, ({ schoolClass }) => schoolClass.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, grade, shift } = first.schoolClass;
    const days = schoolDays(given.calendar, { grade, classId: id }).filter(
      ({ date }) => given.span.from <= date && date <= given.span.to,
    );
    return datedLessons(own, days, bellsOf(given.schedules, shift));
  });
}

/**
 * Pairs what shall be with what is, by page, date and order on the day. Ids stay, whatever is entered on them;
 * lessons without a partner are retired when they belong to a class of the file. Where somebody moved a lesson away from,
 * no new one is put.
 */
export function pairLessons(
  wanted: readonly DatedLesson[],
  known: readonly KnownLesson[],
  mayRetire: (lesson: KnownLesson) => boolean,
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
    const row = { ...lesson, id: partner?.id ?? uuidv7() };
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
