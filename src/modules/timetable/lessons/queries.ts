import { statement, type Tx } from '#platform/db/tx.ts';
import { standingChangeSql } from '../changes/standing-queries.ts';

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
  /** Substituted, moved, put in place of another or otherwise changed by somebody, and not taken back. */
  readonly isChanged: boolean;
  /** Places on days that the lesson was moved away from: nothing else belongs there. */
  readonly leftPlaces: readonly { readonly date: string; readonly seqInDay: number }[];
};

/** All lessons of the transaction's school that stand or stood between two dates, both included. */
export async function lessonsBetween(tx: Tx, from: string, to: string): Promise<readonly KnownLesson[]> {
  return JSON.parse((await tx.text(lessonsOfDates, [tx.schoolId, from, to])) ?? '[]') as KnownLesson[];
}

// Lessons of a span of dates, and those moved out of it; lesson_date, lesson_change_lesson.
const lessonsOfDates = statement(
  'timetable.lessonsBetween',
  `with change as materialized (
     select c.lesson_id, c.kind, (c.old_value ->> 'date')::date as old_date, (c.old_value ->> 'seqInDay')::int as old_seq
     from timetable.lesson_change c
     where c.school_id = $1::int and ${standingChangeSql('c')}
   ),
   changed as materialized (
     select lesson_id, coalesce(json_agg(json_build_object('date', old_date, 'seqInDay', old_seq))
       filter (where kind = 'move' and old_date is not null and old_seq is not null), '[]') as left_places,
       coalesce(bool_or(kind = 'move' and old_date between $2::date and $3::date), false) as was_here
     from change group by lesson_id
   )
   select coalesce(json_agg(json_build_object('id', l.id, 'assignmentId', l.assignment_id, 'date', l.date, 'seqInDay', l.seq_in_day,
      'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'roomId', l.room_id,
      'state', l.state, 'isChanged', c.lesson_id is not null or l.replaces_id is not null, 'leftPlaces', coalesce(c.left_places, '[]'))), '[]'::json)::text
   from timetable.lesson l
   left join changed c on c.lesson_id = l.id
   where l.school_id = $1::int and (l.date between $2::date and $3::date or c.was_here)`,
);
