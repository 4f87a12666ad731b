import {
  bellTimes,
  federalFrame,
  schoolDays,
  type AcademicCalendar,
  type BellTime,
  type DayOverride,
  type FederalFrame,
  type SchoolDay,
} from '#modules/organisation/index.ts';
import type { Bell } from '#modules/timetable/index.ts';
import { defaultBreaks, defaultSchemes, publicDayName } from '#modules/organisation/new-school/rules.ts';
import { clockTime, minutesOf, momentsOf, type Moments } from './moments.ts';
import { idSource } from './random.ts';
import { rows, type Rows } from './rows.ts';
import { region, type SchoolPlan } from './school-plan.ts';
import type { SubjectKey, WorkTypeKey } from './curriculum/subjects.ts';
import { writeScales, writeSubjects, writeWorkTypes } from './school-lists.ts';

export type Period = {
  readonly id: string;
  readonly kind: 'quarter' | 'halfYear' | 'year';
  readonly start: string;
  readonly end: string;
};

/** What does not depend on people: the year, its bells, subjects and scales, with their rows written. */
export type SchoolFrame = {
  readonly plan: SchoolPlan;
  readonly startYear: number;
  readonly yearId: string;
  readonly frame: FederalFrame;
  readonly moments: Moments;
  readonly id: (kind: string) => string;
  readonly rows: Rows;
  readonly subjectIds: Readonly<Record<SubjectKey, string>>;
  readonly workTypeIds: Readonly<Record<WorkTypeKey, string>>;
  readonly scaleId: string;
  readonly creditScaleId: string;
  readonly periodsOf: (grade: number) => readonly Period[];
  readonly daysOf: (grade: number, classId: string) => readonly SchoolDay[];
  readonly bell: (
    schoolClass: { grade: number; shift: 1 | 2 },
    day: SchoolDay,
    number: number,
  ) => Bell | null;
};

type Base = Pick<SchoolFrame, 'plan' | 'startYear' | 'yearId' | 'frame' | 'id' | 'rows'>;

export function schoolFrame(plan: SchoolPlan, startYear: number): SchoolFrame {
  const id = idSource(`school-${plan.schoolId}`, new Date(Date.UTC(startYear, 7, 20, 6)));
  const base: Base = {
    plan,
    startYear,
    id,
    rows: rows(),
    yearId: id('academicYear'),
    frame: federalFrame(startYear),
  };
  writeSchool(base);
  const periods = writePeriods(base);
  const bells = writeBells(base);
  const calendar = writeCalendar(base, bells.short);
  const { scaleId, creditScaleId } = writeScales(base);
  return {
    ...base,
    moments: momentsOf(plan.timeZone, startYear),
    subjectIds: writeSubjects(base),
    workTypeIds: writeWorkTypes(base),
    scaleId,
    creditScaleId,
    periodsOf: (grade) => periods.get(grade) ?? [],
    daysOf: (grade, classId) => schoolDays(calendar, { grade, classId }),
    bell: (schoolClass, day, number) => {
      const own = schoolClass.shift === 2 ? bells.second : bells.first;
      const schedule = day.bellScheduleId === null ? own : (bells.byId.get(day.bellScheduleId) ?? own);
      return schedule.get(number) ?? null;
    },
  };
}

function writeSchool({ plan, rows, id, yearId, startYear, frame }: Base): void {
  const school_id = plan.schoolId;
  rows.add('organisation.school', {
    school_id,
    name: plan.name,
    short_name: plan.shortName,
    time_zone: plan.timeZone,
    kind: plan.kind,
  });
  rows.add('organisation.academic_year', {
    school_id,
    id: yearId,
    name: `${startYear}/${startYear + 1}`,
    start_date: frame.year.start,
    end_date: frame.year.end,
  });
  const locality_id = id('locality');
  rows.add('directory.locality', {
    id: locality_id,
    region_id: region.id,
    name: plan.locality.name,
    kind: plan.locality.kind,
  });
}

