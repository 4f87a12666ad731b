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

/** `next` follows the timetable, `pinned` stays with one lesson, `date` with a day. */
export const dueRules = ['next', 'pinned', 'date'] as const;

/** Minutes of the student with most to do on the due day, all subjects together. */
export const loadWarning = object({
  date: isoDate,
  grade: Type.Integer(),
  minutes: Type.Integer(),
  limit: Type.Integer(),
});

export const assignHomework = endpoint({
  id: 'homework.assign',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/homework',
  summary: 'What is given at a lesson; an empty text takes it back',
  tags: ['homework'],
  params: object({ schoolId, lessonId: uuid }),
  body: object({
    text: longText(4000),
    minutes: nullable(Type.Integer({ minimum: 1, maximum: 600 })),
    dueRule: oneOf(dueRules),
    /** With `pinned`. */
    dueLessonId: nullable(uuid),
    /** With `date`. */
    dueDate: nullable(isoDate),
    /** Null = at once. */
    publishAt: nullable(isoMoment),
    /** 0 = this device saw no homework. */
    expected: version,
  }),
  reply: object({
    version,
    isLate: Type.Boolean(),
    dueLessonId: nullable(uuid),
    dueDate: nullable(isoDate),
    /** The due day holds more homework than the norm of the grade allows; only shown. */
    warning: nullable(loadWarning),
  }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'homework.changedMeanwhile': 409,
    'homework.dueLessonMissing': 422,
    'homework.dueDateMissing': 422,
    'homework.dueTooEarly': 422,
    'homework.lessonCancelled': 409,
    'homework.editWindowClosed': 409,
  },
  idempotent: true,
});

export type DueRule = (typeof dueRules)[number];
export type HomeworkInput = Static<typeof assignHomework.body>;
