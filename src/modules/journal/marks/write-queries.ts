import { statement } from '#platform/db/tx.ts';
import { keyPartWhere } from '#platform/repeat-guard.ts';
import { marksSet } from '../events.ts';
import { lockStampSql } from '../pages/write-queries.ts';

/** Works that come with their first marks, and their revisions. */
const newWorks = `
  new_work as (
    insert into journal.work as w (school_id, id, assignment_id, lesson_id, ordinal, work_type_id, weight, title, created_by, created_at)
    select $1::int, x.id, $10::uuid, x.lesson, x.ordinal, x.type, x.weight, x.title, $7::uuid, $9::timestamptz
    from key cross join json_to_recordset($14::json) as x (id uuid, lesson uuid, ordinal integer, type uuid, weight integer, title text)
    on conflict (school_id, id) do nothing
    returning w.id, w.lesson_id, w.ordinal, w.work_type_id, w.weight, w.title
  ),
  new_work_revision as (
    insert into journal.work_revision (school_id, work_id, version, at, author_id, session_id, work_type_id, weight, title)
    select $1::int, w.id, 1, $9::timestamptz, $7::uuid, $8::uuid, w.work_type_id, w.weight, w.title from new_work w
  ),`;

const worksMade = `(
      select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'lessonId', w.lesson_id, 'ordinal', w.ordinal,
        'workTypeId', w.work_type_id, 'weight', w.weight, 'title', w.title, 'version', 1)), '[]') from new_work w)`;

/**
 * A teacher's marks in one statement: key, works, cells, revisions, audit, news; every write hangs on the key's INSERT.
 * A cell is written when its version is still `expected`; others are not among `saved`. Nothing is written where the
 * locks of grading periods are not those the marks were judged by. $1–$6 the key, $7 person, $8 session, $9 the moment
 * the school lives in, $10 page, $11 cells (json), $12 id of the act, $13 stamp of the locks, $14 works (json). The act
 * is also the news. By the keys of mark and work.
 */
const marksSql = (works: 'withWorks' | 'marksAlone') => `with
  judged as materialized (select ${lockStampSql} = $13::bigint as is_right),
  ${keyPartWhere('(select j.is_right from judged j)')},
  cell as materialized (
    select c.*, o.value as old_value, o.comment as old_comment
    from key
    cross join json_to_recordset($11::json) as c (n integer, work uuid, student uuid, attempt smallint, slot smallint,
      value text, comment text, due date, expected integer, code text, reason text)
    left join journal.mark o on o.school_id = $1::int and o.work_id = c.work and o.student_id = c.student
      and o.attempt = c.attempt and o.slot = c.slot
    where c.expected = coalesce(o.version, 0)
  ),${works === 'withWorks' ? newWorks : ''}
  saved as (
    insert into journal.mark as m (school_id, work_id, student_id, attempt, slot, value, comment, point_due, author_id,
      created_at, updated_at, version)
    select $1::int, c.work, c.student, c.attempt, c.slot, c.value, c.comment, c.due, $7::uuid, $9::timestamptz,
      $9::timestamptz, c.expected + 1
    from cell c
    order by c.work, c.student, c.attempt, c.slot
    on conflict (school_id, work_id, student_id, attempt, slot) do update set
      value = excluded.value, comment = excluded.comment, point_due = excluded.point_due,
      author_id = excluded.author_id, updated_at = excluded.updated_at, version = excluded.version,
      created_at = case when m.value is null then excluded.created_at else m.created_at end
    where m.version = excluded.version - 1
    returning m.work_id, m.student_id, m.attempt, m.slot, m.version
  ),
  done as materialized (
    select c.*, s.version
    from saved s join cell c on c.work = s.work_id and c.student = s.student_id and c.attempt = s.attempt and c.slot = s.slot
  ),
  revision as (
    insert into journal.mark_revision (school_id, work_id, student_id, attempt, slot, version, at, author_id, session_id,
      old_value, new_value, old_comment, new_comment, reason_code, reason, command_key)
    select $1::int, d.work, d.student, d.attempt, d.slot, d.version, $9::timestamptz, $7::uuid, $8::uuid,
      d.old_value, d.value, d.old_comment, d.comment, d.code, d.reason, $3::uuid
    from done d
  ),
  told as materialized (
    select array['page:' || $10::uuid] || array_agg(distinct 'student:' || d.student) as topics,
      jsonb_build_object('pageId', $10::uuid, 'authorId', $7::uuid,
        'works', ${works === 'withWorks' ? worksMade : `'[]'::jsonb`},
        'cells', coalesce(jsonb_agg(jsonb_build_object('workId', d.work, 'studentId', d.student, 'attempt', d.attempt,
          'slot', d.slot, 'version', d.version, 'from', d.old_value, 'value', d.value, 'comment', d.comment,
          'pointDue', d.due, 'reasonCode', d.code) order by d.n), '[]')) as said
    from done d
    having count(*) > 0${works === 'withWorks' ? ' or exists (select from new_work)' : ''}
  ),
  act as (
    insert into platform.audit_pending (school_id, id, account_id, person_id, session_id, action, subject, event_name, topics)
    select $1::int, $12::uuid, $2::uuid, $7::uuid, $8::uuid, $4::text, t.said, '${marksSet}',
      t.topics from told t
  )
  select json_build_object('isNew', exists (select from key), 'isJudgedRight', (select j.is_right from judged j),
    'saved', (select coalesce(json_agg(d.n), '[]') from done d))::text`;

