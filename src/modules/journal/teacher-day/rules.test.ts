import { describe, expect, test } from 'vitest';
import type { DayLesson } from './contract.ts';
import { dayRows, daysLeft, lessonAtHand, nowIn, ticksOf } from './rules.ts';

const today = '2026-11-24';

const lesson = (given: Partial<DayLesson> = {}): DayLesson => ({
  id: '0193a000-0000-7000-8000-000000000001',
  pageId: '0193a000-0000-7000-8000-000000000002',
  subject: 'Алгебра',
  group: { name: '7Б', kind: 'class' },
  classes: [],
  number: 1,
  starts: '08:30',
  ends: '09:15',
  room: null,
  state: 'planned',
  reason: null,
  part: 'own',
  colleague: null,
  isMoved: false,
  hasMarks: true,
  attendanceTaken: false,
  hasTopic: false,
  hasHomework: false,
  marked: 0,
  away: 0,
  students: 25,
  ...given,
});

const first = lesson();
const second = lesson({ number: 2, starts: '09:25', ends: '10:10' });
const fifth = lesson({ number: 5, starts: '12:30', ends: '13:15' });

describe('ticks', () => {
  test.each<[string, Partial<DayLesson>, string, readonly string[]]>([
    ['before the lesson nothing is missing', {}, '08:00', ['later', 'later', 'later']],
    ['topic and homework ahead', { hasTopic: true, hasHomework: true }, '08:00', ['later', 'done', 'later']],
    ['from its first minute all is open', {}, '08:30', ['missing', 'missing', 'missing']],
    ['a topic without homework', { hasTopic: true }, '09:00', ['missing', 'missing', 'missing']],
    [
      'all written',
      { attendanceTaken: true, hasTopic: true, hasHomework: true, marked: 1 },
      '09:00',
      ['done', 'done', 'done'],
    ],
    ['a class without marks has two', { hasMarks: false }, '09:00', ['missing', 'missing']],
  ])('%s', (_what, given, time, states) => {
    expect(ticksOf(lesson(given), { date: today, today, time }).map(({ state }) => state)).toEqual(states);
  });

  test('say what is missing', () => {
    const [, second] = ticksOf(lesson({ hasTopic: true }), { date: today, today, time: '10:00' });
    expect(second?.missing).toEqual(['homework']);
  });

  test('yesterday’s lessons are open, tomorrow’s are not', () => {
    const stateOn = (date: string) => ticksOf(first, { date, today, time: '07:00' })[0]?.state;
    expect([stateOn('2026-11-23'), stateOn('2026-11-25')]).toEqual(['missing', 'later']);
  });
});

test.each([
  ['before the first', '07:00', 1],
  ['during a lesson', '09:00', 1],
  ['in the break', '09:20', 2],
  ['after the last', '20:00', 5],
])('the lesson at hand: %s', (_when, time, number) => {
  expect(lessonAtHand([first, second, fifth], time)?.number).toBe(number);
});

test('what a colleague gives and what is cancelled is never at hand', () => {
  const others = [lesson({ part: 'covered' }), lesson({ state: 'cancelled' })];
  expect(lessonAtHand(others, '08:40')).toBeNull();
  expect(lessonAtHand([...others, fifth], '08:40')?.number).toBe(5);
});

test('free time of a whole lesson is a row, a break is none', () => {
  expect(dayRows([first, second, fifth]).map(({ kind }) => kind)).toEqual([
    'lesson',
    'lesson',
    'free',
    'lesson',
  ]);
});

test.each([
  ['before school', '08:00', null],
  ['in the first lesson', '08:45', { row: 0, share: 1 / 3 }],
  ['in the break', '09:20', { row: 1, share: null }],
  ['at the free time’s half', '11:20', { row: 2, share: 0.5 }],
  ['after school', '14:00', null],
])('the line of now: %s', (_when, time, place) => {
  expect(nowIn(dayRows([first, second, fifth]), { date: today, today, time })).toEqual(place);
});

test('another day has no now', () => {
  expect(nowIn(dayRows([first]), { date: '2026-11-25', today, time: '08:40' })).toBeNull();
});

test.each([
  [null, null],
  ['2026-11-24', 0],
  ['2026-12-01', 7],
])('entries open until %s: %s days left', (openUntil, left) => {
  expect(daysLeft(openUntil, today)).toBe(left);
});
