import { expect, test } from 'vitest';
import {
  type AveragesPreset,
  indicators,
  isCountedInPeriod,
  minimumMarks,
  proposedMark,
  proposedYearMark,
} from './rules.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator, count: 20 });

test.each<[AveragesPreset, number, number, string]>([
  ['novosib', 465, 100, '5'],
  ['novosib', 46_499, 10_000, '4'],
  ['math', 9, 2, '5'],
  ['math', 449, 100, '4'],
  ['4.6', 36, 10, '4'],
  ['strict', 37, 10, '4'],
  ['strict', 369, 100, '3'],
  ['math', 249, 100, '2'],
])('%s: %i/%i proposes %s', (preset, numerator, denominator, mark) => {
  expect(proposedMark(of(numerator, denominator), { preset, minimumMarks: 3, hasOpenPoint: false })).toBe(
    mark,
  );
});

test('too few marks propose «н/а», none propose nothing', () => {
  const rule = { preset: 'math', minimumMarks: 3, hasOpenPoint: false } as const;
  expect(proposedMark({ numerator: 10, denominator: 2, count: 2 }, rule)).toBe('notAssessed');
  expect(proposedMark({ numerator: 0, denominator: 0, count: 0 }, rule)).toBeNull();
});

// Golden vector 5.
test('indicators of a class of 27 with two exempt', () => {
  const result = indicators({ five: 5, four: 10, three: 8, two: 1, notAssessed: 1 });
  const percent = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    (numerator / denominator).toFixed(2);
  expect(result.all).toBe(25);
  expect(percent(result.passRate)).toBe('92.00');
  expect(percent(result.qualityRate)).toBe('60.00');
  expect(percent(result.trainingDegree)).toBe('58.04');
  expect(percent(result.averageMark)).toBe('3.79');
});

// Golden vector 6.
test('who left on 20 October is not counted in a quarter that ends on 24 October', () => {
  expect(isCountedInPeriod([{ startDate: '2026-09-01', endDate: '2026-10-20' }], '2026-10-24')).toBe(false);
  expect(isCountedInPeriod([{ startDate: '2026-09-01', endDate: '2026-10-24' }], '2026-10-24')).toBe(true);
  expect(isCountedInPeriod([{ startDate: '2026-10-21', endDate: null }], '2026-10-24')).toBe(true);
});

test('an open point keeps a 5 away, and nothing else', () => {
  const rule = { preset: 'math', minimumMarks: 3, hasOpenPoint: true } as const;
  expect(proposedMark(of(5, 1), rule)).toBe('4');
  expect(proposedMark(of(3, 1), rule)).toBe('3');
});

test('one hour a week needs three marks, more hours five', () => {
  const settings = { oneHour: 3, moreHours: 5 };
  expect([10, 11, 50].map((tenths) => minimumMarks(settings, tenths))).toEqual([3, 5, 5]);
});

test.each<[readonly number[], number | null]>([
  [[4, 5, 4, 5], 5],
  [[4, 4, 4, 5], 4],
  [[3, 4], 4],
  [[], null],
])('year mark of %j is %j', (marks, year) => {
  expect(proposedYearMark(marks)).toBe(year);
});