function writePeriods({ plan, rows, id, yearId, frame }: Base) {
  const school_id = plan.schoolId;
  const taught = new Set(plan.classes.map(({ grade }) => grade));
  const periodsOf = new Map<number, readonly Period[]>();
  for (const { name, kind, grades, periods } of defaultSchemes(frame)) {
    const own = grades.filter((grade) => taught.has(grade));
    if (own.length === 0) continue;
    const scheme_id = id('scheme');
    rows.add('organisation.period_scheme', {
      school_id,
      id: scheme_id,
      academic_year_id: yearId,
      name,
      kind,
    });
    const written = periods.map((period): Period => {
      const { start, end } = period;
      const periodId = id('period');
      rows.add('organisation.grading_period', {
        school_id,
        id: periodId,
        scheme_id,
        kind: period.kind,
        ordinal: period.ordinal,
        name: period.name,
        start_date: start,
        end_date: end,
      });
      return { id: periodId, kind: period.kind, start, end };
    });
    for (const grade of own) {
      rows.add('organisation.scheme_assignment', { school_id, academic_year_id: yearId, grade, scheme_id });
      periodsOf.set(grade, written);
    }
  }
  return periodsOf;
}

type Bells = ReadonlyMap<number, Bell>;

function writeBells({ plan, rows, id }: Base) {
  const byId = new Map<string, Bells>();
  /** `shift` null = rings where the calendar says so. */
  const schedule = (name: string, shift: number | null, bells: Bells) => {
    const scheduleId = id('bells');
    rows.add('organisation.bell_schedule', {
      school_id: plan.schoolId,
      id: scheduleId,
      name,
      shift: shift ?? 1,
      usual: shift !== null,
    });
    for (const [number, { starts, ends }] of bells) {
      rows.add('organisation.bell_period', {
        school_id: plan.schoolId,
        bell_schedule_id: scheduleId,
        number,
        starts,
        ends,
      });
    }
    byId.set(scheduleId, bells);
    return { id: scheduleId, bells };
  };
  const byNumber = (times: readonly BellTime[]): Bells =>
    new Map(times.map(({ number, ...bell }) => [number, bell]));
  const times = bellTimes(plan.bells);
  const first = byNumber(times);
  const short = byNumber(
    times.slice(0, 5).map((time) => ({ ...time, ends: clockTime(minutesOf(time.starts) + 35) })),
  );
  const second = secondShiftStarts.map((from, number) => ({
    number,
    starts: clockTime(from),
    ends: clockTime(from + plan.bells.lesson),
  }));
  const firstShift = schedule('Первая смена', 1, first);
  const secondShift = plan.classes.some(({ shift }) => shift === 2)
    ? schedule('Вторая смена', 2, byNumber(second))
    : firstShift;
  return {
    first: firstShift.bells,
    second: secondShift.bells,
    short: schedule('1 класс, уроки по 35 минут', null, short).id,
    byId,
  };
}

/** Number 0 stands beside the sixth lesson of the first shift; the last lesson ends before 19:00. */
const secondShiftStarts = [785, 835, 885, 940, 995, 1045, 1095];

function writeCalendar(
  { plan, rows, id, yearId, frame, startYear }: Base,
  shortBells: string,
): AcademicCalendar {
  const school_id = plan.schoolId;
  const breaks = defaultBreaks(frame);
  for (const { start, end, name, grades } of breaks) {
    rows.add('organisation.holiday_break', {
      school_id,
      id: id('break'),
      academic_year_id: yearId,
      name,
      start_date: start,
      end_date: end,
      grades: grades === null ? null : [...grades],
    });
  }
  const daysOff = frame.publicDaysOff.map((date): DayOverride => ({
    date,
    scope: 'school',
    scopeId: '',
    off: true,
    asWeekday: null,
    bellScheduleId: null,
  }));
  const calendar: AcademicCalendar = { year: frame.year, breaks, overrides: daysOff, daysPerWeek: 5 };
  // Sanitary rules: until January the lessons of grade 1 last 35 minutes.
  const steps = schoolDays(calendar, { grade: 1, classId: null })
    .filter(({ date }) => date < `${startYear + 1}-01-01`)
    .map(({ date }): DayOverride => ({
      date,
      scope: 'grade',
      scopeId: '1',
      off: false,
      asWeekday: null,
      bellScheduleId: shortBells,
    }));
  const overrides = [...daysOff, ...steps];
  for (const { date, scope, scopeId, off, asWeekday, bellScheduleId } of overrides) {
    rows.add('organisation.calendar_day', {
      school_id,
      date,
      scope,
      scope_id: scopeId,
      off,
      as_weekday: asWeekday,
      bell_schedule_id: bellScheduleId,
      name: off ? publicDayName(date) : null,
    });
  }
  return { ...calendar, overrides };
}
