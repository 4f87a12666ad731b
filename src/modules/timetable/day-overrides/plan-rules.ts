import type { SchoolDay } from '#modules/organisation/index.ts';
import type { FactPage } from '../changes/plan-facts.ts';
import type { LessonRow } from '../lessons/commands.ts';
import { bellsOf, pairLessons, type Span } from '../lessons/pair-rules.ts';
import { datedLessons, type DatedLesson } from '../lessons/rules.ts';
import { changedDays, type ChangedDay, isSameDay, isSameTimetable } from './day-rules.ts';
import type { DayLesson, DaysFacts, Turn } from './facts.ts';

/** What becomes of lessons when the calendar changes. */
export type DaysPlan = {
  readonly days: readonly ChangedDay[];
  /** They fall out with the day's reason and can come back. */
  readonly cancelled: readonly DayLesson[];
  /** Cancelled by a special day before; they stand again. */
  readonly restored: readonly DayLesson[];
  readonly added: readonly LessonRow[];
  /** Other number, room or times, or back from outside the timetable. */
  readonly moved: readonly LessonRow[];
  /** Other times alone; whatever else was changed on them stays. */
  readonly retimed: readonly Pick<LessonRow, 'id' | 'starts' | 'ends'>[];
  /** Not in the timetable of that day. */
  readonly retired: readonly DayLesson[];
  /** Of groups with classes whose day stays as it is: left as they are. */
  readonly shared: readonly DayLesson[];
  /** Changed by hand: left as they are. */
  readonly byHand: readonly DayLesson[];
};

type Parts = { [Part in Exclude<keyof DaysPlan, 'days'>]: DaysPlan[Part][number][] };

/**
 * What the turn from one calendar to another means for the lessons of a span. `isEnding` = days are given back: what
 * stood there by them leaves the timetable instead of being cancelled.
 */
export function planDays(
  facts: DaysFacts,
  {
    turn,
    span,
    isEnding,
    newId,
  }: {
    readonly turn: Turn;
    readonly span: Span;
    readonly isEnding: boolean;
    readonly newId: () => string;
  },
): DaysPlan {
  const days = changedDays(facts, turn, span);
  const plan: Parts = {
    cancelled: [],
    restored: [],
    added: [],
    moved: [],
    retimed: [],
    retired: [],
    shared: [],
    byHand: [],
  };
  const at = { ...atHand(facts, days), isEnding, newId };
  const dates = [...new Set(days.map(({ date }) => date))];
  for (const page of facts.pages) {
    for (const date of dates) planPageDay({ page, date, plan, at });
  }
  return { days, ...plan };
}

type AtHand = ReturnType<typeof atHand> & {
  readonly isEnding: boolean;
  readonly newId: () => string;
};

function atHand(facts: DaysFacts, days: readonly ChangedDay[]) {
  const shiftOf = new Map(facts.classes.map(({ id, shift }) => [id, shift]));
  const classesOf = new Map(facts.pages.map(({ id, classIds }) => [id, classIds]));
  const byShift = new Map<number, ReturnType<typeof bellsOf>>();
  return {
    day: new Map(days.map((day) => [`${day.classId} ${day.date}`, day])),
    lessons: Map.groupBy(facts.lessons, ({ assignmentId, date }) => `${assignmentId} ${date}`),
    movedAway: Map.groupBy(
      facts.lessons.filter(({ leftPlaces }) => leftPlaces.length > 0),
      ({ assignmentId }) => assignmentId,
    ),
    templates: facts.templates.map((template) => ({
      ...template,
      classIds: new Set(template.cards.flatMap(({ assignmentId }) => classesOf.get(assignmentId) ?? [])),
    })),
    bells(page: FactPage) {
      const shift = shiftOf.get(page.classIds[0] ?? '') ?? 1;
      const bells = byShift.get(shift) ?? bellsOf(facts.schedules, shift);
      byShift.set(shift, bells);
      return bells;
    },
  };
}

type PageDay = {
  readonly page: FactPage;
  readonly date: string;
  readonly plan: Parts;
  readonly at: AtHand;
};

