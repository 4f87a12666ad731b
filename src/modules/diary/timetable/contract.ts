import { type Static, Type } from 'typebox';
import { publicReasons } from '#modules/timetable/changes/rules.ts';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { dayFrame, diaryHead, lessonFrame, timeOfDay, weekQuery } from '../week/contract.ts';

const movedLesson = object({
  lessonId: uuid,
  number: nullable(Type.Integer()),
  subject: Type.String(),
  toDate: isoDate,
  toNumber: Type.Integer(),
  /** Only what is about the school; why a person is away is never told. */
  reason: nullable(oneOf(publicReasons)),
});

export const timetableWeek = object({
  ...diaryHead,
  studyWeek: nullable(Type.Integer()),
  /** The usual bells of the class's shift; a lesson's own times win. */
  bells: Type.Array(object({ number: Type.Integer(), starts: timeOfDay, ends: timeOfDay })),
  /** Monday to Sunday. */
  days: Type.Array(
    object({
      ...dayFrame,
      lessons: Type.Array(object(lessonFrame)),
      /** Lessons that stood on this day and stand elsewhere now. */
      movedAway: Type.Array(movedLesson),
    }),
  ),
});

export type TimetableWeek = Static<typeof timetableWeek>;
export type TimetableDay = TimetableWeek['days'][number];
export type TimetableLesson = TimetableDay['lessons'][number];

export const getTimetable = endpoint({
  id: 'diary.getTimetable',
  method: 'GET',
  path: '/api/schools/{schoolId}/students/{studentId}/timetable',
  summary: "A week of a student's timetable with its changes and bells",
  tags: ['diary'],
  params: object({ schoolId, studentId: uuid }),
  query: weekQuery,
  reply: timetableWeek,
});
