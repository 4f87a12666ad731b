import { describe, expect, test } from 'vitest';
import { dayInFocus, dayRows, isUnderWay, marksByWork, withoutDaysOff } from './rules.ts';
import type { DiaryLesson, DiaryWeek } from './contract.ts';

function day(date: string, ends: readonly string[]): DiaryWeek['days'][number] {
  return {
    date,
    off: null,
    special: null,
    due: [],
    lessons: ends.map((end) => ({ ends: end }) as DiaryLesson),
  };
}

describe('the day a family looks for', () => {
  const days = [
    day('2026-11-17', ['13:15']),
    day('2026-11-18', ['13:15']),
    day('2026-11-19', []),
    day('2026-11-20', ['14:10']),
  ];
  const at = (today: string, time: string) => dayInFocus({ days, today, time });

  test.each([
    ['2026-11-18', '07:00', '2026-11-18'],
    ['2026-11-18', '14:59', '2026-11-18'],
    ['2026-11-18', '15:00', '2026-11-20'],
    ['2026-11-19', '09:00', '2026-11-20'],
    ['2026-11-20', '15:00', null],
    ['2026-11-15', '12:00', '2026-11-17'],
    ['2026-11-22', '12:00', null],
  ])('%s %s → %s', (today, time, expected) => {
    expect(at(today, time)).toBe(expected);
  });

  test('is today for a second shift until its last lesson ends', () => {
    const evening = [day('2026-11-18', ['18:40']), day('2026-11-19', ['18:40'])];
    expect(dayInFocus({ days: evening, today: '2026-11-18', time: '18:39' })).toBe('2026-11-18');
    expect(dayInFocus({ days: evening, today: '2026-11-18', time: '18:40' })).toBe('2026-11-19');
  });
});

test('a lesson is under way from its first minute to the one before its end', () => {
  const lesson = { starts: '08:30', ends: '09:15' };
  expect(['08:29', '08:30', '09:14', '09:15'].map((time) => isUnderWay(lesson, time))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a cancelled lesson shows inside the one that stands in for it, and by itself without one', () => {
  const cancelled = { id: 'a', state: 'cancelled', replacesId: null } as const;
  const instead = { id: 'b', state: 'planned', replacesId: 'a' } as const;
  const alone = { id: 'c', state: 'cancelled', replacesId: null } as const;
  expect(dayRows([cancelled, instead, alone])).toEqual([
    { lesson: instead, instead: cancelled },
    { lesson: alone, instead: null },
  ]);
});

describe('marks of a work', () => {
  const one = (workId: string, attempt: number, slot: number, value: string | null = '4') => ({
    workId,
    attempt,
    slot,
    value,
  });

  test('both values of a dual mark stand together, in whatever order they come', () => {
    const [first, second] = [one('a', 1, 1, '5'), one('a', 1, 2, '3')];
    const together = [{ mark: first, second, isReplaced: false }];
    expect(marksByWork([first, second])).toEqual(together);
    expect(marksByWork([second, first])).toEqual(together);
  });

  test('a second value without a first stands alone', () => {
    const second = one('a', 1, 2);
    expect(marksByWork([second])).toEqual([{ mark: second, second: null, isReplaced: false }]);
  });

  test('a retake replaces the attempt before it, an emptied one does not', () => {
    const isReplaced = (value: string | null) =>
      marksByWork([one('a', 1, 1, '2'), one('a', 2, 1, value)]).map((mark) => mark.isReplaced);
    expect(isReplaced('4')).toEqual([true, false]);
    expect(isReplaced(null)).toEqual([false, false]);
  });
});

describe('a day off', () => {
  const cancelled = { state: 'cancelled', marks: [], attendance: null, given: [] } as const;
  const week = (off: unknown) => ({
    days: [
      {
        off,
        lessons: [
          { id: 'empty', ...cancelled },
          { id: 'marked', ...cancelled, marks: ['5'] },
          { id: 'away', ...cancelled, attendance: { fact: 'absent' } },
          { id: 'shared', ...cancelled, state: 'planned' as const },
        ],
      },
    ],
  });
  const idsOf = (off: unknown) => withoutDaysOff(week(off)).days[0]?.lessons.map(({ id }) => id);

  test('says so once: only what holds entries or goes on is shown', () => {
    expect(idsOf({})).toEqual(['marked', 'away', 'shared']);
    expect(idsOf(null)).toHaveLength(4);
  });
});
