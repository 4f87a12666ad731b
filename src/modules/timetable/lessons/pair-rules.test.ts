import { expect, test } from 'vitest';
import { bellsOf, pairLessons } from './pair-rules.ts';
import type { KnownLesson } from './queries.ts';
import type { DatedLesson } from './rules.ts';

const wanted: DatedLesson = {
  cardId: 'card',
  assignmentId: 'algebra',
  date: '2026-09-01',
  seqInDay: 1,
  number: 3,
  starts: '10:15',
  ends: '10:55',
  roomId: null,
};
const plain = { mayRetire: () => true, newId: () => 'new' };
const known = (given: Partial<KnownLesson>): KnownLesson => ({
  ...wanted,
  id: 'lesson',
  state: 'planned',
  isChanged: false,
  leftPlaces: [],
  ...given,
});
const moved = { date: '2026-09-03', seqInDay: 2, isChanged: true };

test('where a lesson was moved away from no new one is put', () => {
  const lesson = known({ ...moved, leftPlaces: [{ date: '2026-09-01', seqInDay: 1 }] });
  expect(pairLessons([wanted], [lesson], plain)).toEqual({
    added: [],
    moved: [],
    retired: [],
    unchanged: 0,
    byHand: 2,
  });
});

test('after the move was taken back the place is the lesson’s own again', () => {
  expect(pairLessons([wanted], [known({})], plain)).toMatchObject({
    added: [],
    unchanged: 1,
    byHand: 0,
  });
});

test('bells of one shift are nothing to a class of the other', () => {
  const schedule = (id: string, shift: number, starts: string) => ({
    id,
    name: id,
    shift,
    isUsual: id !== 'short',
    bells: [{ number: 1, starts, ends: '23:00' }],
  });
  const schedules = [
    schedule('first', 1, '08:30'),
    schedule('second', 2, '14:00'),
    schedule('short', 1, '08:40'),
  ];
  const day = { date: '2026-09-01', weekday: 2, week: 1, cycle: 'A', bellScheduleId: 'short' } as const;
  const startsOf = (shift: number) => bellsOf(schedules, shift)(day, 1)?.starts;
  expect([startsOf(1), startsOf(2)]).toEqual(['08:40', '14:00']);
});
