import { addDays, mondayOf, weekdayOf, type DateSpan } from '../calendar/rules.ts';

export type FederalFrame = {
  readonly year: DateSpan;
  readonly quarters: readonly DateSpan[];
  readonly halfYears: readonly DateSpan[];
  readonly autumnBreak: DateSpan;
  readonly winterBreak: DateSpan;
  readonly springBreak: DateSpan;
  /** Grade 1 only, in the middle of the third quarter. */
  readonly februaryBreak: DateSpan;
  /** Public days off that fall on study weekdays outside the breaks. */
  readonly publicDaysOff: readonly string[];
};

/**
 * The calendar of a school year as the ministry recommends it: 1 September to 26 May; 8, 8, 11 and 7 weeks;
 * autumn and spring breaks of 9 days, winter from 31 December to the Sunday after 7 January; a break of 9
 * days for grade 1 from the sixth Monday of the third quarter. A school moves the dates as it likes.
 *
 * `transferredDaysOff`: days off that a government decree moved to a weekday; they cannot be computed.
 */
export function federalFrame(
  startYear: number,
  transferredDaysOff: readonly string[] = decreedDaysOff,
): FederalFrame {
  const daysOff = new Set([
    ...publicDaysOff(startYear),
    ...publicDaysOff(startYear + 1),
    ...transferredDaysOff,
  ]);
  const isDayOff = (date: string) => weekdayOf(date) > 5 || daysOff.has(date);
  const nextWorkingDay = (date: string): string => (isDayOff(date) ? nextWorkingDay(addDays(date, 1)) : date);
  const lastWorkingDay = (date: string): string =>
    isDayOff(date) ? lastWorkingDay(addDays(date, -1)) : date;

  const start = nextWorkingDay(`${startYear}-09-01`);
  // A year that begins on Thursday or Friday counts its weeks from the next Monday.
  const firstMonday = weekdayOf(start) <= 3 ? mondayOf(start) : addDays(mondayOf(start), 7);
  const autumn = breakAfter(lastWorkingDay(addDays(firstMonday, 8 * 7 - 3)), nextWorkingDay);
  const winterEnd = sundayFrom(`${startYear + 1}-01-08`);
  const winterStart = `${startYear}-12-31`;
  const third = nextWorkingDay(addDays(winterEnd, 1));
  const spring = breakAfter(lastWorkingDay(addDays(mondayOf(third), 11 * 7 - 3)), nextWorkingDay);
  const end = lastWorkingDay(`${startYear + 1}-05-26`);
  const february = addDays(mondayOf(third), 5 * 7);

  const breaks: DateSpan[] = [autumn, { start: winterStart, end: winterEnd }, spring];
  const second = nextWorkingDay(addDays(autumn.end, 1));
  const secondEnd = lastWorkingDay(addDays(winterStart, -1));
  const quarters = [
    { start, end: addDays(autumn.start, -1) },
    { start: second, end: secondEnd },
    { start: third, end: addDays(spring.start, -1) },
    { start: nextWorkingDay(addDays(spring.end, 1)), end },
  ];
  const outsideBreaks = (date: string) => !breaks.some((span) => span.start <= date && date <= span.end);
  return {
    year: { start, end },
    quarters,
    halfYears: [
      { start, end: secondEnd },
      { start: third, end },
    ],
    autumnBreak: autumn,
    winterBreak: { start: winterStart, end: winterEnd },
    springBreak: spring,
    februaryBreak: { start: february, end: addDays(february, 8) },
    publicDaysOff: [...daysOff]
      .filter((date) => date >= start && date <= end && weekdayOf(date) <= 5 && outsideBreaks(date))
      .sort(),
  };
}

/** The school year a date belongs to, by the year it starts in; July and August still belong to the last one. */
export function schoolYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}

/** Saturday after the last lesson to the Sunday nine days on, and over the public days that follow at once. */
function breakAfter(lastDay: string, nextWorkingDay: (date: string) => string): DateSpan {
  const start = addDays(lastDay, 1);
  const sunday = addDays(mondayOf(lastDay), 13);
  return { start, end: addDays(nextWorkingDay(addDays(sunday, 1)), -1) };
}

const sundayFrom = (date: string) => addDays(mondayOf(date), 6);

/** Labour Code, article 112: a public day at the weekend moves to the next working day (but in January). */
function publicDaysOff(year: number): readonly string[] {
  const holidays = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'].map((day) => `${year}-${day}`);
  const newYear = Array.from({ length: 8 }, (_, index) => `${year}-01-0${index + 1}`);
  const taken = new Set(newYear);
  for (const holiday of holidays) {
    let date = holiday;
    while (weekdayOf(date) > 5 || taken.has(date)) date = addDays(date, 1);
    taken.add(date);
  }
  return [...taken];
}

/** 2025/26: Saturday 1 November worked for Monday 3 November. */
const decreedDaysOff = ['2025-11-03'];
