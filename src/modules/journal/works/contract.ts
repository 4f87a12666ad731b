import { Type } from 'typebox';
import { endpoint, nullable, object, schoolId, shortText, uuid } from '#platform/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const setWork = endpoint({
  id: 'journal.setWork',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/works/{workId}',
  summary: 'Makes a work of a lesson (a column of marks), or changes its type, weight and title',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid, workId: uuid }),
  body: object({
    lessonId: uuid,
    ordinal: Type.Integer({ minimum: 1, maximum: 9 }),
    workTypeId: uuid,
    weight: Type.Integer({ minimum: 0, maximum: 100 }),
    title: nullable(shortText(120)),
    /** 0 = a new work. */
    expected: version,
  }),
  reply: object({ version }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'works.changedMeanwhile': 409,
    'works.ordinalTaken': 409,
    'works.firstWorkId': 422,
    'works.unknownType': 422,
    'works.unknownLesson': 422,
    'marks.noMarksHere': 409,
    'marks.editWindowClosed': 409,
    'marks.periodLocked': 409,
    'marks.lessonCancelled': 409,
  },
  idempotent: true,
});
