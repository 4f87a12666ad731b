import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { listedClass, names } from '../people/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const onDate = {
  /** Default: today. */
  date: Type.Optional(isoDate),
};
const asFile = {
  format: oneOf(['xlsx', 'csv']),
  language: Type.Optional(oneOf(['ru', 'en'])),
};
const file = Type.String({ contentMediaType: 'application/octet-stream' });

export const classLine = object({
  ...listedClass.properties,
  shift: count,
  homeroom: Type.Array(object({ id: uuid, ...names })),
  students: count,
  /** Since the first day of the year, up to the date; moves between classes count. */
  came: count,
  left: count,
});

export const listClasses = endpoint({
  id: 'roster.listClasses',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes',
  summary: 'Classes of the year with homeroom teacher and head-count on a date',
  tags: ['roster'],
  params: object({ schoolId }),
  query: object(onDate),
  reply: object({
    today: isoDate,
    date: isoDate,
    year: nullable(object({ name: text, startDate: isoDate, endDate: isoDate })),
    classes: Type.Array(classLine),
    mayWrite: Type.Boolean(),
  }),
  stored: false,
});

/** «Б», «ФМ»; empty where the school has one class of the grade. */
const letter = Type.String({ maxLength: 8, pattern: '^[\\p{L}\\p{N}]*$' });
const shift = Type.Integer({ minimum: 1, maximum: 3 });

export const openClass = endpoint({
  id: 'roster.openClass',
  method: 'POST',
  path: '/api/schools/{schoolId}/classes',
  summary: 'Opens a class in the year of today or the next one, with its homeroom teacher or without',
  tags: ['roster'],
  params: object({ schoolId }),
  body: object({
    grade: Type.Integer({ minimum: 0, maximum: 12 }),
    letter,
    shift,
    homeroomId: nullable(uuid),
  }),
  reply: object({ id: uuid }),
  refusals: {
    idempotencyKeyReused: 422,
    'roster.noYear': 422,
    'roster.classStands': 409,
    'roster.unknownStaff': 422,
  },
  idempotent: true,
});

export const setHomeroom = endpoint({
  id: 'roster.setHomeroom',
  method: 'PUT',
  path: '/api/schools/{schoolId}/classes/{classId}/homeroom',
  summary: 'Gives a class another homeroom teacher from a day on, and its shift',
  tags: ['roster'],
  params: object({ schoolId, classId: uuid }),
  body: object({
    shift,
    /** Null = nobody. */
    staffId: nullable(uuid),
    startDate: isoDate,
    /** Who led the class as the client saw it. */
    expected: nullable(uuid),
  }),
  reply: object({ id: uuid }),
  refusals: {
    notFound: 404,
    'roster.changedMeanwhile': 409,
    'roster.unknownStaff': 422,
    'roster.outsideYear': 422,
  },
});

export const exportClasses = endpoint({
  id: 'roster.exportClasses',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/export',
  summary: 'The list of classes as a spreadsheet; the act is recorded',
  tags: ['roster'],
  params: object({ schoolId }),
  query: object({ ...onDate, ...asFile }),
  reply: file,
  stored: false,
});

export const classStudent = object({
  id: uuid,
  ...names,
  birthDate: nullable(isoDate),
  gender: nullable(oneOf(['male', 'female'])),
  phone: nullable(text),
  /** First and last day in the class. */
  since: isoDate,
  until: nullable(isoDate),
  guardians: Type.Array(
    object({
      id: uuid,
      ...names,
      kinship: oneOf(['mother', 'father', 'grandmother', 'grandfather', 'guardian', 'other']),
      phone: nullable(text),
    }),
  ),
});

/** A coming or going of the year, the school itself or another class at the other side. */
export const classMove = object({
  studentId: uuid,
  ...names,
  date: isoDate,
  kind: oneOf(['came', 'left']),
  /** The class at the other side; null = the school itself was joined or left. */
  otherClass: nullable(listedClass),
});

export const getClass = endpoint({
  id: 'roster.getClass',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}',
  summary: 'A class on a date: students with guardians and phones, who came and left this year',
  tags: ['roster'],
  params: object({ schoolId, classId: uuid }),
  query: object(onDate),
  reply: object({
    today: isoDate,
    date: isoDate,
    schoolClass: listedClass,
    year: object({ name: text, startDate: isoDate, endDate: isoDate }),
    schoolName: text,
    homeroom: Type.Array(object({ id: uuid, ...names })),
    students: Type.Array(classStudent),
    moves: Type.Array(classMove),
  }),
  stored: false,
});

export const exportClass = endpoint({
  id: 'roster.exportClass',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/export',
  summary: 'The list of a class as a spreadsheet; the act is recorded',
  tags: ['roster'],
  params: object({ schoolId, classId: uuid }),
  query: object({ ...onDate, ...asFile }),
  reply: file,
  stored: false,
});

export type ClassList = Static<typeof listClasses.reply>;
export type ClassPage = Static<typeof getClass.reply>;
