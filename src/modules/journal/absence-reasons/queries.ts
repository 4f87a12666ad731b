import { statement } from '#platform/db/tx.ts';

// A student's classes of today (or the last), stays and journal pages. $1 school, $2 student. By admission_student, group_membership_student.
export const studentOfClass = statement(
  'journal.studentOfClass',
  `with stay as materialized (
    select a.start_date, a.end_date from roster.admission a where a.school_id = $1::int and a.student_id = $2::uuid
  ),
  membership as materialized (
    select m.group_id, g.kind, m.start_date, m.end_date
    from roster.group_membership m
    join roster.study_group g on g.school_id = $1::int and g.id = m.group_id
    where m.school_id = $1::int and m.student_id = $2::uuid
  ),
  class_group as (
    select m.group_id from membership m where m.kind = 'class'
    order by m.end_date is null desc, m.end_date desc, m.start_date desc limit 1
  )
  select json_build_object(
    'classIds', (select coalesce(json_agg(gc.class_id), '[]') from class_group g
      join roster.group_class gc on gc.school_id = $1::int and gc.group_id = g.group_id),
    'stays', (select json_agg(json_build_object('startDate', s.start_date, 'endDate', s.end_date)) from stay s),
    'pageIds', (select coalesce(json_agg(distinct a.id), '[]') from membership m
      join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = m.group_id and a.retired_at is null))::text
  where exists (select from stay)`,
);

/**
 * Makes or changes a reason when its version is still the expected one, with its revision; no row otherwise. $1 school,
 * $2 id, $3 student, $4 first and $5 last day, $6 reason, $7 note, $8 taken back, $9 expected version, $10 person,
 * $11 session, $12 the moment the school lives in. By the key of absence_reason.
 */
export const writeReason = statement(
  'journal.writeAbsenceReason',
  `with written as (
    insert into journal.absence_reason as r (school_id, id, student_id, start_date, end_date, reason, note, author_id, at, ended_at, version)
    select $1::int, $2::uuid, $3::uuid, $4::date, $5::date, $6::text, $7::text, $10::uuid, $12::timestamptz,
      case when $8::bool then $12::timestamptz end, $9::integer + 1
    where $9::integer = 0 or exists (select from journal.absence_reason o where o.school_id = $1::int and o.id = $2::uuid)
    on conflict (school_id, id) do update set
      start_date = excluded.start_date, end_date = excluded.end_date, reason = excluded.reason, note = excluded.note,
      author_id = excluded.author_id, at = excluded.at, ended_at = excluded.ended_at, version = excluded.version
    where r.version = excluded.version - 1 and r.student_id = excluded.student_id
    returning r.version
  ),
  revision as (
    insert into journal.absence_reason_revision (school_id, reason_id, version, student_id, at, author_id, session_id,
      start_date, end_date, reason, note, is_ended)
    select $1::int, $2::uuid, w.version, $3::uuid, $12::timestamptz, $10::uuid, $11::uuid, $4::date, $5::date, $6::text, $7::text, $8::bool
    from written w
  )
  select version from written`,
);

// What stands there now, for who was late with a change. By the key of absence_reason.
export const currentReason = statement(
  'journal.currentAbsenceReason',
  `select r.reason, r.start_date as "startDate", r.end_date as "endDate", r.note, r.version,
     r.ended_at is not null as "isEnded", concat_ws(' ', p.last_name, p.first_name, p.middle_name) as "authorName"
   from journal.absence_reason r
   join roster.person p on p.school_id = $1::int and p.id = r.author_id
   where r.school_id = $1::int and r.id = $2::uuid and r.student_id = $3::uuid`,
);
