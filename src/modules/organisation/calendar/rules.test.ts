import { describe, expect, test } from 'vitest';
import { mondayOf, periodOn, schoolDays, type AcademicCalendar, type DayOverride } from './rules.ts';

const override = (given: Partial<DayOverride> & { date: string }): DayOverride => ({
  scope: 'school',
  scopeId: '',
  off: false,
  asWeekday: null,
  bellScheduleId: null,
  ...given,
});

const calendar = (given: Partial<AcademicCalendar> = {}): AcademicCalendar => ({
  year: { start: '2026-09-01', end: '2026-09-20' },
  breaks: [],
  overrides: [],
  daysPerWeek: 5,
  ...given,
});

const datesOf = (given: Partial<AcademicCalendar>, grade = 7, classId: string | null = null) =>
  schoolDays(calendar(given), { grade, classId }).map(({ date }) => date.slice(8));

describe('school days', () => {
  test('five or six days a week from the first day to the last', () => {
    expect(datesOf({})).toEqual([
      '01',
      '02',
      '03',
      '04',
      '07',
      '08',
      '09',
      '10',
      '11',
      '14',
      '15',
      '16',
      '17',
      '18',
    ]);
    expect(datesOf({ daysPerWeek: 6 })).toContain('05');
  });

  test('a break of some grades is nobody else’s', () => {
    const breaks = [{ start: '2026-09-07', end: '2026-09-13', grades: [1] }];
    expect(datesOf({ breaks }, 1)).not.toContain('08');
    expect(datesOf({ breaks }, 2)).toContain('08');
  });

  test('the narrower override wins', () => {
    const overrides = [
      override({ date: '2026-09-08', off: true }),
      override({ date: '2026-09-08', scope: 'grade', scopeId: '7' }),
      override({ date: '2026-09-08', scope: 'class', scopeId: 'b', off: true }),
    ];
    expect(datesOf({ overrides }, 6)).not.toContain('08');
    expect(datesOf({ overrides }, 7)).toContain('08');
    expect(datesOf({ overrides }, 7, 'b')).not.toContain('08');
    expect(datesOf({ overrides }, 7, 'a')).toContain('08');
  });

  test('a Saturday works by the timetable of another day', () => {
    const overrides = [override({ date: '2026-09-12', asWeekday: 1 })];
    const day = schoolDays(calendar({ overrides }), { grade: 7, classId: null }).find(
      ({ date }) => date === '2026-09-12',
    );
    expect(day).toEqual({ date: '2026-09-12', weekday: 1, week: 2, cycle: 'B', bellScheduleId: null });
  });

  test('other bells do not make a Sunday a school day', () => {
    const bells = (date: string) => override({ date, bellScheduleId: 'short' });
    const days = schoolDays(calendar({ overrides: [bells('2026-09-13'), bells('2026-09-14')] }), {
      grade: 7,
      classId: null,
    });
    expect(days.find(({ date }) => date === '2026-09-13')).toBeUndefined();
    expect(days.find(({ date }) => date === '2026-09-14')?.bellScheduleId).toBe('short');
  });

  test('bells of a grade say nothing about lessons: the whole school’s day off is theirs too', () => {
    const overrides = [
      override({ date: '2026-09-08', scope: 'grade', scopeId: '1', bellScheduleId: 'short' }),
      override({ date: '2026-09-08', off: true }),
      override({ date: '2026-09-09', scope: 'grade', scopeId: '1', bellScheduleId: 'short' }),
      override({ date: '2026-09-09', asWeekday: 5 }),
    ];
    const days = schoolDays(calendar({ overrides }), { grade: 1, classId: null });
    expect(days.find(({ date }) => date === '2026-09-08')).toBeUndefined();
    expect(days.find(({ date }) => date === '2026-09-09')).toMatchObject({
      weekday: 5,
      bellScheduleId: 'short',
    });
  });

  test('of one scope the earlier in the list wins', () => {
    const overrides = [
      override({ date: '2026-09-08', asWeekday: 1 }),
      override({ date: '2026-09-08', off: true }),
    ];
    expect(datesOf({ overrides })).toContain('08');
    expect(datesOf({ overrides: overrides.toReversed() })).not.toContain('08');
  });

  test('neither a week of quarantine nor a working day in the holidays moves the weeks after it', () => {
    const week = ['07', '08', '09', '10', '11'].map((day) =>
      override({ date: `2026-09-${day}`, scope: 'class', scopeId: 'b', off: true }),
    );
    const cycleAfter = (given: Partial<AcademicCalendar>) =>
      schoolDays(calendar(given), { grade: 7, classId: 'b' }).find(({ date }) => date === '2026-09-14');
    expect(cycleAfter({ overrides: week })).toMatchObject({ week: 3, cycle: 'A' });
    const breaks = [{ start: '2026-09-07', end: '2026-09-13', grades: null }];
    expect(cycleAfter({ breaks, overrides: [override({ date: '2026-09-09', asWeekday: 1 })] })).toMatchObject(
      {
        week: 2,
        cycle: 'B',
      },
    );
  });

  test('a week of holidays has no number, so the cycle goes on after it', () => {
    const breaks = [{ start: '2026-09-07', end: '2026-09-13', grades: null }];
    const days = schoolDays(calendar({ breaks }), { grade: 7, classId: null });
    expect(days.map(({ week, cycle }) => `${week}${cycle}`)).toEqual([
      ...Array.from({ length: 4 }, () => '1A'),
      ...Array.from({ length: 5 }, () => '2B'),
    ]);
  });
});

test('the period of a date', () => {
  const periods = [
    { start: '2026-09-01', end: '2026-10-23' },
    { start: '2026-11-02', end: '2026-12-30' },
  ];
  expect(periodOn(periods, '2026-10-23')).toBe(periods[0]);
  expect(periodOn(periods, '2026-10-24')).toBeNull();
});

test('Monday of a Sunday is six days back', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
});
