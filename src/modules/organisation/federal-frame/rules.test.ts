import { describe, expect, test } from 'vitest';
import { addDays, schoolDays, weekdayOf } from '../calendar/rules.ts';
import { federalFrame, schoolYearOf } from './rules.ts';

describe('the federal frame', () => {
  test('2025/26 as schools published it', () => {
    expect(federalFrame(2025)).toEqual({
      year: { start: '2025-09-01', end: '2026-05-26' },
      quarters: [
        { start: '2025-09-01', end: '2025-10-24' },
        { start: '2025-11-05', end: '2025-12-30' },
        { start: '2026-01-12', end: '2026-03-27' },
        { start: '2026-04-06', end: '2026-05-26' },
      ],
      halfYears: [
        { start: '2025-09-01', end: '2025-12-30' },
        { start: '2026-01-12', end: '2026-05-26' },
      ],
      autumnBreak: { start: '2025-10-25', end: '2025-11-04' },
      winterBreak: { start: '2025-12-31', end: '2026-01-11' },
      springBreak: { start: '2026-03-28', end: '2026-04-05' },
      februaryBreak: { start: '2026-02-16', end: '2026-02-24' },
      publicDaysOff: ['2026-02-23', '2026-03-09', '2026-05-01', '2026-05-11'],
    });
  });

  test.each(Array.from({ length: 24 }, (_, index) => 2020 + index))('%i is a whole school year', (year) => {
    const frame = federalFrame(year);
    const [first, second, third, fourth] = frame.quarters;
    expect([first?.end, second?.end, third?.end, fourth?.end].map((date) => weekdayOf(date ?? ''))).toSatisfy(
      (weekdays: number[]) => weekdays.every((weekday) => weekday <= 5),
    );
    expect(addDays(first?.end ?? '', 1)).toBe(frame.autumnBreak.start);
    expect(frame.autumnBreak.end < (second?.start ?? '')).toBe(true);
    expect((second?.end ?? '') < frame.winterBreak.start).toBe(true);
    const days = schoolDays(
      {
        year: frame.year,
        breaks: [frame.autumnBreak, frame.winterBreak, frame.springBreak].map((span) => ({
          ...span,
          grades: null,
        })),
        overrides: frame.publicDaysOff.map((date) => ({
          date,
          scope: 'school',
          scopeId: '',
          off: true,
          asWeekday: null,
          bellScheduleId: null,
        })),
        daysPerWeek: 5,
      },
      { grade: 7, classId: null },
    );
    expect(days.length).toBeGreaterThanOrEqual(158);
    expect(days.length).toBeLessThanOrEqual(174);
    expect(days.at(-1)?.week).toBeGreaterThanOrEqual(33);
    expect(days.at(-1)?.week).toBeLessThanOrEqual(36);
  });

  test('a school year is named by its September', () => {
    expect(schoolYearOf('2026-11-24')).toBe(2026);
    expect(schoolYearOf('2026-08-31')).toBe(2025);
    expect(schoolYearOf('2026-09-01')).toBe(2026);
  });

  test('a first of September on a day off moves to the next working day', () => {
    expect(federalFrame(2024).year.start).toBe('2024-09-02');
    expect(federalFrame(2029).year.start).toBe('2029-09-03');
  });
});
