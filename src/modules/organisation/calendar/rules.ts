/** Dates are `YYYY-MM-DD` in the school's time zone; both ends of a span belong to it; weekday 1 = Monday. */
export type DateSpan = { readonly start: string; readonly end: string };

/** `grades` null = the whole school. */
export type Break = DateSpan & { readonly grades: readonly number[] | null };

/** An exception of one day; the narrower scope wins. `scopeId` is a grade or a class id as text. */
export type DayOverride = {
  readonly date: string;
  readonly scope: 'school' | 'grade' | 'class';
  readonly scopeId: string;
  readonly off: boolean;
  /** Works by the timetable of another weekday (a working Saturday). */
  readonly asWeekday: number | null;
  readonly bellScheduleId: string | null;
};

export type AcademicCalendar = {
  readonly year: DateSpan;
  readonly breaks: readonly Break[];
  readonly overrides: readonly DayOverride[];
  /** 5 = Monday to Friday, 6 = with Saturdays. */
  readonly daysPerWeek: 5 | 6;
};

export type SchoolDay = {
  readonly date: string;
  /** Whose timetable is in force: the weekday itself unless an override says otherwise. */
  readonly weekday: number;
  /** Study weeks count from 1; a week without a school day has no number. */
  readonly week: number;
  readonly cycle: 'A' | 'B';
  /** Other bells than the shift's usual ones. */
  readonly bellScheduleId: string | null;
};

export type CalendarReader = { readonly grade: number; readonly classId: string | null };

/** The school days of a year as one class has them, in order. Odd study weeks are A, even ones B. */
export function schoolDays(calendar: AcademicCalendar, reader: CalendarReader): readonly SchoolDay[] {
  const overrides = overridesFor(calendar.overrides, reader);
  const breaks = calendar.breaks.filter(({ grades }) => grades === null || grades.includes(reader.grade));
  const days: SchoolDay[] = [];
  let week = 0;
  let monday = '';
  for (let date = calendar.year.start; date <= calendar.year.end; date = addDays(date, 1)) {
    const override = overrides.get(date);
    const weekday = override?.asWeekday ?? weekdayOf(date);
    if (!isSchoolDay(override, { inBreak: isWithin(breaks, date), weekday, calendar })) continue;
    if (mondayOf(date) !== monday) {
      monday = mondayOf(date);
      week += 1;
    }
    days.push({
      date,
      weekday,
      week,
      cycle: week % 2 === 1 ? 'A' : 'B',
      bellScheduleId: override?.bellScheduleId ?? null,
    });
  }
  return days;
}

/** The period a date falls into, or null between periods. */
export function periodOn<Period extends DateSpan>(periods: readonly Period[], date: string): Period | null {
  return periods.find(({ start, end }) => start <= date && date <= end) ?? null;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const narrowness = { school: 0, grade: 1, class: 2 } as const;

function overridesFor(
  overrides: readonly DayOverride[],
  reader: CalendarReader,
): ReadonlyMap<string, DayOverride> {
  const mine = new Map<string, DayOverride>();
  for (const override of overrides) {
    const { date, scope, scopeId } = override;
    if (scope === 'grade' && scopeId !== String(reader.grade)) continue;
    if (scope === 'class' && scopeId !== reader.classId) continue;
    const known = mine.get(date);
    if (!known || narrowness[known.scope] < narrowness[scope]) mine.set(date, override);
  }
  return mine;
}

/**
 * An override naming a weekday makes a working day even of a Saturday or of a day in the holidays; one that
 * only changes the bells leaves the day what it is.
 */
function isSchoolDay(
  override: DayOverride | undefined,
  day: { inBreak: boolean; weekday: number; calendar: AcademicCalendar },
): boolean {
  if (override?.off) return false;
  if (override && override.asWeekday !== null) return true;
  return !day.inBreak && day.weekday <= day.calendar.daysPerWeek;
}

const isWithin = (spans: readonly DateSpan[], date: string) =>
  spans.some(({ start, end }) => start <= date && date <= end);
