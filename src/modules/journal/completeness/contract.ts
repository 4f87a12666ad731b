import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const names = { lastName: text, firstName: text, middleName: nullable(text) };
const schoolClass = object({ id: uuid, grade: Type.Integer(), letter: text });

/** From the first to the last day; without them the current week. Lessons after now are not held yet. */
const span = { from: Type.Optional(isoDate), to: Type.Optional(isoDate) };

/** Of lessons that were held. */
const counts = {
  lessons: count,
  noTopic: count,
  noAttendance: count,
  /** Where marks are given; whether each lesson ought to have homework, the school knows. */
  noHomework: count,
  /** Students × subjects with fewer marks than the school wants; 0 unless a whole grading period is asked for. */
  fewMarks: count,
};

export const getCompleteness = endpoint({
  id: 'journal.getCompleteness',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-completeness',
  summary: 'What the journals lack over some days, by teacher and by class',
  tags: ['journal'],
  params: object({ schoolId }),
  query: object(span),
  reply: object({
    today: isoDate,
    from: isoDate,
    to: isoDate,
    /** Of this school year, those that have begun. */
    periods: Type.Array(object({ name: text, startDate: isoDate, endDate: isoDate })),
    /** `from` and `to` are those of a grading period, so marks are counted. */
    isPeriod: Type.Boolean(),
    total: object(counts),
    teachers: Type.Array(object({ id: uuid, ...names, ...counts })),
    classes: Type.Array(object({ id: uuid, grade: Type.Integer(), letter: text, ...counts })),
  }),
});

export const lacks = ['topic', 'attendance', 'homework'] as const;

export const listHeldLessons = endpoint({
  id: 'journal.listHeldLessons',
  method: 'GET',
  path: '/api/schools/{schoolId}/held-lessons',
  summary: 'Lessons that were held, of a teacher or a class, with what the journal lacks of each',
  tags: ['journal'],
  params: object({ schoolId }),
  query: object({
    ...span,
    teacherId: Type.Optional(uuid),
    classId: Type.Optional(uuid),
    /** Only lessons that lack this. */
    lack: Type.Optional(oneOf(lacks)),
  }),
  reply: object({
    from: isoDate,
    to: isoDate,
    teacher: nullable(object({ id: uuid, ...names })),
    schoolClass: nullable(schoolClass),
    /** Of all; the list ends at 500. */
    count,
    /** Oldest first. */
    lessons: Type.Array(
      object({
        id: uuid,
        pageId: uuid,
        date: isoDate,
        number: count,
        subject: text,
        group: object({ name: text, kind: text }),
        classes: Type.Array(schoolClass),
        teachers: Type.Array(object(names)),
        hasTopic: Type.Boolean(),
        attendanceTaken: Type.Boolean(),
        /** Null where no marks are given. */
        hasHomework: nullable(Type.Boolean()),
      }),
    ),
  }),
});

export const listFewMarks = endpoint({
  id: 'journal.listFewMarks',
  method: 'GET',
  path: '/api/schools/{schoolId}/few-marks',
  summary: 'Students with fewer marks in a grading period than the school wants, by journal page',
  tags: ['journal'],
  params: object({ schoolId }),
  query: object({
    from: isoDate,
    to: isoDate,
    teacherId: Type.Optional(uuid),
    classId: Type.Optional(uuid),
  }),
  reply: object({
    from: isoDate,
    to: isoDate,
    teacher: nullable(object({ id: uuid, ...names })),
    schoolClass: nullable(schoolClass),
    pages: Type.Array(
      object({
        pageId: uuid,
        subject: text,
        group: object({ name: text, kind: text }),
        classes: Type.Array(schoolClass),
        minimum: count,
        students: Type.Array(object({ id: uuid, lastName: text, firstName: text, marks: count })),
      }),
    ),
  }),
});

export type Completeness = Static<typeof getCompleteness.reply>;
export type HeldLessons = Static<typeof listHeldLessons.reply>;
export type FewMarks = Static<typeof listFewMarks.reply>;
export type Lack = (typeof lacks)[number];
