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

const text = Type.String();
const grade = Type.Integer({ minimum: 0, maximum: 12 });
/** Null = every grade that is taught by the period. */
const wantedGrades = nullable(Type.Array(grade, { minItems: 1, maxItems: 13, uniqueItems: true }));

export const periodKinds = ['quarter', 'trimester', 'halfYear', 'module', 'year'] as const;

export const listPeriodLocks = endpoint({
  id: 'journal.listPeriodLocks',
  method: 'GET',
  path: '/api/schools/{schoolId}/grading-periods',
  summary: 'The grading periods of the school year, for which grades each is closed, and when one was opened',
  tags: ['journal'],
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    year: nullable(text),
    timeZone: text,
    periods: Type.Array(
      object({
        id: uuid,
        kind: oneOf(periodKinds),
        name: text,
        startDate: isoDate,
        endDate: isoDate,
        /** Those that have classes this year. */
        grades: Type.Array(grade),
        locks: Type.Array(
          object({
            /** Null = every grade. */
            grade: nullable(grade),
            at: isoMoment,
            byName: text,
          }),
        ),
        /** Newest first. */
        openings: Type.Array(object({ grade: nullable(grade), at: isoMoment, byName: text, reason: text })),
      }),
    ),
    may: object({ lock: Type.Boolean() }),
  }),
});

/** The grades this command has changed; none when everything was so already. */
const changed = object({ grades: Type.Array(grade) });

export const lockPeriod = endpoint({
  id: 'journal.lockPeriod',
  method: 'POST',
  path: '/api/schools/{schoolId}/grading-periods/{periodId}/lock',
  summary: 'Closes a grading period for marks, attendance and topics: of some grades or of all',
  tags: ['journal'],
  params: object({ schoolId, periodId: uuid }),
  body: object({ grades: wantedGrades }),
  reply: changed,
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'periodLock.notBegun': 422,
    'periodLock.unknownGrade': 422,
  },
  idempotent: true,
});

export const openPeriod = endpoint({
  id: 'journal.openPeriod',
  method: 'POST',
  path: '/api/schools/{schoolId}/grading-periods/{periodId}/open',
  summary: 'Opens a closed grading period again, with the reason that stays in the records',
  tags: ['journal'],
  params: object({ schoolId, periodId: uuid }),
  body: object({ grades: wantedGrades, reason: shortText(300) }),
  reply: changed,
  refusals: {
    notFound: 404,
    idempotencyKeyReused: 422,
    'periodLock.reasonRequired': 422,
    'periodLock.unknownGrade': 422,
  },
  idempotent: true,
});

export type PeriodLocks = Static<typeof listPeriodLocks.reply>;
