import { statement } from '#platform/db/tx.ts';

const subgroupsOfClass = `select g.id, g.name, g.division_tag from roster.group_class gc
    join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'subgroup'
      and g.closed_at is null
    where gc.school_id = $1::int and gc.class_id = $2::uuid`;
const wholeGroup = `select g.id from roster.group_class gc
    join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
    where gc.school_id = $1::int and gc.class_id = $2::uuid`;
const yearOfClass = `select c.id, c.grade, c.letter, y.name, y.start_date, y.end_date from roster.school_class c
    join organisation.academic_year y on y.school_id = $1::int and y.id = c.academic_year_id
    where c.school_id = $1::int and c.id = $2::uuid`;

/** $1 school, $2 class, $3 today, $4 the date, $5 may write. By the keys and group_membership_group. */
export const subgroupsStatement = statement(
  'roster.subgroups',
  `with class as materialized (${yearOfClass}),
  subgroup as materialized (${subgroupsOfClass}),
  present as materialized (
    select distinct m.student_id, m.group_id from roster.group_membership m
    where m.school_id = $1::int and (m.group_id in (select id from subgroup) or m.group_id in (${wholeGroup}))
      and m.start_date <= $4::date and (m.end_date is null or m.end_date >= $4::date)
  )
  select json_build_object('today', $3::date, 'date', $4::date,
    'schoolClass', json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter),
    'year', json_build_object('name', c.name, 'startDate', c.start_date, 'endDate', c.end_date),
    'groups', coalesce((
      select json_agg(json_build_object('id', g.id, 'name', g.name, 'divisionTag', g.division_tag, 'subjects', coalesce((
        select json_agg(s.name order by s.ordinal, s.name) from roster.teaching_assignment a
        join curriculum.subject s on s.school_id = $1::int and s.id = a.subject_id
        where a.school_id = $1::int and a.group_id = g.id and a.retired_at is null), '[]')) order by g.name)
      from subgroup g), '[]'),
    'students', coalesce((
      select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name) order by p.sort_key, p.id)
      from present m join roster.person p on p.school_id = $1::int and p.id = m.student_id
      where m.group_id in (${wholeGroup})), '[]'),
    'stays', coalesce((
      select json_agg(json_build_object('studentId', m.student_id, 'groupId', m.group_id))
      from present m join subgroup g on g.id = m.group_id), '[]'),
    'mayWrite', $5::bool)::text
  from class c`,
);

// Keeps others from moving students of the same class until the transaction ends; primary key.
export const holdClass = statement(
  'roster.holdClass',
  'select id from roster.school_class where school_id = $1::int and id = $2::uuid for update',
);

/** What moves between subgroups are planned on; null when there is no such class. $1 school, $2 class, $3 students. */
export const classGroupsStatement = statement(
  'roster.classGroups',
  `with subgroup as materialized (${subgroupsOfClass}),
  whole as materialized (${wholeGroup})
  select json_build_object('year', json_build_object('startDate', c.start_date, 'endDate', c.end_date),
    'wholeGroupId', (select id from whole),
    'subgroups', coalesce((select json_agg(json_build_object('id', g.id, 'divisionTag', g.division_tag)) from subgroup g), '[]'),
    'stays', coalesce((
      select json_agg(json_build_object('id', m.id, 'studentId', m.student_id, 'groupId', m.group_id,
        'startDate', m.start_date, 'endDate', m.end_date) order by m.start_date)
      from roster.group_membership m
      where m.school_id = $1::int and m.student_id = any ($3::uuid[])
        and (m.group_id in (select id from subgroup) or m.group_id in (select id from whole))), '[]'))::text
  from (${yearOfClass}) c`,
);

// Those whose rights hang on students: themselves and their guardians; guardianship_student.
export const holdersOfStudents = statement(
  'roster.holdersOfStudents',
  `select unnest($2::uuid[]) as id union
   select g.guardian_id from roster.guardianship g where g.school_id = $1::int and g.student_id = any ($2::uuid[])`,
);
