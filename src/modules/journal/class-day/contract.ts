import { type Static, Type } from 'typebox';
import { publicReasons } from '#modules/timetable/changes/rules.ts';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { absenceReason } from '../absence-reasons/contract.ts';
import { attendanceFacts } from '../attendance/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });

const reason = nullable(oneOf(publicReasons));

/** Why a day has no lessons, `until` = the last of several; and what else is special on it. */
export const specialDay = {
  off: nullable(object({ name: nullable(Type.String()), until: nullable(isoDate), reason })),
  special: nullable(object({ asWeekday: nullable(Type.Integer()), otherBells: Type.Boolean(), reason })),
};

const schoolClass = object({ id: uuid, grade: Type.Integer(), letter: text });

const lesson = object({
  id: uuid,
  pageId: uuid,
  number: count,
  starts: nullable(text),
  ends: nullable(text),
  subject: text,
  /** Null for the whole class. */
  group: nullable(text),
  state: oneOf(['planned', 'cancelled']),
  hasBegun: Type.Boolean(),
  attendanceTaken: Type.Boolean(),
});

const student = object({
  id: uuid,
  lastName: text,
  firstName: text,
  /** Places in `lessons` of the lessons the student belongs to. */
  lessons: Type.Array(count),
  /** Everything but present: place in `lessons`, fact, minutes. */
  facts: Type.Array(Type.Tuple([count, oneOf(attendanceFacts), nullable(Type.Integer())])),
  /** The newest reason that covers the day. */
  reason: nullable(absenceReason),
});

export const getClassDay = endpoint({
  id: 'journal.getClassDay',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/day',
  summary: 'A class on one day: lessons, who was away from which, and why',
  tags: ['journal'],
  params: object({ schoolId, classId: uuid }),
  query: object({
    /** Default: today. */
    date: Type.Optional(isoDate),
  }),
  reply: object({
    today: isoDate,
    time: text,
    date: isoDate,
    schoolClass,
    homerooms: Type.Array(object({ lastName: text, firstName: text, middleName: nullable(text) })),
    ...specialDay,
    lessons: Type.Array(lesson),
    students: Type.Array(student),
    may: object({ setReasons: Type.Boolean() }),
  }),
  stored: false,
});

export const getClassAbsences = endpoint({
  id: 'journal.getClassAbsences',
  method: 'GET',
  path: '/api/schools/{schoolId}/classes/{classId}/absences',
  summary: 'Lessons and full days missed by each student of a class from one day to another, by reason',
  tags: ['journal'],
  params: object({ schoolId, classId: uuid }),
  query: object({ from: isoDate, to: isoDate }),
  reply: object({
    schoolClass,
    schoolName: text,
    from: isoDate,
    to: isoDate,
    students: Type.Array(
      object({
        id: uuid,
        lastName: text,
        firstName: text,
        /** Lessons of the student's own groups that were held. */
        lessons: count,
        missed: count,
        ill: count,
        excused: count,
        unexcused: count,
        /** Missed without a reason yet. */
        unclear: count,
        late: count,
        fullDays: count,
      }),
    ),
    /** From this share of missed lessons on an absence is called systematic, in percent. */
    systematicPercent: count,
  }),
  stored: false,
});

export type ClassDay = Static<typeof getClassDay.reply>;
export type ClassAbsences = Static<typeof getClassAbsences.reply>;
