/** Dates are `YYYY-MM-DD` in the school's time zone; both ends of a span belong to it; weekday 1 = Monday. */
export type DateSpan = { readonly start: string; readonly end: string };

/** `grades` null = the whole school. */
export type Break = DateSpan & { readonly grades: readonly number[] | null };

/**
 * An exception of one day; the narrower scope wins, of one scope the earlier in the list. One that only rings other bells
 * says nothing about lessons: those go by the wider ones. `scopeId` is a grade or a class id as text.
 */
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
  /** Study weeks count from 1; a week of holidays has no number. Exceptions of single days move no week. */
  readonly week: number;
  readonly cycle: 'A' | 'B';
  /** Other bells than the shift's usual ones. */
  readonly bellScheduleId: string | null;
};

export type CalendarReader = {
  readonly grade: number;
  readonly classId: string | null;
  /** The bell schedules of the class's shift: others are nothing to it. All of them where it is not said. */
  readonly bellScheduleIds?: ReadonlySet<string>;
};

/** The school days of a year as one class has them, in order. Odd study weeks are A, even ones B. */
export function schoolDays(calendar: AcademicCalendar, reader: CalendarReader): readonly SchoolDay[] {
  const { override, bells } = overridesFor(calendar.overrides, reader);
  const breaks = calendar.breaks.filter(({ grades }) => grades === null || grades.includes(reader.grade));
  const days: SchoolDay[] = [];
  let week = 0;
  let monday = '';
  for (let date = calendar.year.start; date <= calendar.year.end; date = addDays(date, 1)) {
    const own = override.get(date);
    const usual = weekdayOf(date);
    const isUsual = usual <= calendar.daysPerWeek && !isWithin(breaks, date);
    if (isUsual && mondayOf(date) !== monday) {
      monday = mondayOf(date);
      week += 1;
    }
    if (own?.off === true || !(isUsual || own?.asWeekday != null)) continue;
    days.push({
      date,
      weekday: own?.asWeekday ?? usual,
      week,
      cycle: week % 2 === 1 ? 'A' : 'B',
      bellScheduleId: bells.get(date)?.bellScheduleId ?? null,
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

/** What holds for a reader by date: of lessons, and of bells. */
function overridesFor(overrides: readonly DayOverride[], reader: CalendarReader) {
  const override = new Map<string, DayOverride>();
  const bells = new Map<string, DayOverride>();
  for (const one of overrides) {
    const { scope, scopeId } = one;
    if (scope === 'grade' && scopeId !== String(reader.grade)) continue;
    if (scope === 'class' && scopeId !== reader.classId) continue;
    if (!ringsOnly(one)) keepNarrower(override, one);
    const { bellScheduleId } = one;
    if (bellScheduleId !== null && reader.bellScheduleIds?.has(bellScheduleId) !== false)
      keepNarrower(bells, one);
  }
  return { override, bells };
}

function keepNarrower(kept: Map<string, DayOverride>, one: DayOverride): void {
  const known = kept.get(one.date);
  if (!known || narrowness[known.scope] < narrowness[one.scope]) kept.set(one.date, one);
}

const ringsOnly = ({ off, asWeekday, bellScheduleId }: DayOverride) =>
  !off && asWeekday === null && bellScheduleId !== null;

const isWithin = (spans: readonly DateSpan[], date: string) =>
  spans.some(({ start, end }) => start <= date && date <= end);
