import { statement } from '#platform/db/tx.ts';

/** The academic year `today` belongs to, or the nearest one; `today` and the school are SQL of the caller. */
export const yearOf = (today: string) =>
  `(select y.id from organisation.academic_year y where y.school_id = $1::int
    order by (y.start_date <= ${today}) desc, abs(y.start_date - ${today}) limit 1)`;

const classJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'grade', ${alias}.grade, 'letter', ${alias}.letter)`;

/**
 * Every student's class of the year: that of today, else the next, else the last. A membership that ends before it
 * begins never was.
 */
export const classOfStudents = (today: string) => `select distinct on (m.student_id)
      m.student_id, c.id, c.grade, c.letter
    from roster.school_class c
    join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.id
    join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
    join roster.group_membership m on m.school_id = $1::int and m.group_id = g.id
      and (m.end_date is null or m.end_date >= m.start_date)
    where c.school_id = $1::int and c.academic_year_id = ${yearOf(today)}
    order by m.student_id, (m.start_date <= ${today} and (m.end_date is null or m.end_date >= ${today})) desc,
      m.start_date desc`;

/**
 * Everybody of a school as the list shows them, but for those whose every fact never was: a few thousand rows by the leading school_id of each table, searched in
 * memory. $1 school, $2 today, $3 kind or null, $4 class or null, $5 `current`, `former` or `all`.
 */
export const peopleStatement = statement(
  'roster.people',
  `with class_of as materialized (${classOfStudents('$2::date')}),
  student as materialized (
    select a.student_id as id, min(a.start_date) as since,
      bool_or(a.end_date is null or a.end_date >= $2::date) as is_current,
      case when bool_and(a.end_date is not null) then max(a.end_date) end as until
    from roster.admission a
    where a.school_id = $1::int and (a.end_date is null or a.end_date >= a.start_date)
    group by a.student_id
  ),
  ward as materialized (
    select g.guardian_id as id, bool_or(g.is_valid) as is_current,
      json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'schoolClass', case when c.id is not null then ${classJson('c')} end)
        order by g.is_valid desc, p.sort_key) as wards,
      array_agg(c.id) as class_ids
    from (
      select o.guardian_id, o.student_id,
        bool_or(o.start_date <= $2::date and (o.end_date is null or o.end_date >= $2::date)) as is_valid
      from roster.guardianship o
      where o.school_id = $1::int and (o.end_date is null or o.end_date >= o.start_date)
      group by o.guardian_id, o.student_id
    ) g
    join roster.person p on p.school_id = $1::int and p.id = g.student_id
    left join class_of c on c.student_id = g.student_id
    group by g.guardian_id
  ),
  -- Whoever is here but in none of the above came by mistake: every fact of theirs was taken back.
  entered as materialized (
    select a.student_id as id from roster.admission a where a.school_id = $1::int
    union select g.guardian_id from roster.guardianship g where g.school_id = $1::int
    union select f.person_id from roster.staff f where f.school_id = $1::int
  ),
  listed as (
    select p.id, p.last_name, p.first_name, p.middle_name, p.birth_date, p.phone, p.sort_key,
      s.id is not null as is_student, w.id is not null as is_guardian, f.person_id is not null as is_staff,
      case $3::text
        when 'student' then s.is_current
        when 'guardian' then w.is_current
        when 'staff' then f.end_date is null or f.end_date >= $2::date
        else coalesce(s.is_current, false) or coalesce(w.is_current, false)
          or (f.person_id is not null and (f.end_date is null or f.end_date >= $2::date))
      end as is_current,
      case when c.id is not null then ${classJson('c')} end as school_class,
      coalesce(w.wards, '[]') as wards, f.position,
      coalesce(s.since, f.start_date) as since, case when s.id is not null then s.until else f.end_date end as until
    from roster.person p
    left join student s on s.id = p.id
    left join class_of c on c.student_id = p.id
    left join ward w on w.id = p.id
    left join roster.staff f on f.school_id = $1::int and f.person_id = p.id
      and (f.end_date is null or f.end_date >= f.start_date)
    where p.school_id = $1::int
      and case $3::text when 'student' then s.id is not null when 'guardian' then w.id is not null
          when 'staff' then f.person_id is not null
          else num_nonnulls(s.id, w.id, f.person_id) > 0 or p.id not in (select id from entered) end
      and ($4::uuid is null or c.id = $4::uuid or w.class_ids @> array[$4::uuid])
  )
  select coalesce(json_agg(json_build_object('id', l.id, 'lastName', l.last_name, 'firstName', l.first_name,
    'middleName', l.middle_name, 'birthDate', l.birth_date, 'phone', l.phone,
    'kinds', array_remove(array[case when l.is_student then 'student' end, case when l.is_guardian then 'guardian' end,
      case when l.is_staff then 'staff' end], null),
    'isCurrent', coalesce(l.is_current, false), 'schoolClass', l.school_class, 'wards', l.wards, 'position', l.position,
    'since', l.since, 'until', l.until) order by l.sort_key, l.id), '[]')::text
  from listed l
  where $5::text = 'all' or coalesce(l.is_current, false) = ($5::text = 'current')`,
);

/** The frame of the office's pages. $1 school, $2 today, $3 account, $4 may write. */
export const frameStatement = statement(
  'roster.peopleFrame',
  `with year as materialized (
    select y.id, y.name, y.start_date, y.end_date from organisation.academic_year y
    where y.school_id = $1::int and y.id = ${yearOf('$2::date')}
  )
  select json_build_object('today', $2::date,
    'year', (select json_build_object('id', y.id, 'name', y.name, 'startDate', y.start_date, 'endDate', y.end_date) from year y),
    'classes', coalesce((select json_agg(${classJson('c')} order by c.grade, c.letter)
      from roster.school_class c, year y
      where c.school_id = $1::int and c.academic_year_id = y.id and c.closed_at is null), '[]'),
    'groups', coalesce((select json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name,
        'divisionTag', g.division_tag, 'classIds', coalesce((
          select json_agg(gc.class_id) from roster.group_class gc where gc.school_id = $1::int and gc.group_id = g.id), '[]'),
        'subjects', coalesce((
          select json_agg(s.name order by s.ordinal, s.name) from roster.teaching_assignment a
          join curriculum.subject s on s.school_id = $1::int and s.id = a.subject_id
          where a.school_id = $1::int and a.group_id = g.id and a.retired_at is null), '[]')) order by g.name)
      from roster.study_group g, year y
      where g.school_id = $1::int and g.academic_year_id = y.id and g.closed_at is null), '[]'),
    'savedFilters', coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'filter', f.filter) order by f.name)
      from roster.saved_filter f
      where f.school_id = $1::int and f.account_id = $3::uuid and f.removed_at is null), '[]'),
    'mayWrite', $4::bool)::text`,
);
