import { type Static, Type } from 'typebox';
import { endpoint, isoDate, nullable, object, schoolId, uuid } from '#platform/contract.ts';
import { roomRef, staffLesson, staffName } from '../lessons/contract.ts';

const count = Type.Integer();

/** Who could take a lesson; `rank` as in the rules. */
const candidate = object({ staffId: uuid, rank: count, lessons: count });

/** Everything that could be done with one lesson: only what is free at its time. */
export const lessonOptions = object({
  lesson: staffLesson,
  staff: Type.Array(staffName),
  candidates: Type.Array(candidate),
  rooms: Type.Array(roomRef),
  /** Other subjects of the same students whose teacher is free. */
  pages: Type.Array(
    object({
      id: uuid,
      subject: Type.String(),
      group: object({ id: uuid, name: Type.String(), isWholeClass: Type.Boolean() }),
      teacher: nullable(staffName),
      isTeacherFree: Type.Boolean(),
    }),
  ),
  /** Lessons of other groups of the class at the same time, to hold both together. */
  partners: Type.Array(
    object({
      lessonId: uuid,
      version: count,
      subject: Type.String(),
      group: Type.String(),
      teacher: nullable(staffName),
    }),
  ),
});

export const getLessonOptions = endpoint({
  id: 'timetable.getLessonOptions',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/lessons/{lessonId}',
  summary: 'What can be done with a lesson: free teachers and rooms, other subjects, groups to join',
  tags: ['timetable'],
  params: object({ schoolId, lessonId: uuid }),
  reply: lessonOptions,
});

export const getCover = endpoint({
  id: 'timetable.getCover',
  method: 'GET',
  path: '/api/schools/{schoolId}/timetable/teachers/{staffId}/cover',
  summary: 'The lessons of a teacher in some days, each with the teachers who are free then',
  tags: ['timetable'],
  params: object({ schoolId, staffId: uuid }),
  query: object({ from: isoDate, to: isoDate }),
  reply: object({
    teacher: staffName,
    staff: Type.Array(staffName),
    lessons: Type.Array(object({ lesson: staffLesson, candidates: Type.Array(candidate) })),
  }),
});

export type LessonOptions = Static<typeof lessonOptions>;
export type Cover = Static<typeof getCover.reply>;
