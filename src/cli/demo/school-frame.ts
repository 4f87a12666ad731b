import {
  federalFrame,
  schoolDays,
  type AcademicCalendar,
  type DayOverride,
  type FederalFrame,
  type SchoolDay,
} from '#modules/organisation/index.ts';
import type { Bell } from '#modules/timetable/index.ts';
import { clockTime, momentsOf, type Moments } from './moments.ts';
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
    periodsOf: (grade) => (grade >= 10 ? periods.halfYears : periods.quarters),
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
  const scheme = (kind: 'quarter' | 'halfYear', spans: FederalFrame['quarters']): readonly Period[] => {
    const schemeId = id('scheme');
    const words = kind === 'quarter' ? ['Четверти', 'четверть'] : ['Полугодия', 'полугодие'];
    rows.add('organisation.period_scheme', {
      school_id,
      id: schemeId,
      academic_year_id: yearId,
      name: words[0] ?? '',
      kind,
    });
    const grades = plan.classes
      .map(({ grade }) => grade)
      .filter((grade) => grade >= 10 === (kind === 'halfYear'));
    for (const grade of new Set(grades)) {
      rows.add('organisation.scheme_assignment', {
        school_id,
        academic_year_id: yearId,
        grade,
        scheme_id: schemeId,
      });
    }
    const all = [
      ...spans.map((span, index) => ({ span, ordinal: index + 1 })),
      { span: frame.year, ordinal: 0 },
    ];
    return all.map(({ span, ordinal }) => {
      const period: Period = { id: id('period'), kind: ordinal === 0 ? 'year' : kind, ...span };
      rows.add('organisation.grading_period', {
        school_id,
        id: period.id,
        scheme_id: schemeId,
        kind: period.kind,
        ordinal,
        name: ordinal === 0 ? 'Год' : `${ordinal} ${words[1] ?? ''}`,
        start_date: span.start,
        end_date: span.end,
      });
      return period;
    });
  };
  const quarters = scheme('quarter', frame.quarters);
  const hasSeniors = plan.classes.some(({ grade }) => grade >= 10);
  return { quarters, halfYears: hasSeniors ? scheme('halfYear', frame.halfYears) : [] };
}

type Bells = ReadonlyMap<number, Bell>;

function writeBells({ plan, rows, id }: Base) {
  const byId = new Map<string, Bells>();
  const schedule = (name: string, shift: number, bells: Bells) => {
    const scheduleId = id('bells');
    rows.add('organisation.bell_schedule', { school_id: plan.schoolId, id: scheduleId, name, shift });
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
  const { start, lesson, recesses } = plan.bells;
  const starts = recesses.reduce<number[]>(
    (known, recess) => [...known, (known.at(-1) ?? start) + lesson + recess],
    [start],
  );
  const span = (from: number, length: number): Bell => ({
    starts: clockTime(from),
    ends: clockTime(from + length),
  });
  const first = new Map(starts.map((from, index) => [index + 1, span(from, lesson)]));
  const short = new Map(starts.slice(0, 5).map((from, index) => [index + 1, span(from, 35)]));
  const firstShift = schedule('Первая смена', 1, first);
  const secondShift = plan.classes.some(({ shift }) => shift === 2)
    ? schedule(
        'Вторая смена',
        2,
        new Map(secondShiftStarts.map((from, number) => [number, span(from, lesson)])),
      )
    : firstShift;
  return {
    first: firstShift.bells,
    second: secondShift.bells,
    short: schedule('1 класс, уроки по 35 минут', 1, short).id,
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
  const breaks = [
    { ...frame.autumnBreak, name: 'Осенние каникулы', grades: null },
    { ...frame.winterBreak, name: 'Зимние каникулы', grades: null },
    { ...frame.februaryBreak, name: 'Дополнительные каникулы', grades: [1] },
    { ...frame.springBreak, name: 'Весенние каникулы', grades: null },
  ];
  for (const { start, end, name, grades } of breaks) {
    rows.add('organisation.holiday_break', {
      school_id,
      id: id('break'),
      academic_year_id: yearId,
      name,
      start_date: start,
      end_date: end,
      grades,
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
      name: off ? (publicDays[date.slice(5, 7)] ?? null) : null,
    });
  }
  return { ...calendar, overrides };
}

const publicDays: Readonly<Record<string, string>> = {
  '02': 'День защитника Отечества',
  '03': 'Международный женский день',
  '05': 'Майские праздники',
  '11': 'День народного единства',
};
