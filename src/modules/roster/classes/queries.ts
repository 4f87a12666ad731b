import { statement } from '#platform/db/tx.ts';
import { yearOf } from '../people/queries.ts';

const classJson = `json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter)`;
const names = `'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name`;

/** The homeroom teachers of class `c` on a date. */
const homeroomOf = (date: string) => `coalesce((
  select json_agg(json_build_object('id', p.id, ${names}) order by h.start_date, p.sort_key)
  from roster.class_homeroom h join roster.person p on p.school_id = $1::int and p.id = h.staff_id
  where h.school_id = $1::int and h.class_id = c.id
    and h.start_date <= ${date} and (h.end_date is null or h.end_date >= ${date})), '[]')`;

/** Memberships of whole-class groups; one that ends before it begins never was. */
const stays = (ofClass: string) => `select gc.class_id, m.student_id, m.start_date, m.end_date
    from roster.group_class gc
    join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
    join roster.group_membership m on m.school_id = $1::int and m.group_id = g.id
      and (m.end_date is null or m.end_date >= m.start_date)
    where gc.school_id = $1::int and ${ofClass}`;

/** The classes of a year on a date. $1 school, $2 today, $3 the date, $4 may change them. By the keys and group_membership_group. */
export const classListStatement = statement(
  'roster.classList',
  `with year as materialized (
    select y.id, y.name, y.start_date, y.end_date from organisation.academic_year y
    where y.school_id = $1::int and y.id = ${yearOf('$3::date')}
  ),
  class as materialized (
    select c.id, c.grade, c.letter, c.shift from year y
    join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id and c.closed_at is null
  ),
  stay as materialized (${stays('gc.class_id in (select id from class)')}),
  number as materialized (
    select s.class_id,
      count(*) filter (where s.start_date <= $3::date and (s.end_date is null or s.end_date >= $3::date))::int as students,
      count(*) filter (where s.start_date > y.start_date and s.start_date <= $3::date)::int as came,
      count(*) filter (where s.end_date < $3::date)::int as gone
    from year y, stay s group by s.class_id
  )
  select json_build_object('today', $2::date, 'date', $3::date, 'mayWrite', $4::bool,
    'year', (select json_build_object('name', y.name, 'startDate', y.start_date, 'endDate', y.end_date) from year y),
    'classes', coalesce((
      select json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter, 'shift', c.shift,
        'homeroom', ${homeroomOf('$3::date')}, 'students', coalesce(n.students, 0), 'came', coalesce(n.came, 0),
        'left', coalesce(n.gone, 0)) order by c.grade, c.letter)
      from class c left join number n on n.class_id = c.id), '[]'))::text`,
);

/**
 * A class on a date. $1 school, $2 class, $3 today, $4 the date. By the keys, group_membership_group,
 * group_membership_student and guardianship_student.
 */
export const classStatement = statement(
  'roster.class',
  `with class as materialized (
    select c.id, c.grade, c.letter, y.name, y.start_date, y.end_date, y.id as year_id
    from roster.school_class c
    join organisation.academic_year y on y.school_id = $1::int and y.id = c.academic_year_id
    where c.school_id = $1::int and c.id = $2::uuid
  ),
  stay as materialized (${stays('gc.class_id = $2::uuid')}),
  present as materialized (
    select s.student_id, s.start_date, s.end_date from stay s
    where s.start_date <= $4::date and (s.end_date is null or s.end_date >= $4::date)
  ),
  move as (
    select s.student_id, s.start_date as date, 'came' as kind, s.start_date - 1 as other_day
    from stay s, class c where s.start_date > c.start_date
    union all
    select s.student_id, s.end_date, 'left', s.end_date + 1 from stay s, class c where s.end_date < c.end_date
  ),
  -- The class a mover was in on the day before coming or after leaving.
  other as materialized (
    select v.student_id, v.date, v.kind, (
      select ${classJson} from roster.group_membership m
      join roster.study_group g on g.school_id = $1::int and g.id = m.group_id and g.kind = 'class'
      join roster.group_class gc on gc.school_id = $1::int and gc.group_id = g.id
      join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
      where m.school_id = $1::int and m.student_id = v.student_id and c.id <> $2::uuid
        and m.start_date <= v.other_day and (m.end_date is null or m.end_date >= v.other_day)
      limit 1) as other_class
    from move v
  )
  select json_build_object('today', $3::date, 'date', $4::date, 'schoolClass', ${classJson},
    'year', json_build_object('name', c.name, 'startDate', c.start_date, 'endDate', c.end_date),
    'schoolName', (select s.short_name from organisation.school s where s.school_id = $1::int),
    'homeroom', ${homeroomOf('$4::date')},
    'students', coalesce((
      select json_agg(json_build_object('id', p.id, ${names}, 'birthDate', p.birth_date, 'gender', p.gender,
        'phone', p.phone, 'since', s.start_date, 'until', s.end_date, 'guardians', coalesce((
          select json_agg(json_build_object('id', o.id, 'lastName', o.last_name, 'firstName', o.first_name,
            'middleName', o.middle_name, 'kinship', g.kinship, 'phone', o.phone)
            order by array_position(array['mother', 'father', 'guardian'], g.kinship) nulls last, o.sort_key)
          from roster.guardianship g join roster.person o on o.school_id = $1::int and o.id = g.guardian_id
          where g.school_id = $1::int and g.student_id = p.id
            and g.start_date <= $4::date and (g.end_date is null or g.end_date >= $4::date)), '[]'))
        order by p.sort_key, p.id)
      from present s join roster.person p on p.school_id = $1::int and p.id = s.student_id), '[]'),
    'moves', coalesce((
      select json_agg(json_build_object('studentId', p.id, ${names}, 'date', o.date, 'kind', o.kind,
        'otherClass', o.other_class) order by o.date desc, p.sort_key)
      from other o join roster.person p on p.school_id = $1::int and p.id = o.student_id), '[]'))::text
  from class c`,
);
