import { expect, test } from 'vitest';
import { median, quantile } from './median.ts';

test('the middle of an odd and of an even number of values', () => {
  expect(median([30, 10, 20])).toBe(20);
  expect(median([10, 40, 20, 30])).toBe(25);
});

test('quantiles lie between their neighbours in proportion', () => {
  const values = Array.from({ length: 101 }, (_, at) => 100 - at);
  expect(quantile(values, 0.99)).toBe(99);
  expect(quantile([0, 10], 0.25)).toBe(2.5);
  expect(quantile([], 0.5)).toBeNaN();
});
