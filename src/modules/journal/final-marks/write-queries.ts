import { statement } from '#platform/db/tx.ts';
import { keyPart } from '#platform/repeat-guard.ts';
import { finalMarksSet } from '../events.ts';

export type PeriodFacts = {
  readonly id: string;
  readonly name: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly isLocked: boolean;
};

// The asked grading periods ($3) of the scheme of a page ($2). By the keys of period and scheme, period_lock_period.
export const pagePeriods = statement(
  'journal.pagePeriods',
  `select d.id, d.name, d.start_date as "startDate", d.end_date as "endDate", exists (
     select from journal.period_lock k
     where k.school_id = $1::int and k.grading_period_id = d.id and k.unlocked_at is null
       and (k.grade is null or k.grade = g.grade)) as "isLocked"
   from roster.teaching_assignment a
   join lateral (
     select min(c.grade) as grade from roster.group_class gc
     join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
     where gc.school_id = $1::int and gc.group_id = a.group_id) g on true
   join organisation.scheme_assignment sa on sa.school_id = $1::int and sa.academic_year_id = a.academic_year_id
     and sa.grade = g.grade
   join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = sa.scheme_id and d.id = any ($3::uuid[])
   where a.school_id = $1::int and a.id = $2::uuid`,
);

/**
 * Final marks in one statement, as `journal.setMarks` writes marks. $1–$6 the key, $7 person, $8 session, $9 the moment
 * the school lives in, $10 page, $11 subject, $12 cells (json), $13 id of the act, which is also the
 * news. By the key of final_mark.
 */
export const setFinalMarksStatement = statement(
  'journal.setFinalMarks',
  `with ${keyPart},
  cell as materialized (
    select c.*, o.value as old_value
    from key
    cross join json_to_recordset($12::json) as c (n integer, student uuid, period uuid, kind text, value text,
      expected integer, code text, reason text)
    left join journal.final_mark o on o.school_id = $1::int and o.student_id = c.student and o.subject_id = $11::uuid
      and o.grading_period_id = c.period and o.kind = c.kind
    where c.expected = coalesce(o.version, 0)
  ),
  saved as (
    insert into journal.final_mark as f (school_id, student_id, subject_id, grading_period_id, kind, value, author_id,
      updated_at, version)
    select $1::int, c.student, $11::uuid, c.period, c.kind, c.value, $7::uuid, $9::timestamptz, c.expected + 1
    from cell c
    order by c.student, c.period, c.kind
    on conflict (school_id, student_id, subject_id, grading_period_id, kind) do update set
      value = excluded.value, author_id = excluded.author_id, updated_at = excluded.updated_at, version = excluded.version
    where f.version = excluded.version - 1
    returning f.student_id, f.grading_period_id, f.kind, f.version
  ),
  done as materialized (
    select c.*, s.version
    from saved s join cell c on c.student = s.student_id and c.period = s.grading_period_id and c.kind = s.kind
  ),
  revision as (
    insert into journal.final_mark_revision (school_id, student_id, subject_id, grading_period_id, kind, version, at,
      author_id, session_id, old_value, new_value, reason_code, reason)
    select $1::int, d.student, $11::uuid, d.period, d.kind, d.version, $9::timestamptz, $7::uuid, $8::uuid,
      d.old_value, d.value, d.code, d.reason
    from done d
  ),
  act as (
    insert into platform.audit_pending (school_id, id, account_id, person_id, session_id, action, subject, event_name, topics)
    select $1::int, $13::uuid, $2::uuid, $7::uuid, $8::uuid, $4::text,
      jsonb_build_object('pageId', $10::uuid, 'authorId', $7::uuid, 'subjectId', $11::uuid, 'cells',
        jsonb_agg(jsonb_build_object('studentId', d.student, 'gradingPeriodId', d.period, 'kind', d.kind,
          'version', d.version, 'from', d.old_value, 'value', d.value, 'reasonCode', d.code) order by d.n)),
      '${finalMarksSet}', array['page:' || $10::uuid] || array_agg(distinct 'student:' || d.student)
    from done d having count(*) > 0
  )
  select json_build_object('isNew', exists (select from key),
    'saved', (select coalesce(json_agg(d.n), '[]') from done d))::text`,
);

// What stands in the given cells ($3) of a subject ($2) now, with its author: for conflicts. By the key of final_mark.
export const currentFinalMarks = statement(
  'journal.currentFinalMarks',
  `select coalesce(json_agg(json_build_object('n', c.n, 'value', f.value, 'version', f.version, 'authorId', f.author_id,
    'authorName', concat_ws(' ', p.last_name, p.first_name, p.middle_name),
    'at', to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')::text
   from json_to_recordset($3::json) as c (n integer, student uuid, period uuid, kind text)
   join journal.final_mark f on f.school_id = $1::int and f.student_id = c.student and f.subject_id = $2::uuid
     and f.grading_period_id = c.period and f.kind = c.kind
   join roster.person p on p.school_id = $1::int and p.id = f.author_id`,
);
