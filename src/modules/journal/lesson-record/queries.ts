import { statement } from '#platform/db/tx.ts';

// The record of one lesson with its author, by its key.
export const lessonRecord = statement(
  'journal.lessonRecord',
  `select r.topic, r.attendance_taken_at is not null as "attendanceTaken", r.version, r.author_id as "authorId",
     r.updated_at as at, concat_ws(' ', p.last_name, p.first_name, p.middle_name) as "authorName"
   from journal.lesson_record r
   left join roster.person p on p.school_id = r.school_id and p.id = r.author_id
   where r.school_id = $1::int and r.lesson_id = $2::uuid`,
);

/**
 * Writes the record when its version is still $3 and answers the new version. $4 topic, $5 attendance taken, $6 person,
 * $7 session, $8 the moment the school lives in. Who took attendance first stays.
 */
export const writeLessonRecord = statement(
  'journal.writeLessonRecord',
  `with written as (
     insert into journal.lesson_record as r (school_id, lesson_id, topic, conducted_by, attendance_taken_at,
       attendance_taken_by, updated_at, author_id, version)
     values ($1::int, $2::uuid, $4::text, $6::uuid, case when $5::bool then $8::timestamptz end,
       case when $5::bool then $6::uuid end, $8::timestamptz, $6::uuid, $3::int + 1)
     on conflict (school_id, lesson_id) do update set
       topic = excluded.topic, updated_at = excluded.updated_at, author_id = excluded.author_id,
       conducted_by = coalesce(r.conducted_by, excluded.conducted_by), version = excluded.version,
       attendance_taken_at = case when $5::bool then coalesce(r.attendance_taken_at, excluded.attendance_taken_at) end,
       attendance_taken_by = case when $5::bool then coalesce(r.attendance_taken_by, excluded.attendance_taken_by) end
     where r.version = excluded.version - 1
     returning r.version, r.topic
   ), revision as (
     insert into journal.lesson_record_revision (school_id, lesson_id, version, at, author_id, session_id, topic, attendance_taken)
     select $1::int, $2::uuid, w.version, $8::timestamptz, $6::uuid, $7::uuid, w.topic, $5::bool from written w
   )
   select version from written`,
);
