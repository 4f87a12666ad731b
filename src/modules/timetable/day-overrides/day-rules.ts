import { schoolDays, type AcademicCalendar, type SchoolDay } from '#modules/organisation/calendar/rules.ts';
import { schedulesOfShift, type Span } from '../lessons/pair-rules.ts';
import type { Calendar, ClassOfDays, DaysFacts, Turn } from './facts.ts';

/** A day of a class that becomes another one; null = no school day. */
export type ChangedDay = {
  readonly classId: string;
  readonly date: string;
  readonly before: SchoolDay | null;
  readonly after: SchoolDay | null;
};

/** The days of each class that another calendar makes different. */
export function changedDays(facts: DaysFacts, turn: Turn, span: Span): readonly ChangedDay[] {
  return facts.classes.flatMap((schoolClass) => {
    const before = daysOf(facts, turn.before, schoolClass);
    const after = daysOf(facts, turn.after, schoolClass);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((date) => span.from <= date && date <= span.to)
      .toSorted()
      .flatMap((date): ChangedDay[] => {
        const day = { before: before.get(date) ?? null, after: after.get(date) ?? null };
        return isSameDay(day.before, day.after) ? [] : [{ classId: schoolClass.id, date, ...day }];
      });
  });
}

function daysOf(facts: DaysFacts, calendar: Calendar, { id, grade, shift }: ClassOfDays) {
  const reader = { grade, classId: id, bellScheduleIds: schedulesOfShift(facts.schedules, shift) };
  return new Map(schoolDays(calendarOf(facts, calendar), reader).map((day) => [day.date, day]));
}

/** A six-day week when anything stands on a Saturday. */
function calendarOf({ templates }: DaysFacts, calendar: Calendar): AcademicCalendar {
  const hasSaturdays = templates.some(({ cards }) => cards.some(({ weekday }) => weekday > 5));
  return { ...calendar, daysPerWeek: hasSaturdays ? 6 : 5 };
}

export function isSameDay(one: SchoolDay | null, other: SchoolDay | null): boolean {
  if (one === null || other === null) return one === other;
  return isSameTimetable(one, other) && one.bellScheduleId === other.bellScheduleId;
}

export const isSameTimetable = (one: SchoolDay, other: SchoolDay): boolean =>
  one.weekday === other.weekday && one.cycle === other.cycle;
