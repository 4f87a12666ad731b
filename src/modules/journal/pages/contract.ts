import { type Static, Type } from 'typebox';
import { homeworkFiles } from '#modules/homework/index.ts';
import { endpoint, isoDate, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { attendanceFacts } from '../attendance/contract.ts';
import { finalMarkKinds } from '../final-marks/contract.ts';

const text = Type.String();
const count = Type.Integer();
const clockTime = nullable(Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' }));
const names = { lastName: text, firstName: text, middleName: nullable(text) };

export const scaleValue = object({
  code: text,
  /** Null: never in an average. */
  numerator: nullable(count),
  denominator: count,
  band: nullable(oneOf(['excellent', 'good', 'satisfactory', 'poor'])),
  /** Not offered: no longer given, still shown and counted. */
  isOffered: Type.Boolean(),
});

/** The school's rules that the grid applies while one types; the server applies them again. */
export const pageSettings = object({
  /** Days after the lesson on which its cells are open; null = always. */
  editWindowDays: nullable(count),
  /** Older lessons ask for a typed reason. */
  reasonAfterDays: count,
  averagesPreset: oneOf(['math', '4.6', 'novosib', 'strict']),
  minimumMarks: count,
  retakes: oneOf(['replace', 'average']),
  markWhenAbsent: oneOf(['allow', 'warn', 'block']),
  moveAfterMark: oneOf(['down', 'right']),
  /** Which average the proposal is made of. */
  averageKind: oneOf(['weighted', 'plain']),
  /** A work still to be done keeps a 5 from being proposed. */
  pointHoldsFive: Type.Boolean(),
});

export const pageLesson = object({
  id: uuid,
  date: isoDate,
  number: count,
  starts: clockTime,
  ends: clockTime,
  state: oneOf(['planned', 'cancelled', 'retired']),
  /** The lesson's own teacher when another stands in. */
  teacherId: nullable(uuid),
  topic: nullable(text),
  attendanceTaken: Type.Boolean(),
  recordVersion: count,
  homework: nullable(
    object({
      id: uuid,
      text: nullable(text),
      minutes: nullable(count),
      dueRule: oneOf(['next', 'pinned', 'date']),
      dueLessonId: nullable(uuid),
      dueDate: nullable(isoDate),
      publishAt: isoMoment,
      isLate: Type.Boolean(),
      version: count,
      files: homeworkFiles,
    }),
  ),
});

/**
 * One journal page. Lists that grow with the class are tuples, so that 25 students × 24 lessons stay below 40 KB:
 * work and student stand in marks and attendance by their place in `works`, `lessons` and `students`.
 */
export const journalPage = object({
  /** The school's last event in this answer: the stream goes on from here. */
  asOf: count,
  today: isoDate,
  /** `HH:MM` at the school. */
  time: text,
  page: object({
    id: uuid,
    kind: oneOf(['lesson', 'extracurricular']),
    subject: object({ id: uuid, name: text }),
    group: object({
      id: uuid,
      name: text,
      kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
    }),
    classes: Type.Array(object({ id: uuid, grade: count, letter: text })),
    teachers: Type.Array(object({ id: uuid, ...names, startDate: isoDate, endDate: nullable(isoDate) })),
  }),
  settings: pageSettings,
  /** Empty: no marks on this page. */
  scale: Type.Array(scaleValue),
  workTypes: Type.Array(
    object({
      id: uuid,
      name: text,
      abbr: text,
      weight: count,
      isDefault: Type.Boolean(),
      isRetired: Type.Boolean(),
    }),
  ),
  periods: Type.Array(
    object({
      id: uuid,
      kind: oneOf(['quarter', 'trimester', 'halfYear', 'module', 'year']),
      name: text,
      startDate: isoDate,
      endDate: isoDate,
      isLocked: Type.Boolean(),
    }),
  ),
  from: isoDate,
  to: isoDate,
  lessons: Type.Array(pageLesson),
  /** id, place of the lesson, ordinal, place of the work type, weight, title, version */
  works: Type.Array(Type.Tuple([uuid, count, count, count, count, nullable(text), count])),
  /** id, last name, first name, first day in the group, last day (null = still in it) */
  students: Type.Array(Type.Tuple([uuid, text, text, isoDate, nullable(isoDate)])),
  /** place of the work, of the student, attempt, slot, value, version, comment, point due */
  marks: Type.Array(
    Type.Tuple([count, count, count, count, nullable(text), count, nullable(text), nullable(isoDate)]),
  ),
  /**
   * Marks in the same subject from another page of the year: a student came from another group or class, or is in two.
   * They count in averages. Place of the student, work, attempt, slot, value, weight, date, point due, group.
   */
  elsewhere: Type.Array(
    Type.Tuple([count, uuid, count, count, nullable(text), count, isoDate, nullable(isoDate), text]),
  ),
  /** place of the lesson, of the student, fact, minutes, version, reason where it is known to the reader */
  attendance: Type.Array(
    Type.Tuple([
      count,
      count,
      oneOf(attendanceFacts),
      nullable(count),
      count,
      nullable(oneOf(['ill', 'excused', 'unexcused'])),
    ]),
  ),
  /** place of the student, of the period, kind, value, version */
  finalMarks: Type.Array(Type.Tuple([count, count, oneOf(finalMarkKinds), nullable(text), count])),
  may: object({
    /** Marks, attendance, topic and homework on the page's own lessons. */
    write: Type.Boolean(),
    /** Lessons where this person stands in and may write though `write` is false. */
    writeLessons: Type.Array(uuid),
    setFinalMarks: Type.Boolean(),
    seeReasons: Type.Boolean(),
  }),
});

export const getJournalPage = endpoint({
  id: 'journal.getPage',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}',
  summary: 'A page of the class journal: one group × subject over some weeks',
  tags: ['journal'],
  params: object({ schoolId, pageId: uuid }),
  query: object({
    /** Default: the grading period of today. */
    from: Type.Optional(isoDate),
    to: Type.Optional(isoDate),
  }),
  reply: journalPage,
});

/** Pages this person may open: a teacher's own, a homeroom's class, all for those who lead the school. */
export const journalPageList = object({
  today: isoDate,
  pages: Type.Array(
    object({
      id: uuid,
      kind: oneOf(['lesson', 'extracurricular']),
      subject: text,
      group: object({ name: text, kind: text }),
      classes: Type.Array(object({ id: uuid, grade: count, letter: text })),
      teachers: Type.Array(object({ id: uuid, ...names })),
      isOwn: Type.Boolean(),
      /** False in classes taught without marks. */
      hasMarks: Type.Boolean(),
      /** Lessons of today, in order. */
      today: Type.Array(
        object({
          lessonId: uuid,
          number: count,
          starts: clockTime,
          ends: clockTime,
          state: oneOf(['planned', 'cancelled']),
          room: nullable(text),
          /** Taught by the actor. */
          isOwn: Type.Boolean(),
          attendanceTaken: Type.Boolean(),
          hasTopic: Type.Boolean(),
          hasHomework: Type.Boolean(),
          hasMarks: Type.Boolean(),
        }),
      ),
      /** Lessons held in the last 14 days without topic or attendance. */
      unfilled: count,
    }),
  ),
});

export const listJournalPages = endpoint({
  id: 'journal.listPages',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages',
  summary: 'The journal pages this person may open, with today’s lessons',
  tags: ['journal'],
  params: object({ schoolId }),
  reply: journalPageList,
});

export type JournalPage = Static<typeof journalPage>;
export type JournalPageList = Static<typeof journalPageList>;
export type PageSettings = Static<typeof pageSettings>;
export type PageLesson = Static<typeof pageLesson>;
export type ScaleValue = Static<typeof scaleValue>;
