import { type Static, Type } from 'typebox';
import { endpoint, isoDate, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

/** `HH:MM` by the school's clock. */
export const timeOfDay = Type.String({ pattern: '^[0-2][0-9]:[0-5][0-9]$' });

export const attendanceFact = oneOf(['present', 'absent', 'late', 'leftEarly', 'exempt', 'remote']);
export const finalMarkKind = oneOf(['period', 'year', 'exam', 'final']);

/** A place in one of the page's arrays, from 0. */
const index = Type.Integer({ minimum: 0 });
const version = Type.Integer({ minimum: 0 });

export const author = object({
  id: uuid,
  lastName: Type.String(),
  firstName: Type.String(),
  middleName: nullable(Type.String()),
});

const schoolClass = object({ id: uuid, grade: Type.Integer(), letter: Type.String() });

const pageFrame = {
  id: uuid,
  kind: oneOf(['lesson', 'extracurricular']),
  subject: object({ id: uuid, name: Type.String() }),
  group: object({
    id: uuid,
    kind: oneOf(['class', 'subgroup', 'crossClass', 'extracurricular']),
    name: Type.String(),
  }),
  classes: Type.Array(schoolClass),
  /** Those of today first. */
  teachers: Type.Array(object({ ...author.properties, startDate: isoDate, endDate: nullable(isoDate) })),
};

/** What the actor is to a page; `substitute` = has lessons on it without being its teacher. */
export const pageRelation = oneOf(['teacher', 'substitute', 'homeroom', 'school']);

export const pageList = object({
  today: isoDate,
  time: timeOfDay,
  pages: Type.Array(
    object({
      ...pageFrame,
      relation: pageRelation,
      /** False in classes taught without marks. */
      hasMarks: Type.Boolean(),
      /** Today's lessons, by number. */
      lessons: Type.Array(
        object({
          id: uuid,
          number: Type.Integer(),
          starts: nullable(timeOfDay),
          ends: nullable(timeOfDay),
          room: nullable(Type.String()),
          state: oneOf(['planned', 'cancelled']),
          /** Taught by the actor. */
          isOwn: Type.Boolean(),
          attendanceTaken: Type.Boolean(),
          hasTopic: Type.Boolean(),
          hasHomework: Type.Boolean(),
          hasMarks: Type.Boolean(),
        }),
      ),
      /** Lessons held in the last 14 days without topic or attendance. */
      unfilled: Type.Integer(),
    }),
  ),
});

const gradingPeriod = object({
  id: uuid,
  kind: oneOf(['quarter', 'trimester', 'halfYear', 'module', 'year']),
  ordinal: Type.Integer(),
  name: Type.String(),
  startDate: isoDate,
  endDate: isoDate,
  isLocked: Type.Boolean(),
});

export const pageHomework = object({
  id: uuid,
  text: nullable(Type.String()),
  minutes: nullable(Type.Integer()),
  dueRule: oneOf(['next', 'pinned', 'date']),
  dueLessonId: nullable(uuid),
  dueDate: nullable(isoDate),
  publishAt: isoMoment,
  /** Given after the lesson's end. */
  isLate: Type.Boolean(),
  version,
});

const pageLesson = object({
  id: uuid,
  date: isoDate,
  number: Type.Integer(),
  starts: nullable(timeOfDay),
  ends: nullable(timeOfDay),
  /** `retired`: no longer in the timetable, shown because it holds entries. */
  state: oneOf(['planned', 'cancelled', 'retired']),
  /** Who teaches instead of the page's teacher. */
  substitute: nullable(author),
  /** `version` 0 = nothing recorded yet. */
  record: object({ topic: nullable(Type.String()), attendanceTaken: Type.Boolean(), version }),
  homework: nullable(pageHomework),
});

const pageWork = object({
  id: uuid,
  /** Its lesson in `lessons`. */
  lesson: index,
  ordinal: Type.Integer(),
  /** In `workTypes`. */
  type: index,
  weight: Type.Integer(),
  title: nullable(Type.String()),
  version,
});

const pageStudent = object({
  id: uuid,
  lastName: Type.String(),
  firstName: Type.String(),
  middleName: nullable(Type.String()),
  /** Days in the group, both ends included; an open end is null. */
  spans: Type.Array(Type.Tuple([isoDate, nullable(isoDate)])),
});

/** What the page needs to know of the school's settings. */
export const pageSettings = object({
  editWindowDays: nullable(Type.Integer()),
  reasonAfterDays: nullable(Type.Integer()),
  moveAfterMark: oneOf(['down', 'right']),
  averageKind: oneOf(['weighted', 'plain']),
  averagesPreset: oneOf(['math', '4.6', 'novosib', 'strict']),
  minimumMarks: object({ oneHour: Type.Integer(), moreHours: Type.Integer() }),
  retakes: oneOf(['replace', 'average']),
  pointHoldsFive: Type.Boolean(),
  markWhenAbsent: oneOf(['allow', 'warn', 'block']),
});

export const scaleValue = object({
  code: Type.String(),
  /** The value as a fraction; null = counts in no average. */
  numerator: nullable(Type.Integer()),
  denominator: Type.Integer(),
  band: nullable(oneOf(['excellent', 'good', 'satisfactory', 'poor'])),
  isPassing: Type.Boolean(),
});

export const workType = object({
  id: uuid,
  name: Type.String(),
  abbr: Type.String(),
  weight: Type.Integer(),
  isAssessment: Type.Boolean(),
  /** The type of a column made by its first mark. */
  isDefault: Type.Boolean(),
});

/** Buttons: what the actor may do on the page; the day's locks of a cell are `cellLock`'s. */
export const pageRights = object({
  mark: Type.Boolean(),
  attend: Type.Boolean(),
  record: Type.Boolean(),
  homework: Type.Boolean(),
  works: Type.Boolean(),
  finals: Type.Boolean(),
  /** The lessons (in `lessons`) these rights hold for; null = all of the page. */
  onlyLessons: nullable(Type.Array(index)),
});

/**
 * One page of the journal. The cells stand in `marks`, `notes`, `attendance` and `finals` as short
 * arrays that name lesson, work, student and period by their places in the arrays of this page.
 */
export const journalPage = object({
  asOf: object({
    /** The last event of the school the page has; news up to it may be skipped. */
    seq: Type.Integer(),
    at: isoMoment,
  }),
  today: isoDate,
  time: timeOfDay,
  /** The days shown, both included. */
  from: isoDate,
  to: isoDate,
  page: object({
    ...pageFrame,
    relation: pageRelation,
    /** Load of the subject in tenths of an hour. */
    hoursPerWeekTenths: Type.Integer(),
  }),
  /** Null in classes taught without marks. */
  scale: nullable(object({ id: uuid, values: Type.Array(scaleValue) })),
  workTypes: Type.Array(workType),
  settings: pageSettings,
  /** Of the scheme of the page's grade, the year last. */
  periods: Type.Array(gradingPeriod),
  /** The period shown (in `periods`); null when the days asked for are no period. */
  period: nullable(index),
  lessons: Type.Array(pageLesson),
  works: Type.Array(pageWork),
  students: Type.Array(pageStudent),
  /** [work, student, attempt, slot, value, version]; value null = cleared. */
  marks: Type.Array(
    Type.Tuple([index, index, Type.Integer(), Type.Integer(), nullable(Type.String()), version]),
  ),
  /** [work, student, attempt, slot, comment, pointDue] of the marks that have one of them. */
  notes: Type.Array(
    Type.Tuple([index, index, Type.Integer(), Type.Integer(), nullable(Type.String()), nullable(isoDate)]),
  ),
  /** [lesson, student, fact, minutes, version, reason]; `ill` only for those who may know it. */
  attendance: Type.Array(
    Type.Tuple([
      index,
      index,
      attendanceFact,
      nullable(Type.Integer()),
      version,
      nullable(oneOf(['ill', 'excused', 'unexcused'])),
    ]),
  ),
  /** [period, student, kind, value, version] of the page's subject. */
  finals: Type.Array(Type.Tuple([index, index, finalMarkKind, nullable(Type.String()), version])),
  may: pageRights,
});

export type PageList = Static<typeof pageList>;
export type ListedPage = PageList['pages'][number];
export type JournalPage = Static<typeof journalPage>;
export type PageLesson = Static<typeof pageLesson>;
export type PageWork = Static<typeof pageWork>;
export type PageStudent = Static<typeof pageStudent>;
export type PageHomework = Static<typeof pageHomework>;
export type PageSettings = Static<typeof pageSettings>;
export type PageRights = Static<typeof pageRights>;
export type PagePeriod = JournalPage['periods'][number];
export type ScaleValue = Static<typeof scaleValue>;
export type WorkType = Static<typeof workType>;
export type AttendanceFact = Static<typeof attendanceFact>;
export type Author = Static<typeof author>;

export const pageParams = object({ schoolId, pageId: uuid });

export const listPages = endpoint({
  id: 'journal.listPages',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages',
  summary: 'The journal pages the actor reads, with today’s lessons',
  tags: ['journal'],
  params: object({ schoolId }),
  reply: pageList,
});

export const getPage = endpoint({
  id: 'journal.getPage',
  method: 'GET',
  path: '/api/schools/{schoolId}/journal-pages/{pageId}',
  summary: 'One journal page: lessons, works, students, marks, attendance, final marks',
  tags: ['journal'],
  params: pageParams,
  query: object({
    /** The current grading period when both are absent; one alone takes its own day. */
    from: Type.Optional(isoDate),
    to: Type.Optional(isoDate),
  }),
  reply: journalPage,
});
