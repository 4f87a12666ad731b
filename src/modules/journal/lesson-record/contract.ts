import { Type } from 'typebox';
import { endpoint, isoMoment, nullable, object, schoolId, shortText, uuid } from '#platform/contract.ts';
import { author } from '../pages/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const putLessonRecord = endpoint({
  id: 'journal.putLessonRecord',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/record',
  summary: 'Writes the topic of a lesson and whether attendance was taken',
  tags: ['journal'],
  params: object({ schoolId, lessonId: uuid }),
  body: object({
    /** Blank text is stored as none. */
    topic: nullable(shortText(500)),
    /** Absent = leave it as it is. */
    attendanceTaken: Type.Optional(Type.Boolean()),
    expected: version,
  }),
  reply: Type.Union([
    object({
      outcome: Type.Literal('saved'),
      topic: nullable(Type.String()),
      attendanceTaken: Type.Boolean(),
      version,
    }),
    object({
      outcome: Type.Literal('conflict'),
      current: nullable(
        object({
          topic: nullable(Type.String()),
          attendanceTaken: Type.Boolean(),
          version,
          author: nullable(author),
          at: isoMoment,
        }),
      ),
    }),
  ]),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    editWindowClosed: 409,
    periodLocked: 409,
    lessonCancelled: 409,
    notYetHeld: 409,
  },
  idempotent: true,
});
