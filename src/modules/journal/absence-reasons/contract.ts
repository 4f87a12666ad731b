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

export const reasonCodes = ['ill', 'excused', 'unexcused'] as const;

/** `ill` reaches the class's homeroom teacher and the student's own family; others read `excused`. */
export const absenceReason = object({
  id: uuid,
  reason: oneOf(reasonCodes),
  startDate: isoDate,
  /** The last day, included. */
  endDate: isoDate,
  /** For the homeroom teacher alone; null to others. */
  note: nullable(Type.String()),
  version: Type.Integer(),
  authorName: Type.String(),
  at: isoMoment,
});

export const setAbsenceReason = endpoint({
  id: 'journal.setAbsenceReason',
  method: 'PUT',
  path: '/api/schools/{schoolId}/students/{studentId}/absence-reasons/{reasonId}',
  summary:
    'Why a student was or will be away from one day to another; its lessons inherit it, the newest wins',
  tags: ['journal'],
  params: object({ schoolId, studentId: uuid, reasonId: uuid }),
  body: object({
    reason: oneOf(reasonCodes),
    startDate: isoDate,
    endDate: isoDate,
    note: nullable(shortText(300)),
    /** Taken back: it stays in the records and explains nothing any more. */
    isEnded: Type.Boolean(),
    /** The version this device saw; 0 = a new one. */
    expected: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  reply: object({ version: Type.Integer() }),
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'absence.datesReversed': 422,
    'absence.tooLong': 422,
    'absence.notAtSchool': 422,
    'absence.changedMeanwhile': 409,
  },
  idempotent: true,
  stored: false,
});

export type AbsenceReason = Static<typeof absenceReason>;
export type ReasonCode = (typeof reasonCodes)[number];
