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
  shortText,
  uuid,
} from '#platform/contract.ts';
import { author, pageParams } from '../pages/contract.ts';

/** Why a mark was written; given by the client for a retake or an undo, else found by the server. */
export const reasonCode = oneOf(['entered', 'corrected', 'cleared', 'lateEntry', 'retake', 'undo']);

const attempt = Type.Integer({ minimum: 1, maximum: 9 });
/** 2 = the second value of a dual mark. */
const slot = Type.Integer({ minimum: 1, maximum: 2 });
const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/**
 * A column made together with its first mark. The first work of a lesson has the lesson's id, so
 * that two devices never make it twice; `weight` absent = that of the type.
 */
export const newWork = object({
  id: uuid,
  lessonId: uuid,
  workTypeId: uuid,
  weight: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  title: Type.Optional(nullable(shortText(200))),
});

export const markCell = object({
  workId: uuid,
  studentId: uuid,
  attempt,
  slot,
  /** A code of the page's scale; null clears the cell. */
  value: nullable(shortText(20)),
  /** Absent = none. */
  comment: Type.Optional(nullable(longText(500))),
  pointDue: Type.Optional(nullable(isoDate)),
  /** The version the client has seen; 0 = an empty cell. */
  expected: version,
  reasonCode: Type.Optional(reasonCode),
  /** Typed by the teacher; required on lessons older than `settings.reasonAfterDays`. */
  reason: Type.Optional(nullable(shortText(300))),
});

/** Why one cell was refused while the others of its request were written. */
export const markRefusal = oneOf([
  'unknownLesson',
  'unknownWork',
  'unknownStudent',
  'unknownValue',
  'unknownWorkType',
  'repeatedCell',
  'notYourLesson',
  'editWindowClosed',
  'periodLocked',
  'notYetHeld',
  'lessonCancelled',
  'notMember',
  'departed',
  'noMarksInThisClass',
  'studentAbsent',
  'reasonRequired',
]);

export const refused = object({
  outcome: Type.Literal('refused'),
  code: markRefusal,
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Null()])),
});

export const markOutcome = Type.Union([
  object({ outcome: Type.Literal('saved'), version }),
  object({
    outcome: Type.Literal('conflict'),
    /** What stands there; null when the cell is empty after all. */
    current: nullable(
      object({
        value: nullable(Type.String()),
        comment: nullable(Type.String()),
        pointDue: nullable(isoDate),
        version,
        author,
        at: isoMoment,
      }),
    ),
  }),
  refused,
]);

export const setMarks = endpoint({
  id: 'journal.setMarks',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/marks',
  summary: 'Sets marks; each cell succeeds, conflicts or is refused by itself',
  tags: ['journal'],
  params: pageParams,
  body: object({
    works: Type.Optional(Type.Array(newWork, { maxItems: 40 })),
    cells: Type.Array(markCell, { minItems: 1, maxItems: 1400 }),
  }),
  reply: object({
    /** In the order of the cells asked for. */
    cells: Type.Array(markOutcome),
    /** The works made, in the order asked for; `version` null = refused, as its cells say. */
    works: Type.Array(object({ id: uuid, ordinal: Type.Integer(), version: nullable(version) })),
  }),
  refusals: { notFound: 404, idempotencyKeyReused: 422, workExists: 409 },
  idempotent: true,
});

export const getMarkRevisions = endpoint({
  id: 'journal.getMarkRevisions',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/marks/{workId}/{studentId}/revisions',
  summary: 'Everything that ever stood in a cell: who, when, from what to what, why',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid, workId: uuid, studentId: uuid }),
  reply: object({
    /** The newest first, all attempts and slots of the work. */
    revisions: Type.Array(
      object({
        attempt,
        slot,
        version,
        at: isoMoment,
        author,
        oldValue: nullable(Type.String()),
        newValue: nullable(Type.String()),
        oldComment: nullable(Type.String()),
        newComment: nullable(Type.String()),
        /** A word of `reasonCode`, or `import`. */
        reasonCode: Type.String(),
        reason: nullable(Type.String()),
      }),
    ),
  }),
});

export type MarkCell = Static<typeof markCell>;
export type NewWork = Static<typeof newWork>;
export type MarkOutcome = Static<typeof markOutcome>;
export type MarkRefusal = Static<typeof markRefusal>;
export type MarkReason = Static<typeof reasonCode>;