export const setMarksStatement = statement('journal.setMarks', marksSql('marksAlone'));
export const setMarksWithWorks = statement('journal.setMarksWithWorks', marksSql('withWorks'));

/**
 * The same for one cell: a key pressed is one mark, and this costs two thirds. $11 work, $12 id of the
 * act, $13 stamp of the locks, $14 student, $15 attempt, $16 slot, $17 value, $18 comment, $19 point due, $20 expected
 * version, $21 reason code, $22 reason.
 */
export const setOneMark = statement(
  'journal.setOneMark',
  `with judged as materialized (select ${lockStampSql} = $13::bigint as is_right),
  ${keyPartWhere('(select j.is_right from judged j)')},
  old as materialized (
    select m.value, m.comment from journal.mark m
    where m.school_id = $1::int and m.work_id = $11::uuid and m.student_id = $14::uuid and m.attempt = $15::smallint
      and m.slot = $16::smallint and m.version = $20::integer
  ),
  saved as (
    insert into journal.mark as m (school_id, work_id, student_id, attempt, slot, value, comment, point_due, author_id,
      created_at, updated_at, version)
    select $1::int, $11::uuid, $14::uuid, $15::smallint, $16::smallint, $17::text, $18::text, $19::date, $7::uuid,
      $9::timestamptz, $9::timestamptz, $20::integer + 1
    from key where $20::integer = 0 or exists (select from old)
    on conflict (school_id, work_id, student_id, attempt, slot) do update set
      value = excluded.value, comment = excluded.comment, point_due = excluded.point_due,
      author_id = excluded.author_id, updated_at = excluded.updated_at, version = excluded.version,
      created_at = case when m.value is null then excluded.created_at else m.created_at end
    where m.version = excluded.version - 1
    returning m.version
  ),
  revision as (
    insert into journal.mark_revision (school_id, work_id, student_id, attempt, slot, version, at, author_id, session_id,
      old_value, new_value, old_comment, new_comment, reason_code, reason, command_key)
    select $1::int, $11::uuid, $14::uuid, $15::smallint, $16::smallint, s.version, $9::timestamptz, $7::uuid, $8::uuid,
      (select o.value from old o), $17::text, (select o.comment from old o), $18::text, $21::text, $22::text, $3::uuid
    from saved s
  ),
  act as (
    insert into platform.audit_pending (school_id, id, account_id, person_id, session_id, action, subject, event_name, topics)
    select $1::int, $12::uuid, $2::uuid, $7::uuid, $8::uuid, $4::text,
      jsonb_build_object('pageId', $10::uuid, 'authorId', $7::uuid, 'works', '[]'::jsonb, 'cells',
        jsonb_build_array(jsonb_build_object('workId', $11::uuid, 'studentId', $14::uuid, 'attempt', $15::smallint,
          'slot', $16::smallint, 'version', s.version, 'from', (select o.value from old o), 'value', $17::text,
          'comment', $18::text, 'pointDue', $19::date, 'reasonCode', $21::text))),
      '${marksSet}', array['page:' || $10::uuid, 'student:' || $14::uuid]
    from saved s
  )
  select json_build_object('isNew', exists (select from key), 'isJudgedRight', (select j.is_right from judged j),
    'saved', (select coalesce(json_agg(0), '[]') from saved))::text`,
);

// Which cells the command of a key wrote, of those it meant to. By the key of mark_revision.
export const cellsOfCommand = statement(
  'journal.cellsOfCommand',
  `select coalesce(json_agg(c.n), '[]')::text
   from json_to_recordset($3::json) as c (n integer, work uuid, student uuid, attempt smallint, slot smallint, expected integer)
   join journal.mark_revision r on r.school_id = $1::int and r.work_id = c.work and r.student_id = c.student
     and r.attempt = c.attempt and r.slot = c.slot and r.version = c.expected + 1
     and coalesce(r.command_key, $2::uuid) = $2::uuid`,
);

// What stands in the given cells now, with its author: for conflicts. By the key of mark.
export const currentMarks = statement(
  'journal.currentMarks',
  `select coalesce(json_agg(json_build_object('n', c.n, 'value', m.value, 'comment', m.comment, 'pointDue', m.point_due,
    'version', m.version, 'authorId', m.author_id, 'authorName', concat_ws(' ', p.last_name, p.first_name, p.middle_name),
    'at', to_char(m.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')::text
   from json_to_recordset($2::json) as c (n integer, work uuid, student uuid, attempt smallint, slot smallint)
   join journal.mark m on m.school_id = $1::int and m.work_id = c.work and m.student_id = c.student
     and m.attempt = c.attempt and m.slot = c.slot
   join roster.person p on p.school_id = $1::int and p.id = m.author_id`,
);
