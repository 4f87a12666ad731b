import { type Static, Type } from 'typebox';
import { endpoint, isoMoment, nullable, object, oneOf, uuid } from '#platform/contract.ts';
import { attendanceFact, author, pageParams } from '../pages/contract.ts';

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const minutes = Type.Integer({ minimum: 1, maximum: 240 });

export const attendanceCell = object({
  lessonId: uuid,
  studentId: uuid,
  /** `present` takes an entry back. */
  fact: attendanceFact,
  /** Of coming late or leaving early. */
  minutes: Type.Optional(nullable(minutes)),
  expected: version,
});

export const attendanceRefusal = oneOf([
  'unknownLesson',
  'unknownStudent',
  'repeatedCell',
  'notYourLesson',
  'editWindowClosed',
  'periodLocked',
  'notYetHeld',
  'lessonCancelled',
  'notMember',
  'departed',
]);

export const attendanceOutcome = Type.Union([
  object({ outcome: Type.Literal('saved'), version }),
  object({
    outcome: Type.Literal('conflict'),
    current: nullable(
      object({ fact: attendanceFact, minutes: nullable(Type.Integer()), version, author, at: isoMoment }),
    ),
  }),
  object({
    outcome: Type.Literal('refused'),
    code: attendanceRefusal,
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer(), Type.Null()])),
  }),
]);

export const setAttendance = endpoint({
  id: 'journal.setAttendance',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/attendance',
  summary: 'Sets who was absent or late; each cell succeeds, conflicts or is refused by itself',
  tags: ['journal'],
  params: pageParams,
  body: object({
    /** Lessons whose attendance is now taken: everybody without an entry was present. */
    taken: Type.Optional(Type.Array(uuid, { maxItems: 40 })),
    cells: Type.Array(attendanceCell, { maxItems: 1400 }),
  }),
  reply: object({
    /** In the order of the cells asked for. */
    cells: Type.Array(attendanceOutcome),
    /** In the order of `taken`; `version` of the lesson record, null = refused with `code`. */
    taken: Type.Array(
      object({ lessonId: uuid, version: nullable(version), code: nullable(attendanceRefusal) }),
    ),
  }),
  refusals: { notFound: 404, idempotencyKeyReused: 422 },
  idempotent: true,
});

export type AttendanceCell = Static<typeof attendanceCell>;
export type AttendanceOutcome = Static<typeof attendanceOutcome>;
export type AttendanceRefusal = Static<typeof attendanceRefusal>;
