import { type Static, Type } from 'typebox';
import { homeworkFiles } from '#modules/homework/index.ts';
import { publicReasons } from '#modules/timetable/changes/rules.ts';
import { endpoint, isoDate, isoMoment, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';

/** `HH:MM` by the school's clock. */
export const timeOfDay = Type.String({ pattern: '^[0-2][0-9]:[0-5][0-9]$' });

export const personName = object({
  lastName: Type.String(),
  firstName: Type.String(),
  middleName: nullable(Type.String()),
});

export const markBand = oneOf(['excellent', 'good', 'satisfactory', 'poor']);

export const diaryStudent = object({
  id: uuid,
  ...personName.properties,
  /** Of that week; null for a student who was in no class yet. */
  grade: nullable(Type.Integer()),
  letter: nullable(Type.String()),
});

/** What stands on every view of a diary: whose it is, and what time it is at the school. */
export const diaryHead = {
  asOf: isoMoment,
  timeZone: Type.String(),
  today: isoDate,
  time: timeOfDay,
  student: diaryStudent,
  /** The week's Monday. */
  from: isoDate,
  /** The academic year of the class; null without a class. */
  year: nullable(object({ startDate: isoDate, endDate: isoDate })),
};

export type DiaryStudent = Static<typeof diaryStudent>;

export const lessonChange = object({
  kind: oneOf(['substitution', 'cancellation', 'move', 'room', 'merge', 'bells']),
  /** Only what is about the school; why a person is away is never told. */
  reason: nullable(oneOf(publicReasons)),
  oldDate: nullable(isoDate),
  oldNumber: nullable(Type.Integer()),
  oldRoom: nullable(Type.String()),
  oldTeacher: nullable(personName),
});

/** A lesson as the timetable knows it. */
export const lessonFrame = {
  id: uuid,
  number: Type.Integer(),
  starts: nullable(timeOfDay),
  ends: nullable(timeOfDay),
  subject: Type.String(),
  room: nullable(Type.String()),
  teacher: nullable(personName),
  /** `retired`: no longer in the timetable, shown because it holds entries. */
  state: oneOf(['planned', 'cancelled', 'retired']),
  /** The cancelled lesson this one stands in for. */
  replacesId: nullable(uuid),
  changes: Type.Array(lessonChange),
};

const reason = nullable(oneOf(publicReasons));

export const dayFrame = {
  date: isoDate,
  /** Why there are no lessons. */
  off: nullable(
    object({
      name: nullable(Type.String()),
      /** The last day of several in a row; null for a single day. */
      until: nullable(isoDate),
      reason,
    }),
  ),
  /** Lessons of another weekday, other bells. */
  special: nullable(object({ asWeekday: nullable(Type.Integer()), otherBells: Type.Boolean(), reason })),
};

const diaryHomework = object({
  id: uuid,
  text: Type.String(),
  /** The teacher's estimate. */
  minutes: nullable(Type.Integer()),
  publishedAt: isoMoment,
  dueDate: nullable(isoDate),
  /** The student’s own tick. */
  isDone: Type.Boolean(),
  files: homeworkFiles,
});

const diaryMark = object({
  workId: uuid,
  /** 2 and more: a retake of the same work. */
  attempt: Type.Integer(),
  /** 2: the second value of a dual mark. */
  slot: Type.Integer(),
  /** A code of the page's scale; null while only a point stands there. */
  value: nullable(Type.String()),
  band: nullable(markBand),
  pointDue: nullable(isoDate),
  weight: Type.Integer(),
  workType: Type.String(),
  title: nullable(Type.String()),
  comment: nullable(Type.String()),
});

const diaryAttendance = object({
  fact: oneOf(['absent', 'late', 'leftEarly', 'exempt', 'remote']),
  minutes: nullable(Type.Integer()),
  reason: nullable(oneOf(['ill', 'excused', 'unexcused'])),
});

const diaryLesson = object({
  ...lessonFrame,
  topic: nullable(Type.String()),
  /** Homework to be ready by this lesson. */
  due: Type.Array(diaryHomework),
  /** Homework given at this lesson. */
  given: Type.Array(diaryHomework),
  marks: Type.Array(diaryMark),
  attendance: nullable(diaryAttendance),
});

const newestMark = object({
  workId: uuid,
  attempt: Type.Integer(),
  slot: Type.Integer(),
  value: Type.String(),
  band: nullable(markBand),
  weight: Type.Integer(),
  workType: Type.String(),
  subject: Type.String(),
  subjectShort: Type.String(),
  lessonId: nullable(uuid),
  /** Of the lesson. */
  date: isoDate,
  /** The day the mark was entered. */
  setOn: isoDate,
});

export const diaryWeek = object({
  ...diaryHead,
  /** Weeks of study since the year began, this one included; null in a break and outside the year. */
  studyWeek: nullable(Type.Integer()),
  /** Set in the last two weeks, newest first, six at most; empty for weeks far from today. */
  newestMarks: Type.Array(newestMark),
  /** Monday to Sunday. */
  days: Type.Array(
    object({
      ...dayFrame,
      lessons: Type.Array(diaryLesson),
      /** Homework for this day of subjects that have no lesson on it. */
      due: Type.Array(object({ ...diaryHomework.properties, subject: Type.String() })),
    }),
  ),
});

export type DiaryWeek = Static<typeof diaryWeek>;
export type DiaryDay = DiaryWeek['days'][number];
export type DiaryLesson = DiaryDay['lessons'][number];
export type DiaryMark = DiaryLesson['marks'][number];
export type DiaryHomework = DiaryLesson['due'][number];
export type LessonChange = Static<typeof lessonChange>;

export const weekQuery = object({
  /** Any day of the week. */
  from: isoDate,
});

export const getDiaryWeek = endpoint({
  id: 'diary.getWeek',
  method: 'GET',
  path: '/api/schools/{schoolId}/students/{studentId}/diary',
  summary: 'A week of a student: lessons with homework, marks, attendance; the newest marks',
  tags: ['diary'],
  params: object({ schoolId, studentId: uuid }),
  query: weekQuery,
  reply: diaryWeek,
});
