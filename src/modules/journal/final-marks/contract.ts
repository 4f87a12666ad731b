import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoMoment,
  longText,
  nullable,
  object,
  oneOf,
  shortText,
  uuid,
} from '#platform/contract.ts';
import { reasonCode } from '../marks/contract.ts';
import { author, finalMarkKind, pageParams } from '../pages/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const finalMarkCell = object({
  studentId: uuid,
  /** A code of the page's scale; null clears. */
  value: nullable(shortText(20)),
  comment: Type.Optional(nullable(longText(500))),
  expected: version,
  reasonCode: Type.Optional(reasonCode),
  reason: Type.Optional(nullable(shortText(300))),
});

export const finalMarkRefusal = oneOf([
  'unknownStudent',
  'unknownValue',
  'repeatedCell',
  'periodLocked',
  'notYetHeld',
  'notMember',
  'noMarksInThisClass',
]);

export const finalMarkOutcome = Type.Union([
  object({ outcome: Type.Literal('saved'), version }),
  object({
    outcome: Type.Literal('conflict'),
    current: nullable(
      object({
        value: nullable(Type.String()),
        comment: nullable(Type.String()),
        version,
        author,
        at: isoMoment,
      }),
    ),
  }),
  object({
    outcome: Type.Literal('refused'),
    code: finalMarkRefusal,
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Null()])),
  }),
]);

export const setFinalMarks = endpoint({
  id: 'journal.setFinalMarks',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/final-marks',
  summary: 'Sets final marks of one period in the page’s subject; each cell by itself',
  tags: ['journal'],
  params: pageParams,
  body: object({
    periodId: uuid,
    kind: finalMarkKind,
    cells: Type.Array(finalMarkCell, { minItems: 1, maxItems: 100 }),
  }),
  reply: object({ cells: Type.Array(finalMarkOutcome) }),
  refusals: { notFound: 404, idempotencyKeyReused: 422, unknownPeriod: 422 },
  idempotent: true,
});

export type FinalMarkCell = Static<typeof finalMarkCell>;
export type FinalMarkOutcome = Static<typeof finalMarkOutcome>;
export type FinalMarkRefusal = Static<typeof finalMarkRefusal>;
