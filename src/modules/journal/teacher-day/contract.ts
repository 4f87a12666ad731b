import { type Static, Type } from 'typebox';
import { publicReasons } from '#modules/timetable/changes/rules.ts';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { specialDay } from '../class-day/contract.ts';

const text = Type.String();
const count = Type.Integer({ minimum: 0 });
const clockTime = nullable(Type.String({ pattern: '^[0-9]{2}:[0-9]{2}$' }));
const names = { lastName: text, firstName: text, middleName: nullable(text) };

/** Which page a lesson or a mark stands on, as one reads it. */
const place = {
  pageId: uuid,
  subject: text,
  group: object({ name: text, kind: text }),
  classes: Type.Array(object({ id: uuid, grade: Type.Integer(), letter: text })),
};

const lesson = object({
  id: uuid,
  ...place,
  number: count,
  starts: clockTime,
  ends: clockTime,
  room: nullable(text),
  state: oneOf(['planned', 'cancelled']),
  /** Why it was cancelled, where that is about the school. */
  reason: nullable(oneOf(publicReasons)),
  /** `own`; `standsIn` for a colleague; `covered` by a colleague, who then does the entries. */
  part: oneOf(['own', 'standsIn', 'covered']),
  /** Who stands in, or whom one stands in for. */
  colleague: nullable(object(names)),
  isMoved: Type.Boolean(),
  hasMarks: Type.Boolean(),
  attendanceTaken: Type.Boolean(),
  hasTopic: Type.Boolean(),
  hasHomework: Type.Boolean(),
  /** Students with a mark of this lesson. */
  marked: count,
  away: count,
  students: count,
});

const debt = object({
  lessonId: uuid,
  ...place,
  date: isoDate,
  number: count,
  attendanceTaken: Type.Boolean(),
  hasTopic: Type.Boolean(),
  hasHomework: Type.Boolean(),
  /** The last day on which entries are open; null = always. */
  openUntil: nullable(isoDate),
});

const point = object({
  ...place,
  workId: uuid,
  lessonId: nullable(uuid),
  studentId: uuid,
  lastName: text,
  firstName: text,
  due: nullable(isoDate),
});

export const getTeacherDay = endpoint({
  id: 'journal.getTeacherDay',
  method: 'GET',
  path: '/api/schools/{schoolId}/teacher-day',
  summary:
    'One’s own lessons of a day with what is written of them, lessons left unfilled and works still to be done',
  tags: ['journal'],
  params: object({ schoolId }),
  query: object({
    /** Default: today. */
    date: Type.Optional(isoDate),
  }),
  reply: object({
    today: isoDate,
    /** `HH:MM` at the school. */
    time: text,
    date: isoDate,
    /** The nearest days with lessons of one's own. */
    previous: nullable(isoDate),
    next: nullable(isoDate),
    /** Of the whole school. */
    ...specialDay,
    lessons: Type.Array(lesson),
    /** Held before today without topic or attendance, while entries are open; the oldest first. */
    debts: Type.Array(debt),
    /** Works that students still have to do, the most urgent first. */
    points: Type.Array(point),
  }),
  stored: false,
});

export type TeacherDay = Static<typeof getTeacherDay.reply>;
export type DayLesson = TeacherDay['lessons'][number];
export type DayDebt = TeacherDay['debts'][number];
export type DayPoint = TeacherDay['points'][number];
