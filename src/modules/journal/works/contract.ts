import { type Static, Type } from 'typebox';
import { endpoint, isoMoment, nullable, object, schoolId, shortText, uuid } from '#platform/contract.ts';
import { author } from '../pages/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const workState = object({
  id: uuid,
  lessonId: nullable(uuid),
  ordinal: Type.Integer(),
  workTypeId: uuid,
  weight: Type.Integer(),
  title: nullable(Type.String()),
  version,
});

/**
 * Makes a work (expected 0) or changes its type, weight or title. The first work of a lesson has the
 * lesson's id; a second one brings its own and gets its own sub-column. Works are never deleted.
 */
export const putWork = endpoint({
  id: 'journal.putWork',
  method: 'PUT',
  path: '/api/schools/{schoolId}/lessons/{lessonId}/works/{workId}',
  summary: 'Makes a work of a lesson or changes its type, weight or title',
  tags: ['journal'],
  params: object({ schoolId, lessonId: uuid, workId: uuid }),
  body: object({
    workTypeId: uuid,
    /** Absent = that of the type. */
    weight: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    title: Type.Optional(nullable(shortText(200))),
    expected: version,
  }),
  reply: Type.Union([
    object({ outcome: Type.Literal('saved'), work: workState }),
    object({
      outcome: Type.Literal('conflict'),
      /** Null when the work is not there. */
      current: nullable(object({ ...workState.properties, author: nullable(author), at: isoMoment })),
    }),
  ]),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    unknownWorkType: 422,
    workExists: 409,
    editWindowClosed: 409,
    periodLocked: 409,
    lessonCancelled: 409,
    noMarksInThisClass: 409,
  },
  idempotent: true,
});

export type WorkState = Static<typeof workState>;
