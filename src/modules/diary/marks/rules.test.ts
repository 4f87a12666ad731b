import { expect, test } from 'vitest';
import type { PeriodMark, Reckoning } from './contract.ts';
import { averageBefore, averages } from './rules.ts';

function mark(value: string, weight: number, more: Partial<PeriodMark> = {}): PeriodMark {
  const numerator = /^\d$/.test(value) ? Number(value) : null;
  return {
    workId: `${value}-${weight}-${more.date ?? ''}`,
    lessonId: null,
    date: '2026-11-05',
    attempt: 1,
    slot: 1,
    value,
    band: null,
    numerator,
    denominator: 1,
    pointDue: null,
    weight,
    workType: 'Ответ на уроке',
    title: null,
    comment: null,
    ...more,
  };
}

const usual: Reckoning = { averageKind: 'weighted', retakes: 'replace' };

test('5 (weight 3), 5, 4 (weight 5) → 40/9 = 4.44; the plain mean beside it', () => {
  expect(averages([mark('5', 3), mark('5', 1), mark('4', 5)], usual)).toEqual({ main: 4.44, plain: 4.67 });
});

test('without weights there is one average', () => {
  expect(averages([mark('4', 1), mark('5', 1), mark('3', 1)], usual)).toEqual({ main: 4, plain: null });
});

test('a dual mark counts twice, a retaken one not at all, weight 0 and codes never', () => {
  const dual = { workId: 'dual' };
  expect(
    averages(
      [
        mark('5', 2, dual),
        mark('3', 2, { ...dual, slot: 2 }),
        mark('4', 1),
        mark('2', 1, { workId: 'retaken' }),
        mark('4', 1, { workId: 'retaken', attempt: 2 }),
        mark('2', 0),
        mark('notAssessed', 1),
      ],
      usual,
    ),
  ).toEqual({ main: 4, plain: null });
});

test('nothing to count gives no average', () => {
  expect(averages([mark('exempt', 1)], usual)).toEqual({ main: null, plain: null });
});

test('the average of the months before needs three marks', () => {
  const october = (value: string) => mark(value, 1, { date: '2026-10-05' });
  const november = mark('5', 1, { date: '2026-11-05' });
  expect(averageBefore([october('3'), october('4'), november], usual)).toBeNull();
  expect(averageBefore([october('3'), october('4'), october('2'), november], usual)).toBe(3);
});

test('a school may go by the plain mean, and may let a retake count beside the first attempt', () => {
  const marks = [mark('2', 3, { workId: 'a' }), mark('5', 3, { workId: 'a', attempt: 2 }), mark('4', 1)];
  expect(averages(marks, { averageKind: 'plain', retakes: 'replace' })).toEqual({ main: 4.5, plain: null });
  expect(averages(marks, { averageKind: 'weighted', retakes: 'average' })).toEqual({
    main: 3.57,
    plain: 3.67,
  });
});
