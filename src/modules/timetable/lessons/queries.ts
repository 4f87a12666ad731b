import { statement, type Tx } from '#platform/db/tx.ts';

export type KnownLesson = {
  readonly id: string;
  readonly assignmentId: string;
  readonly date: string;
  readonly seqInDay: number;
  readonly number: number;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly roomId: string | null;
  readonly state: 'planned' | 'cancelled' | 'retired';
  /** Substituted, moved or otherwise changed by somebody. */
  readonly isChanged: boolean;
};

/** All lessons of the transaction's school from one date to another, both included. */
export async function lessonsBetween(tx: Tx, from: string, to: string): Promise<readonly KnownLesson[]> {
  return JSON.parse((await tx.text(lessonsOfDates, [tx.schoolId, from, to])) ?? '[]') as KnownLesson[];
}

// Lessons of a span of dates; index lesson_date.
const lessonsOfDates = statement(
  'timetable.lessonsBetween',
  `select coalesce(json_agg(json_build_object('id', l.id, 'assignmentId', l.assignment_id, 'date', l.date, 'seqInDay', l.seq_in_day,
      'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'roomId', l.room_id,
      'state', l.state, 'isChanged', c.lesson_id is not null)), '[]'::json)::text
   from timetable.lesson l
   left join (select distinct lesson_id from timetable.lesson_change where school_id = $1) c on c.lesson_id = l.id
   where l.school_id = $1 and l.date between $2::date and $3::date`,
);
