import { statement } from '#platform/db/tx.ts';
import { keyPart } from '#platform/repeat-guard.ts';
import { attendanceTaken } from '../events.ts';

/**
 * Attendance in one statement, as `journal.setMarks` writes marks. $1–$6 the key, $7 person, $8 session, $9 the moment
 * the school lives in, $10 page, $11 cells (json), $12 id of the act, which is also the news. By the key of attendance.
 */
export const takeAttendanceStatement = statement(
  'journal.takeAttendance',
  `with ${keyPart},
  cell as materialized (
    select c.*, o.fact as old_fact, o.minutes as old_minutes
    from key
    cross join json_to_recordset($11::json) as c (n integer, lesson uuid, student uuid, fact text, minutes integer, expected integer)
    left join journal.attendance o on o.school_id = $1::int and o.lesson_id = c.lesson and o.student_id = c.student
    where c.expected = coalesce(o.version, 0)
  ),
  saved as (
    insert into journal.attendance as a (school_id, lesson_id, student_id, fact, minutes, author_id, updated_at, version)
    select $1::int, c.lesson, c.student, c.fact, c.minutes, $7::uuid, $9::timestamptz, c.expected + 1
    from cell c
    order by c.lesson, c.student
    on conflict (school_id, lesson_id, student_id) do update set
      fact = excluded.fact, minutes = excluded.minutes, author_id = excluded.author_id,
      updated_at = excluded.updated_at, version = excluded.version
    where a.version = excluded.version - 1
    returning a.lesson_id, a.student_id, a.version
  ),
  done as materialized (
    select c.*, s.version from saved s join cell c on c.lesson = s.lesson_id and c.student = s.student_id
  ),
  revision as (
    insert into journal.attendance_revision (school_id, lesson_id, student_id, version, at, author_id, session_id,
      old_fact, new_fact, old_minutes, new_minutes)
    select $1::int, d.lesson, d.student, d.version, $9::timestamptz, $7::uuid, $8::uuid,
      d.old_fact, d.fact, d.old_minutes, d.minutes
    from done d
  ),
  act as (
    insert into platform.audit_pending (school_id, id, account_id, person_id, session_id, action, subject, event_name, topics)
    select $1::int, $12::uuid, $2::uuid, $7::uuid, $8::uuid, $4::text,
      jsonb_build_object('pageId', $10::uuid, 'authorId', $7::uuid, 'cells',
        jsonb_agg(jsonb_build_object('lessonId', d.lesson, 'studentId', d.student, 'version', d.version,
          'from', d.old_fact, 'fact', d.fact, 'minutes', d.minutes) order by d.n)),
      '${attendanceTaken}', array['page:' || $10::uuid] || array_agg(distinct 'student:' || d.student)
    from done d having count(*) > 0
  )
  select json_build_object('isNew', exists (select from key),
    'saved', (select coalesce(json_agg(d.n), '[]') from done d))::text`,
);

// What stands in the given cells now, with its author: for conflicts. By the key of attendance.
export const currentAttendance = statement(
  'journal.currentAttendance',
  `select coalesce(json_agg(json_build_object('n', c.n, 'fact', a.fact, 'minutes', a.minutes, 'version', a.version,
    'authorId', a.author_id, 'authorName', concat_ws(' ', p.last_name, p.first_name, p.middle_name),
    'at', to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')::text
   from json_to_recordset($2::json) as c (n integer, lesson uuid, student uuid)
   join journal.attendance a on a.school_id = $1::int and a.lesson_id = c.lesson and a.student_id = c.student
   join roster.person p on p.school_id = $1::int and p.id = a.author_id`,
);
