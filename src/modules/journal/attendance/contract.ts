import { type Static, Type } from 'typebox';
import { endpoint, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

export const attendanceFacts = ['present', 'absent', 'late', 'leftEarly', 'exempt', 'remote'] as const;

const version = Type.Integer({ minimum: 0, maximum: 1_000_000 });

export const attendanceCell = object({
  lessonId: uuid,
  studentId: uuid,
  /** `present` takes an absence back. */
  fact: oneOf(attendanceFacts),
  /** How late, or how much earlier gone; null = not said. */
  minutes: nullable(Type.Integer({ minimum: 1, maximum: 240 })),
  /** 0 = this device saw nothing there. */
  expected: version,
});

export const attendanceRefusals = [
  'marks.editWindowClosed',
  'marks.periodLocked',
  'marks.notYetHeld',
  'marks.lessonCancelled',
  'marks.notMember',
  'marks.departed',
  'marks.noMarksHere',
  'marks.repeatedCell',
  'marks.notYourLesson',
  'attendance.unknownLesson',
  'attendance.minutesWithoutLateness',
] as const;

export const attendanceOutcome = Type.Union([
  object({ state: Type.Literal('written'), version }),
  object({
    state: Type.Literal('conflict'),
    fact: oneOf(attendanceFacts),
    minutes: nullable(Type.Integer()),
    version,
    authorId: nullable(uuid),
    authorName: nullable(Type.String()),
    at: nullable(isoMoment),
  }),
  object({
    state: Type.Literal('refused'),
    code: oneOf(attendanceRefusals),
    facts: Type.Record(Type.String(), Type.Unknown()),
  }),
]);

export const takeAttendance = endpoint({
  id: 'journal.takeAttendance',
  method: 'PUT',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}/attendance',
  summary: 'Who was away, late or gone early; each cell succeeds, conflicts or is refused by itself',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid }),
  body: object({ cells: Type.Array(attendanceCell, { minItems: 1, maxItems: 1400 }) }),
  reply: object({ cells: Type.Array(attendanceOutcome) }),
  largestBody: 1_048_576,
  refusals: { notFound: 404, idempotencyKeyReused: 422 },
  idempotent: true,
});

export type AttendanceFact = (typeof attendanceFacts)[number];
export type AttendanceCell = Static<typeof attendanceCell>;
export type AttendanceOutcome = Static<typeof attendanceOutcome>;
export type AttendanceRefusal = (typeof attendanceRefusals)[number];
