import { expect, test } from 'vitest';
import { atLeast, atMost, isWithin, rounded, type Figure } from './report.ts';

const figure = (value: number, bar: Figure['bar']): Figure => ({ what: 'x', value, unit: '', bar });

test('a bar is met at its own value, and a figure that could not be taken meets none', () => {
  expect(isWithin(figure(0.5, atLeast(0.5)))).toBe(true);
  expect(isWithin(figure(0.49, atLeast(0.5)))).toBe(false);
  expect(isWithin(figure(40.1, atMost(40)))).toBe(false);
  expect(isWithin(figure(Number.NaN, atMost(40)))).toBe(false);
  expect(isWithin(figure(1, null))).toBeNull();
});

test('figures keep three digits that matter', () => {
  expect([0.01234, 29.98, 412.7, 17422.4].map(rounded)).toEqual([0.0123, 30, 413, 17422]);
});
