import { expect, test } from 'vitest';
import { overlap, proposeCover } from './rules.ts';

const lesson = (
  id: string,
  number: number,
  candidates: readonly [staffId: string, rank: number, lessons: number][],
  date = '2026-11-24',
) => ({
  id,
  date,
  number,
  starts: `${String(8 + number).padStart(2, '0')}:00`,
  ends: `${String(8 + number).padStart(2, '0')}:40`,
  candidates: candidates.map(([staffId, rank, lessons]) => ({ staffId, rank, lessons })),
});
const proposed = (lessons: Parameters<typeof proposeCover>[0]) => Object.fromEntries(proposeCover(lessons));

test('the nearest to the lesson takes it, whatever the load', () => {
  expect(
    proposed([
      lesson('a', 1, [
        ['free', 2, 0],
        ['near', 1, 6],
      ]),
    ]),
  ).toEqual({ a: 'near' });
});

test('among equals who has fewest lessons, those proposed here counted in', () => {
  const both: [string, number, number][] = [
    ['x', 2, 1],
    ['y', 2, 2],
  ];
  expect(proposed([lesson('a', 1, both), lesson('b', 2, both), lesson('c', 3, both)])).toEqual({
    a: 'x',
    b: 'x',
    c: 'y',
  });
  expect(proposed([lesson('a', 1, both), lesson('b', 1, both, '2026-11-25')])).toEqual({ a: 'x', b: 'x' });
});

test('nobody twice at one time; who is left gets nobody', () => {
  const one: [string, number, number][] = [['x', 1, 0]];
  expect(proposed([lesson('a', 1, one), lesson('b', 1, one)])).toEqual({ a: 'x', b: null });
  expect(proposed([lesson('a', 1, [])])).toEqual({ a: null });
});

const at = (number: number, starts: string | null, ends: string | null, date = '2026-11-24') => ({
  date,
  number,
  starts,
  ends,
});

test.each([
  ['one hour', at(1, '08:30', '09:15'), at(1, '08:30', '09:15'), true],
  ['two shifts by the clock', at(1, '13:50', '14:30'), at(7, '13:55', '14:35'), true],
  ['touching ends', at(1, '08:30', '09:15'), at(2, '09:15', '10:00'), false],
  ['other days', at(1, '08:30', '09:15'), at(1, '08:30', '09:15', '2026-11-25'), false],
  ['without bells by number', at(3, null, null), at(3, '10:15', '10:55'), true],
  ['without bells, another number', at(3, null, null), at(4, '10:15', '10:55'), false],
])('%s: %j', (_, one, other, meets) => {
  expect(overlap(one, other)).toBe(meets);
  expect(overlap(other, one)).toBe(meets);
});