function planPageDay(given: PageDay): void {
  const { page, date, plan, at } = given;
  const own = page.classIds.map((id) => at.day.get(`${id} ${date}`));
  const [first] = own;
  if (own.every((day) => day === undefined)) return;
  const known = at.lessons.get(`${page.id} ${date}`) ?? [];
  if (!first || !own.every((day) => day !== undefined && isSameDay(day.after, first.after))) {
    plan.shared.push(...known.filter(({ state }) => state === 'planned'));
    return;
  }
  if (first.after === null) falls(given, known);
  else if (first.before !== null && isSameTimetable(first.before, first.after)) {
    retime(given, known, first.after);
  } else byTimetable(given, known, first.after);
}

/** What was changed by hand comes back as it was: only what is cancelled does. */
function falls({ plan, at }: PageDay, known: readonly DayLesson[]): void {
  for (const lesson of known) {
    if (lesson.state !== 'planned') continue;
    if (!at.isEnding) plan.cancelled.push(lesson);
    else if (lesson.isMovedHere) plan.byHand.push(lesson);
    else if (lesson.isChanged) plan.cancelled.push(lesson);
    else plan.retired.push(lesson);
  }
}

function retime({ page, plan, at }: PageDay, known: readonly DayLesson[], day: SchoolDay): void {
  for (const { id, state, number, starts, ends } of known) {
    if (state === 'retired') continue;
    const bell = at.bells(page)(day, number);
    const times = { starts: bell?.starts ?? null, ends: bell?.ends ?? null };
    if (times.starts !== starts || times.ends !== ends) plan.retimed.push({ id, ...times });
  }
}

/** The day takes the cards of its weekday; what a special day cancelled stands again where it belongs. */
function byTimetable(given: PageDay, known: readonly DayLesson[], day: SchoolDay): void {
  const { page, date, plan, at } = given;
  const template = at.templates.find(
    ({ startDate, endDate, classIds }) =>
      startDate <= date && date <= endDate && page.classIds.some((id) => classIds.has(id)),
  );
  const cards = template?.cards.filter(({ assignmentId }) => assignmentId === page.id) ?? [];
  const wanted = template ? datedLessons(cards, [day], at.bells(page)) : null;
  const places = new Set(wanted?.map(placeOf));
  const belongs = (lesson: DayLesson) => wanted === null || places.has(placeOf(lesson));
  const restored = known.filter((lesson) => lesson.offBy !== null && belongs(lesson));
  plan.restored.push(...restored);
  if (wanted === null) return;
  const standing = known
    .filter((lesson) => lesson.offBy === null || belongs(lesson))
    .map((lesson): DayLesson => (lesson.offBy === null ? lesson : { ...lesson, state: 'planned' }));
  pair(given, standing, wanted);
}

function pair(
  { page, plan, at }: PageDay,
  standing: readonly DayLesson[],
  wanted: readonly DatedLesson[],
): void {
  const away = (at.movedAway.get(page.id) ?? []).filter(
    (lesson) => !standing.some(({ id }) => id === lesson.id),
  );
  const known = [...standing, ...away.map((lesson) => ({ ...lesson, date: `was ${lesson.date}` }))];
  const paired = pairLessons(wanted, known, { mayRetire: () => true, newId: at.newId });
  plan.added.push(...paired.added);
  plan.moved.push(...paired.moved);
  const retired = new Set(paired.retired);
  plan.retired.push(...standing.filter(({ id }) => retired.has(id)));
  const places = new Set(wanted.map(placeOf));
  for (const lesson of standing.filter(({ isChanged, state }) => isChanged && state !== 'retired')) {
    // A substitution goes with its lesson; what was put here by hand stays.
    const isSurplus = !places.has(placeOf(lesson)) && lesson.state === 'planned';
    if (isSurplus && !lesson.isMovedHere) plan.cancelled.push(lesson);
    else plan.byHand.push(lesson);
  }
}

const placeOf = ({ date, seqInDay }: Pick<DatedLesson, 'date' | 'seqInDay'>) => `${date} ${String(seqInDay)}`;
