import { type Static, Type } from 'typebox';
import {
  endpoint,
  isoMoment,
  nullable,
  object,
  oneOf,
  schoolId,
  shortText,
  uuid,
} from '#platform/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const finalMarkKinds = ['period', 'year', 'exam', 'final'] as const;

export const finalMarkCell = object({
  studentId: uuid,
  gradingPeriodId: uuid,
  kind: oneOf(finalMarkKinds),
  /** A code of the page's scale; null clears. */
  value: nullable(shortText(20)),
  expected: version,
  reason: nullable(shortText(300)),
});

export const finalMarkRefusals = [
  'finalMarks.periodLocked',
  'finalMarks.unknownPeriod',
  'finalMarks.notMember',
  'finalMarks.tooEarly',
  'finalMarks.sharedComputer',
  'marks.unknownValue',
  'marks.repeatedCell',
  'marks.noMarksHere',
] as const;

export const finalMarkOutcome = Type.Union([
  object({ state: Type.Literal('written'), version }),
  object({
    state: Type.Literal('conflict'),
    value: nullable(Type.String()),
    version,
    authorId: nullable(uuid),
    authorName: nullable(Type.String()),
    at: nullable(isoMoment),
  }),
  object({
    state: Type.Literal('refused'),
    code: oneOf(finalMarkRefusals),
    facts: Type.Record(Type.String(), Type.Unknown()),
  }),
]);

export const setFinalMarks = endpoint({
  id: 'journal.setFinalMarks',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/final-marks',
  summary: 'Marks of a quarter, half-year or year: the teacher decides, the proposal is only shown',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid }),
  body: object({ cells: Type.Array(finalMarkCell, { minItems: 1, maxItems: 200 }) }),
  reply: object({ cells: Type.Array(finalMarkOutcome) }),
  refusals: { notFound: 404, idempotencyKeyReused: 422 },
  idempotent: true,
});

export type FinalMarkCell = Static<typeof finalMarkCell>;
export type FinalMarkOutcome = Static<typeof finalMarkOutcome>;
export type FinalMarkKind = (typeof finalMarkKinds)[number];
