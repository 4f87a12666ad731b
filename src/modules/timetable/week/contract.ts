import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, schoolId, uuid } from '#platform/contract.ts';
import {
  classRef,
  clockTime,
  dayOff,
  daySpecial,
  movedLesson,
  roomRef,
  staffLesson,
  staffName,
} from '../lessons/contract.ts';

/** One week of a class, a teacher or a room. Of the three names the one asked for is there. */
export const staffWeek = object({
  today: isoDate,
  time: clockTime,
  /** The week's Monday. */
  from: isoDate,
  year: nullable(object({ startDate: isoDate, endDate: isoDate })),
  schoolClass: nullable(classRef),
  teacher: nullable(staffName),
  room: nullable(roomRef),
  /** Monday to Sunday. */
  days: Type.Array(
    object({
      date: isoDate,
      off: dayOff,
      special: daySpecial,
      lessons: Type.Array(staffLesson),
      /** Lessons that stood on this day and stand elsewhere now. */
      movedAway: Type.Array(movedLesson),
    }),
  ),
});

export type StaffWeek = Static<typeof staffWeek>;
export type StaffDay = StaffWeek['days'][number];

const query = object({
  /** Any day of the week; today's week when absent. */
  from: Type.Optional(isoDate),
});
const tags = ['timetable'] as const;

export const getClassWeek = endpoint({
  id: 'timetable.getClassWeek',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/classes/{classId}',
  summary: 'A week of a class with all its groups, for the staff',
  tags,
  params: object({ schoolId, classId: uuid }),
  query,
  reply: staffWeek,
});

export const getTeacherWeek = endpoint({
  id: 'timetable.getTeacherWeek',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/teachers/{staffId}',
  summary: 'A week of a teacher: own lessons, substitutions, and lessons that others take',
  tags,
  params: object({ schoolId, staffId: uuid }),
  query,
  reply: staffWeek,
});

export const getRoomWeek = endpoint({
  id: 'timetable.getRoomWeek',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/rooms/{roomId}',
  summary: 'A week of a room, for the staff',
  tags,
  params: object({ schoolId, roomId: uuid }),
  query,
  reply: staffWeek,
});

export const getTimetableChoices = endpoint({
  id: 'timetable.getChoices',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable',
  summary: 'Classes, teachers and rooms whose timetable can be shown',
  tags,
  params: object({ schoolId }),
  reply: object({
    today: isoDate,
    classes: Type.Array(classRef),
    teachers: Type.Array(staffName),
    rooms: Type.Array(roomRef),
  }),
});

export type TimetableChoices = Static<typeof getTimetableChoices.reply>;
