import { type Static, Type } from 'typebox';
import { endpoint, isoDate, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { diaryStudent, markBand, personName } from '../week/contract.ts';

const periodMark = object({
  workId: uuid,
  lessonId: nullable(uuid),
  /** Of the lesson; of the entry for a work outside lessons. */
  date: isoDate,
  attempt: Type.Integer(),
  slot: Type.Integer(),
  value: nullable(Type.String()),
  band: nullable(markBand),
  /** The value as a fraction; null = counts in no average. */
  numerator: nullable(Type.Integer()),
  denominator: nullable(Type.Integer()),
  pointDue: nullable(isoDate),
  weight: Type.Integer(),
  workType: Type.String(),
  title: nullable(Type.String()),
  comment: nullable(Type.String()),
});

const finalMark = object({
  periodId: uuid,
  kind: oneOf(['period', 'year', 'exam', 'final']),
  value: Type.String(),
  comment: nullable(Type.String()),
});

const subjectMarks = object({
  id: uuid,
  name: Type.String(),
  teachers: Type.Array(personName),
  /** In order of date. */
  marks: Type.Array(periodMark),
  /** Of all periods of the scheme. */
  finals: Type.Array(finalMark),
});

const gradingPeriod = object({
  id: uuid,
  kind: oneOf(['quarter', 'trimester', 'halfYear', 'module', 'year']),
  ordinal: Type.Integer(),
  name: Type.String(),
  startDate: isoDate,
  endDate: isoDate,
});

export const marksOfPeriod = object({
  asOf: isoMoment,
  timeZone: Type.String(),
  today: isoDate,
  student: diaryStudent,
  /** How the school reckons averages. */
  averageKind: oneOf(['weighted', 'plain']),
  retakes: oneOf(['replace', 'average']),
  /** The year's own period last. */
  periods: Type.Array(gradingPeriod),
  /** Null when the school has given this grade no periods. */
  periodId: nullable(uuid),
  /** Every subject that is marked; empty where a class is taught without marks. */
  subjects: Type.Array(subjectMarks),
});

export type MarksOfPeriod = Static<typeof marksOfPeriod>;
export type SubjectMarks = MarksOfPeriod['subjects'][number];
export type Reckoning = Pick<MarksOfPeriod, 'averageKind' | 'retakes'>;
export type PeriodMark = SubjectMarks['marks'][number];

export const getMarks = endpoint({
  id: 'diary.getMarks',
  method: 'GET',
  path: '/api/schools/{schoolId}/students/{studentId}/marks',
  summary: 'The marks of a student in a grading period, by subject, with final marks',
  tags: ['diary'],
  params: object({ schoolId, studentId: uuid }),
  query: object({
    /** The current period when absent. */
    period: Type.Optional(uuid),
  }),
  reply: marksOfPeriod,
});
