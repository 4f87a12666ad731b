import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoDate,
  isoMoment,
  longText,
  nullable,
  object,
  oneOf,
  schoolId,
  uuid,
} from '#platform/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const homeworkState = object({
  id: uuid,
  lessonId: uuid,
  /** Null = taken back. */
  text: nullable(Type.String()),
  minutes: nullable(Type.Integer()),
  dueRule: oneOf(['next', 'pinned', 'date']),
  /** Null while that lesson is not in the timetable yet. */
  dueLessonId: nullable(uuid),
  dueDate: nullable(isoDate),
  publishAt: isoMoment,
  /** Given after the lesson's end. */
  isLate: Type.Boolean(),
  version,
});

/** Homework of the due day is more than the sanitary norm allows the grade; nothing is blocked. */
export const loadWarning = object({
  date: isoDate,
  grade: Type.Integer(),
  /** Of the student with most to do. */
  minutes: Type.Integer(),
  limit: Type.Integer(),
});

export const putHomework = endpoint({
  id: 'homework.putHomework',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/homework',
  summary: 'Gives, changes or takes back the homework of a lesson',
  tags: ['homework'],
  params: object({ schoolId, lessonId: uuid }),
  body: object({
    /** Null or blank takes it back. */
    text: nullable(longText(4000)),
    minutes: Type.Optional(nullable(Type.Integer({ minimum: 1, maximum: 600 }))),
    /** `next` (default) = the next lesson of the page, bound anew when the timetable changes. */
    dueRule: Type.Optional(oneOf(['next', 'pinned', 'date'])),
    /** With `pinned`. */
    dueLessonId: Type.Optional(uuid),
    /** With `date`. */
    dueDate: Type.Optional(isoDate),
    /** Absent = at once, and for a lesson of a later day at that lesson's end. */
    publishAt: Type.Optional(isoMoment),
    expected: version,
  }),
  reply: Type.Union([
    object({
      outcome: Type.Literal('saved'),
      homework: homeworkState,
      warning: nullable(loadWarning),
    }),
    object({
      outcome: Type.Literal('conflict'),
      current: nullable(
        object({
          ...homeworkState.properties,
          author: object({
            id: uuid,
            lastName: Type.String(),
            firstName: Type.String(),
            middleName: nullable(Type.String()),
          }),
          at: isoMoment,
        }),
      ),
    }),
  ]),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    editWindowClosed: 409,
    lessonCancelled: 409,
    unknownDueLesson: 422,
    dueBeforeLesson: 422,
    dueMissing: 422,
  },
  idempotent: true,
});

export type HomeworkState = Static<typeof homeworkState>;
export type LoadWarning = Static<typeof loadWarning>;
