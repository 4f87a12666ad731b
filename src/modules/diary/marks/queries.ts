import { statement } from '#platform/db/tx.ts';
import { headPart } from '../week/shared-queries.ts';

/**
 * The marks of one student in one grading period, by subject, with the periods of the student's
 * scheme. $1 school, $2 student, $3 today there, $4 class ids as in the week, $5 the moment the school
 * lives in, $6 the period (null = the current one). No row for a period of another scheme. Served by
 * mark_student from the period's beginning on, final_mark's key, group_membership_student.
 */
export const marksStatement = statement(
  'diary.marks',
  `with ${headPart},
  asked as materialized (
    select s.academic_year_id
    from organisation.grading_period p
    join organisation.period_scheme s on s.school_id = p.school_id and s.id = p.scheme_id
    where p.school_id = $1::int and p.id = $6::uuid
  ),
  own_class as materialized (
    select c.id, c.grade, c.letter, c.academic_year_id
    from roster.group_membership m
    join roster.study_group g on g.school_id = m.school_id and g.id = m.group_id and g.kind = 'class'
    join roster.group_class gc on gc.school_id = g.school_id and gc.group_id = g.id
    join roster.school_class c on c.school_id = gc.school_id and c.id = gc.class_id
    left join asked on true
    where m.school_id = $1::int and m.student_id = $2::uuid
    order by (c.academic_year_id is not distinct from asked.academic_year_id) desc,
             (m.start_date <= $3::date) desc, abs(m.start_date - $3::date)
    limit 1
  ),
  period as materialized (
    select p.id, p.kind, p.ordinal, p.name, p.start_date, p.end_date
    from own_class c
    join organisation.scheme_assignment sa on sa.school_id = $1::int
      and sa.academic_year_id = c.academic_year_id and sa.grade = c.grade
    join organisation.grading_period p on p.school_id = $1::int and p.scheme_id = sa.scheme_id
  ),
  chosen as materialized (
    select p.id, p.kind, p.start_date, p.end_date
    from period p
    where $6::uuid is null or p.id = $6::uuid
    order by (p.kind = 'year'), ($3::date between p.start_date and p.end_date) desc,
             (p.end_date < $3::date) desc, abs(p.end_date - $3::date)
    limit 1
  ),
  own_assignment as materialized (
    select distinct a.id, a.subject_id, a.scale_id
    from chosen ch
    join roster.group_membership m on m.school_id = $1::int and m.student_id = $2::uuid
      and m.start_date <= ch.end_date and (m.end_date is null or m.end_date >= ch.start_date)
    join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = m.group_id
    where a.scale_id is not null
  ),
  own_mark as materialized (
    select m.work_id, m.attempt, m.slot, m.value, m.point_due, m.comment, m.created_at
    from journal.mark m
    where m.school_id = $1::int and m.student_id = $2::uuid
      and m.created_at >= (select start_date - 31 from chosen)
      and (m.value is not null or m.point_due is not null)
  ),
  work as materialized (
    select w.id, w.assignment_id, w.lesson_id, w.ordinal, w.weight, w.title, t.name as type_name
    from journal.work w
    join curriculum.work_type t on t.school_id = $1::int and t.id = w.work_type_id
    where w.school_id = $1::int and w.id = any ((select array(select distinct work_id from own_mark order by 1))::uuid[])
  ),
  lesson as materialized (
    select l.id, l.date, l.number from timetable.lesson l
    where l.school_id = $1::int
      and l.id = any ((select array(select lesson_id from work where lesson_id is not null order by 1))::uuid[])
  ),
  assignment as materialized (
    select a.id, a.subject_id, a.scale_id
    from roster.teaching_assignment a
    where a.school_id = $1::int and a.id = any ((select array(
      select id from own_assignment union select assignment_id from work order by 1))::uuid[])
  ),
  mark as materialized (
    select a.subject_id, d.date, l.number, w.ordinal, m.attempt, m.slot, json_build_object('workId', w.id,
      'lessonId', w.lesson_id, 'date', d.date, 'attempt', m.attempt, 'slot', m.slot, 'value', m.value,
      'band', v.band, 'numerator', v.numerator, 'denominator', v.denominator, 'pointDue', m.point_due,
      'weight', w.weight, 'workType', w.type_name, 'title', w.title, 'comment', m.comment) as item
    from own_mark m
    join work w on w.id = m.work_id
    join assignment a on a.id = w.assignment_id
    left join lesson l on l.id = w.lesson_id
    cross join head h
    cross join lateral (select coalesce(l.date, (m.created_at at time zone h.time_zone)::date) as date) d
    join chosen ch on d.date between ch.start_date and ch.end_date
    left join organisation.mark_scale_value v
      on v.school_id = $1::int and v.scale_id = a.scale_id and v.code = m.value
  ),
  final as materialized (
    select f.subject_id, p.ordinal, f.kind, json_build_object('periodId', p.id, 'kind', f.kind,
      'value', f.value, 'comment', f.comment) as item
    from journal.final_mark f
    join period p on p.id = f.grading_period_id
    where f.school_id = $1::int and f.student_id = $2::uuid and f.value is not null
  ),
  teacher as materialized (
    select distinct a.subject_id, p.id, p.sort_key, json_build_object('lastName', p.last_name,
      'firstName', p.first_name, 'middleName', p.middle_name)::text as name
    from own_assignment a
    join chosen ch on true
    join roster.assignment_teacher t on t.school_id = $1::int and t.assignment_id = a.id
      and t.start_date <= ch.end_date and (t.end_date is null or t.end_date >= ch.start_date)
    join roster.person p on p.school_id = $1::int and p.id = t.staff_id
  )
  select json_build_object(
    'asOf', to_char($5::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'timeZone', h.time_zone, 'today', $3::date,
    'averageKind', h.settings ->> 'averageKind', 'retakes', h.settings ->> 'retakes',
    'student', json_build_object('id', $2::uuid, 'lastName', s.last_name, 'firstName', s.first_name,
      'middleName', s.middle_name, 'grade', c.grade, 'letter', c.letter),
    'periods', (
      select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'ordinal', p.ordinal, 'name', p.name,
        'startDate', p.start_date, 'endDate', p.end_date) order by (p.kind = 'year'), p.ordinal), '[]') from period p),
    'periodId', (select ch.id from chosen ch),
    'subjects', (
      select coalesce(json_agg(json_build_object('id', su.id, 'name', su.name,
        'teachers', (select coalesce(json_agg(t.name::json order by t.sort_key), '[]') from teacher t where t.subject_id = su.id),
        'marks', (select coalesce(json_agg(m.item order by m.date, m.number, m.ordinal, m.attempt, m.slot), '[]')
                  from mark m where m.subject_id = su.id),
        'finals', (select coalesce(json_agg(f.item order by f.ordinal, f.kind), '[]') from final f where f.subject_id = su.id))
        order by su.ordinal, su.name), '[]')
      from curriculum.subject su
      where su.school_id = $1::int and su.id in (
        select subject_id from own_assignment union select subject_id from mark union select subject_id from final))
  )::text as json
  from head h, student s
  left join own_class c on true
  where ($4::uuid[] is null or c.id = any ($4::uuid[]))
    and ($6::uuid is null or exists (select from chosen))`,
);
