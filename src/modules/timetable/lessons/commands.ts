import { insertMany, updateMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { LessonPlan } from './pair-rules.ts';

export type LessonRow = {
  readonly id: string;
  readonly assignmentId: string;
  readonly date: string;
  readonly seqInDay: number;
  readonly number: number;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly roomId: string | null;
};

/** Adds planned lessons. */
export async function addLessons(tx: Tx, lessons: readonly LessonRow[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'timetable.lesson',
      columns: [
        'school_id',
        'id',
        'assignment_id',
        'date',
        'seq_in_day',
        'number',
        'starts',
        'ends',
        'room_id',
      ],
    },
    lessons.map((lesson) => [
      tx.schoolId,
      lesson.id,
      lesson.assignmentId,
      lesson.date,
      lesson.seqInDay,
      lesson.number,
      lesson.starts,
      lesson.ends,
      lesson.roomId,
    ]),
  );
}

/** Gives lessons another hour or room and puts retired ones back into the timetable; ids and entries stay. */
export async function rescheduleLessons(
  tx: Tx,
  lessons: readonly Pick<LessonRow, 'id' | 'number' | 'starts' | 'ends' | 'roomId'>[],
): Promise<void> {
  await updateMany(
    tx,
    {
      table: 'timetable.lesson',
      key: 'id',
      columns: ['number', 'starts', 'ends', 'room_id', 'state'],
      bumps: true,
    },
    lessons.map(({ id, number, starts, ends, roomId }) => [id, number, starts, ends, roomId, 'planned']),
  );
}

/** Gives lessons other times; their state stays. */
export async function retimeLessons(
  tx: Tx,
  lessons: readonly Pick<LessonRow, 'id' | 'starts' | 'ends'>[],
): Promise<void> {
  await updateMany(
    tx,
    { table: 'timetable.lesson', key: 'id', columns: ['starts', 'ends'], bumps: true },
    lessons.map(({ id, starts, ends }) => [id, starts, ends]),
  );
}

/** Takes lessons out of the timetable; what was entered on them stays and is shown «вне расписания». */
export async function retireLessons(tx: Tx, ids: readonly string[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'timetable.lesson', key: 'id', columns: ['state'], bumps: true },
    ids.map((id) => [id, 'retired']),
  );
}

/** Writes what pairing the timetable with its lessons found different. */
export async function writeLessonPlan(
  tx: Tx,
  { added, moved, retired }: Pick<LessonPlan, 'added' | 'moved' | 'retired'>,
): Promise<void> {
  await addLessons(tx, added);
  await rescheduleLessons(tx, moved);
  await retireLessons(tx, retired);
}
