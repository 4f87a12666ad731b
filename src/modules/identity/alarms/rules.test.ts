import { describe, expect, test } from 'vitest';
import { alarmsADay, alarmsOf, hourIn, isNight, type SignInFacts } from './rules.ts';

const day: SignInFacts = {
  kind: 'staff',
  isKnown: true,
  isNight: false,
  isFirst: false,
  sharedToday: 0,
  today: 0,
};

describe('what a sign-in is worth telling', () => {
  test.each<[string, Partial<SignInFacts>, readonly string[]]>([
    ['the own computer by day', {}, []],
    ['another computer', { isKnown: false }, ['newDevice']],
    ['the own computer at night', { isNight: true }, ['nightSignIn']],
    ['another computer at night', { isKnown: false, isNight: true }, ['newDevice', 'nightSignIn']],
    ['a family at night', { kind: 'family', isNight: true }, []],
    ['a family’s new phone', { kind: 'family', isKnown: false }, ['newDevice']],
    ['the very first sign-in', { isFirst: true, isKnown: false, isNight: true }, []],
    ['a shared computer', { kind: 'shared', isKnown: false }, ['newDevice']],
    ['the next shared computer of the day', { kind: 'shared', isKnown: false, sharedToday: 1 }, []],
    [
      'a shared computer at night',
      { kind: 'shared', isKnown: false, sharedToday: 1, isNight: true },
      ['nightSignIn'],
    ],
    ['one of very many', { isKnown: false, today: alarmsADay }, []],
  ])('%s', (_, given, told) => {
    expect(alarmsOf({ ...day, ...given })).toEqual(told);
  });
});

test('night may end after midnight, by day, or never be', () => {
  const hours = (from: number, until: number) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isNight(hour, { from, until }));
  expect(hours(23, 6)).toEqual([0, 1, 2, 3, 4, 5, 23]);
  expect(hours(1, 5)).toEqual([1, 2, 3, 4]);
  expect(hours(0, 0)).toEqual([]);
  expect(hours(7, 7)).toEqual([]);
});

test('the hour is the school’s', () => {
  const moment = new Date('2026-11-24T21:30:00Z');
  expect(hourIn('Europe/Moscow', moment)).toBe(0);
  expect(hourIn('Asia/Kamchatka', moment)).toBe(9);
});
