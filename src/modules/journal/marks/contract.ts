import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoDate,
  isoMoment,
  nullable,
  object,
  oneOf,
  schoolId,
  shortText,
  uuid,
} from '#platform/contract.ts';

/** Where a mark stands: dual = slot 2, a retake = attempt 2 and up. */
export const cellPlace = {
  workId: uuid,
  studentId: uuid,
  attempt: Type.Integer({ minimum: 1, maximum: 9 }),
  slot: Type.Integer({ minimum: 1, maximum: 2 }),
};

export const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

/** A work that the marks of this request need. The first work of a lesson has the lesson's id and `ordinal` 1. */
export const newWork = object({
  id: uuid,
  lessonId: uuid,
  ordinal: Type.Integer({ minimum: 1, maximum: 9 }),
  workTypeId: uuid,
  /** Null: the weight of its type. */
  weight: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  title: nullable(shortText(120)),
});

export const markCell = object({
  ...cellPlace,
  /** A code of the page's scale; null clears. */
  value: nullable(shortText(20)),
  comment: nullable(shortText(500)),
  /** Until when a point must be worked off. */
  pointDue: nullable(isoDate),
  /** The version this device saw; 0 = it saw no mark. */
  expected: version,
  reasonCode: oneOf(['entered', 'corrected', 'retake', 'undo']),
  /** Typed where the school asks for it: `marks.reasonRequired`. */
  reason: nullable(shortText(300)),
});

/** Why a cell of the journal is closed. */
export const lockCodes = [
  'marks.editWindowClosed',
  'marks.periodLocked',
  'marks.notYetHeld',
  'marks.lessonCancelled',
  'marks.notMember',
  'marks.departed',
  'marks.noMarksHere',
  'marks.notYourLesson',
] as const;

export const cellRefusals = [
  ...lockCodes,
  'marks.unknownWork',
  'marks.unknownValue',
  'marks.pointDueWithoutPoint',
  'marks.repeatedCell',
  'marks.studentAbsent',
  'marks.unknownWorkType',
  'marks.reasonRequired',
  'marks.workTaken',
] as const;

/** What became of one cell: written, in conflict with another device, or refused by a rule. */
export const cellOutcome = Type.Union([
  object({ state: Type.Literal('written'), version }),
  object({
    state: Type.Literal('conflict'),
    value: nullable(Type.String()),
    comment: nullable(Type.String()),
    pointDue: nullable(isoDate),
    version,
    authorId: nullable(uuid),
    authorName: nullable(Type.String()),
    at: nullable(isoMoment),
  }),
  object({
    state: Type.Literal('refused'),
    code: oneOf(cellRefusals),
    facts: Type.Record(Type.String(), Type.Unknown()),
  }),
]);

export const setMarks = endpoint({
  id: 'journal.setMarks',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/marks',
  summary: 'Sets, corrects or clears marks; each cell succeeds, conflicts or is refused by itself',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid }),
  body: object({
    works: Type.Array(newWork, { maxItems: 60 }),
    cells: Type.Array(markCell, { minItems: 1, maxItems: 1400 }),
  }),
  reply: object({ cells: Type.Array(cellOutcome) }),
  largestBody: 1_048_576,
  refusals: { notFound: 404, idempotencyKeyReused: 422, 'marks.changedMeanwhile': 409 },
  idempotent: true,
});

/** Who set what, when and why; the newest first. */
export const markRevision = object({
  attempt: Type.Integer(),
  slot: Type.Integer(),
  version: Type.Integer(),
  at: isoMoment,
  authorId: uuid,
  authorName: Type.String(),
  oldValue: nullable(Type.String()),
  newValue: nullable(Type.String()),
  oldComment: nullable(Type.String()),
  newComment: nullable(Type.String()),
  reasonCode: Type.String(),
  reason: nullable(Type.String()),
});

export const getMarkRevisions = endpoint({
  id: 'journal.getMarkRevisions',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/marks/{workId}/{studentId}/revisions',
  summary: 'The history of one cell',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid, workId: uuid, studentId: uuid }),
  reply: object({ revisions: Type.Array(markRevision) }),
});

export type MarkCell = Static<typeof markCell>;
export type NewWork = Static<typeof newWork>;
export type CellOutcome = Static<typeof cellOutcome>;
export type CellRefusal = (typeof cellRefusals)[number];
export type LockCode = (typeof lockCodes)[number];
export type MarkRevision = Static<typeof markRevision>;
