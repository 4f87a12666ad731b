import { Type } from 'typebox';
import { endpoint, nullable, object, schoolId, shortText, uuid } from '#platform/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const recordLesson = endpoint({
  id: 'journal.recordLesson',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/record',
  summary: 'Topic of a lesson, and that attendance was taken («all present» is not «not taken»)',
  tags: ['journal'],
  params: object({ schoolId, lessonId: uuid }),
  body: object({
    topic: nullable(shortText(500)),
    attendanceTaken: Type.Boolean(),
    /** 0 = this device saw no record. */
    expected: version,
  }),
  reply: object({ version }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'lessonRecord.changedMeanwhile': 409,
    'marks.editWindowClosed': 409,
    'marks.periodLocked': 409,
    'marks.notYetHeld': 409,
    'marks.lessonCancelled': 409,
  },
  idempotent: true,
});
