import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, oneOf, schoolId, uuid } from '#platform/contract.ts';
import { changeReasons, publicReasons } from '../changes/rules.ts';
import { classRef, clockTime, movedLesson, staffLesson, staffName } from '../lessons/contract.ts';

export const staffAbsence = object({
  id: uuid,
  actId: uuid,
  staff: staffName,
  startDate: isoDate,
  endDate: isoDate,
  /** Null for who may not know it. */
  reasonCode: nullable(oneOf(changeReasons)),
  note: nullable(Type.String()),
});

/** What is different on one day. */
export const dayBoard = object({
  today: isoDate,
  time: clockTime,
  date: isoDate,
  /** Of the whole school that day. */
  lessonCount: Type.Integer(),
  /** Changed, without a teacher, or whose teacher is away. */
  lessons: Type.Array(staffLesson),
  movedAway: Type.Array(movedLesson),
  /** Whom the day is special for; lessons that fall out with it are not among the changed ones. */
  special: Type.Array(
    object({
      id: uuid,
      grade: nullable(Type.Integer()),
      schoolClass: nullable(classRef),
      kind: oneOf(['off', 'weekday', 'bells']),
      from: isoDate,
      to: isoDate,
      asWeekday: nullable(Type.Integer()),
      bells: nullable(Type.String()),
      reasonCode: oneOf(publicReasons),
      cancelled: Type.Integer(),
    }),
  ),
  /** Members of staff who are away that day. */
  absences: Type.Array(staffAbsence),
});

export const getDayBoard = endpoint({
  id: 'timetable.getDay',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/days/{date}',
  summary: 'All changes of a day and the lessons without a teacher',
  tags: ['timetable'],
  params: object({ schoolId, date: isoDate }),
  reply: dayBoard,
});

export type DayBoard = Static<typeof dayBoard>;
export type StaffAbsence = Static<typeof staffAbsence>;
