import { expect, test } from 'vitest';
import { type AveragesPreset, indicators, proposedMark } from './rules.ts';

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
  expect(proposedMark(of(numerator, denominator), { preset, minimumMarks: 3 })).toBe(mark);
});

test('too few marks propose «н/а», none propose nothing', () => {
  const rule = { preset: 'math', minimumMarks: 3 } as const;
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
