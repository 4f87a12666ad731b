import { expect, test } from 'vitest';
import { isSingle, moved, rangeOf } from './area.ts';

const size = { rows: 35, works: 20, columns: 23, page: 18, today: 12 };

test.each([
  ['down', { row: 34, column: 3 }, { row: 34, column: 3 }],
  ['up', { row: 0, column: 3 }, { row: -1, column: 3 }],
  ['up', { row: 0, column: 21 }, { row: 0, column: 21 }],
  ['right', { row: -1, column: 19 }, { row: -1, column: 19 }],
  ['right', { row: 4, column: 19 }, { row: 4, column: 20 }],
  ['rowEnd', { row: 4, column: 0 }, { row: 4, column: 22 }],
  ['gridStart', { row: 9, column: 9 }, { row: 0, column: 0 }],
  ['gridEnd', { row: 0, column: 0 }, { row: 34, column: 22 }],
  ['pageDown', { row: 20, column: 1 }, { row: 34, column: 1 }],
  ['pageUp', { row: 20, column: 1 }, { row: 2, column: 1 }],
  ['today', { row: 5, column: 1 }, { row: 5, column: 12 }],
] as const)('%s from %o', (move, from, to) => {
  expect(moved(from, move, size)).toEqual(to);
});

test('a page without a lesson held stays where it is', () => {
  expect(moved({ row: 1, column: 4 }, 'today', { ...size, today: null })).toEqual({ row: 1, column: 4 });
});

test('a selection may be drawn in any direction', () => {
  const range = rangeOf({ row: 7, column: 5 }, { row: 2, column: 9 });
  expect(range).toEqual({ top: 2, bottom: 7, left: 5, right: 9 });
  expect(isSingle(range)).toBe(false);
  expect(isSingle(rangeOf({ row: 1, column: 1 }, { row: 1, column: 1 }))).toBe(true);
});
