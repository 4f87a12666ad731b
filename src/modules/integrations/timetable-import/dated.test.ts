import type { DatedLesson, KnownLesson } from '#modules/timetable/index.ts';
import { expect, test } from 'vitest';
import { pairLessons } from './dated.ts';

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
  expect(pairLessons([wanted], [lesson], () => true)).toEqual({
    added: [],
    moved: [],
    retired: [],
    unchanged: 0,
    byHand: 2,
  });
});

test('after the move was taken back the place is the lesson’s own again', () => {
  expect(pairLessons([wanted], [known({})], () => true)).toMatchObject({
    added: [],
    unchanged: 1,
    byHand: 0,
  });
});
