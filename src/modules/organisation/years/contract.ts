import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, shortText, uuid } from '#platform/contract.ts';

export const schemeKinds = ['quarter', 'trimester', 'halfYear', 'module'] as const;

const grade = Type.Integer({ minimum: 0, maximum: 12 });
const grades = Type.Array(grade, { maxItems: 13, uniqueItems: true });
/** Both days belong to it. */
const span = { startDate: isoDate, endDate: isoDate };

/** Grades that count by the same periods. */
const scheme = object({
  id: uuid,
  kind: oneOf(schemeKinds),
  grades,
  /** In their order, without the whole year: four quarters, three trimesters, two half-years, two to eight modules. */
  periods: Type.Array(object(span), { minItems: 2, maxItems: 8 }),
});

const schoolBreak = object({
  name: Type.Intersect([shortText(80), Type.String({ minLength: 1, pattern: '\\S' })]),
  ...span,
  /** Null = the whole school. */
  grades: nullable(Type.Array(grade, { minItems: 1, maxItems: 13, uniqueItems: true })),
});

const year = {
  ...span,
  schemes: Type.Array(scheme, { minItems: 1, maxItems: 6 }),
  breaks: Type.Array(schoolBreak, { maxItems: 20 }),
};

export const listYears = endpoint({
  id: 'organisation.listYears',
  method: 'GET',
  path: '/api/schools/{schoolId}/years',
  summary: 'The academic years of a school with their grading periods and breaks, the newest first',
  tags: ['organisation'],
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    years: Type.Array(
      object({
        id: uuid,
        name: Type.String(),
        version: Type.Integer(),
        ...span,
        schemes: Type.Array(
          object({ id: uuid, kind: oneOf(schemeKinds), grades, periods: Type.Array(object(span)) }),
        ),
        breaks: Type.Array(object({ name: Type.String(), ...span, grades: nullable(grades) })),
      }),
    ),
    mayWrite: Type.Boolean(),
  }),
});

export const setYear = endpoint({
  id: 'organisation.setYear',
  method: 'PUT',
  path: '/api/schools/{schoolId}/years/{yearId}',
  summary:
    'Writes an academic year as a whole: its days, grading periods and breaks; a new id makes a new year',
  tags: ['organisation'],
  params: object({ schoolId, yearId: uuid }),
  body: object({
    /** Of the year as the client saw it; 0 = a new one. */
    version: Type.Integer({ minimum: 0 }),
    ...year,
  }),
  reply: object({
    version: Type.Integer(),
    /** Lessons of today and later that left the timetable with their days, and lessons that are in it now. */
    lessonsGone: Type.Integer(),
    lessonsBack: Type.Integer(),
    /** Put by hand onto days that are free now: they stay. */
    lessonsOff: Type.Integer(),
  }),
  refusals: {
    'organisation.changedMeanwhile': 409,
    'timetable.periodLocked': 409,
    'year.endsBeforeBegins': 422,
    'year.tooLong': 422,
    'year.overlapsYear': 422,
    'year.gradeTwice': 422,
    'year.wrongCount': 422,
    'year.schemeKept': 422,
    'year.schemeHasMarks': 409,
    'year.periodEndsBeforeBegins': 422,
    'year.periodOutsideYear': 422,
    'year.periodsOverlap': 422,
    'year.breakEndsBeforeBegins': 422,
    'year.breakOutsideYear': 422,
    'year.breaksOverlap': 422,
  },
});

export type Years = Static<typeof listYears.reply>;
export type YearDraft = Omit<Static<typeof setYear.body>, 'version'>;
export type SchemeKind = (typeof schemeKinds)[number];
