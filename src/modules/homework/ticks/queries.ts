import { statement } from '#platform/db/tx.ts';

/**
 * Writes the tick ($4 = a moment, or null) of a student ($2) at homework ($3) that was given to one of its groups and is
 * published at $5; answers 'changed', 'same', or nothing when there is no such homework. By the keys and
 * group_membership_student.
 */
export const writeTick = statement(
  'homework.writeTick',
  `with given as materialized (
     select h.id from homework.homework h
     join timetable.lesson l on l.school_id = $1::int and l.id = h.given_lesson_id
     join roster.teaching_assignment a on a.school_id = $1::int and a.id = h.assignment_id
     where h.school_id = $1::int and h.id = $3::uuid and h.text is not null and h.publish_at <= $5::timestamptz
       and exists (select from roster.group_membership m where m.school_id = $1::int and m.group_id = a.group_id
         and m.student_id = $2::uuid and m.start_date <= coalesce(h.due_date, l.date)
         and (m.end_date is null or m.end_date >= l.date))
   ), written as (
     insert into homework.tick as t (school_id, student_id, homework_id, done_at)
     select $1::int, $2::uuid, g.id, $4::timestamptz from given g
     on conflict (school_id, student_id, homework_id) do update set done_at = excluded.done_at
     where (t.done_at is null) <> (excluded.done_at is null)
     returning 1
   )
   select case when exists (select from written) then 'changed' else 'same' end from given`,
);
