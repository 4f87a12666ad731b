import { usualScaleSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';
import { yearOf } from '../people/queries.ts';
import type { TeacherStay } from './rules.ts';

type Year = { readonly startDate: string; readonly endDate: string };
type Working = { readonly id: string; readonly startDate: string; readonly endDate: string | null };

/** What the teachers of a page are judged by. */
export type StandingPage = {
  readonly groupId: string;
  readonly year: Year;
  /** Those that never were are left out. */
  readonly teachers: readonly (TeacherStay & { readonly id: string })[];
  readonly staff: readonly Working[];
};

/** What a new page is judged by; null where there is no such thing in the school's year. */
export type NewPageFacts = {
  readonly year: (Year & { readonly id: string }) | null;
  readonly group: { readonly grades: readonly number[] } | null;
  readonly subject: { readonly kind: 'lesson' | 'extracurricular' } | null;
  /** The page of this group and subject, perhaps a retired one. */
  readonly page: { readonly id: string; readonly isRetired: boolean } | null;
  /** The school's usual scale. */
  readonly scaleId: string | null;
  readonly staff: readonly Working[];
};

const yearJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'startDate', ${alias}.start_date, 'endDate', ${alias}.end_date)`;
const stayJson = `'staffId', t.staff_id, 'startDate', t.start_date, 'endDate', t.end_date`;
const staffAmong = (ids: string) => `coalesce((
    select json_agg(json_build_object('id', f.person_id, 'startDate', f.start_date, 'endDate', f.end_date))
    from roster.staff f where f.school_id = $1::int and f.person_id = any (${ids})), '[]')`;
/** A stay that ends before it begins never was. */
const stood = '(t.end_date is null or t.end_date >= t.start_date)';

/**
 * The load of the year. $1 school, $2 today, $3 may write. A school's few hundred pages by the leading school_id of each
 * table.
 */
export const loadStatement = statement(
  'roster.load',
  `with year as materialized (
    select y.id, y.name, y.start_date, y.end_date from organisation.academic_year y
    where y.school_id = $1::int and y.id = ${yearOf('$2::date')}
  ),
  page as materialized (
    select a.id, a.group_id, a.subject_id, a.journal_kind, a.hours_per_week_tenths
    from year y join roster.teaching_assignment a on a.school_id = $1::int and a.academic_year_id = y.id
    where a.retired_at is null
  ),
  stay as materialized (
    select t.id, t.assignment_id, t.staff_id, t.start_date, t.end_date
    from page p join roster.assignment_teacher t on t.school_id = $1::int and t.assignment_id = p.id and ${stood}
  ),
  teachers as materialized (
    select t.assignment_id, json_agg(json_build_object(${stayJson}) order by t.start_date, t.id) as list
    from stay t group by t.assignment_id
  )
  select json_build_object('today', $2::date,
    'year', (select json_build_object('name', y.name, 'startDate', y.start_date, 'endDate', y.end_date) from year y),
    'classes', coalesce((
      select json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) order by c.grade, c.letter)
      from year y join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id
        and c.closed_at is null), '[]'),
    'groups', coalesce((
      select json_agg(json_build_object('id', g.id, 'kind', g.kind, 'name', g.name, 'classIds', coalesce((
        select json_agg(gc.class_id) from roster.group_class gc
        where gc.school_id = $1::int and gc.group_id = g.id), '[]')) order by g.kind <> 'class', g.name, g.id)
      from year y join roster.study_group g on g.school_id = $1::int and g.academic_year_id = y.id
        and g.closed_at is null), '[]'),
    'subjects', coalesce((
      select json_agg(json_build_object('id', s.id, 'name', s.name, 'kind', s.kind) order by s.ordinal, s.name)
      from curriculum.subject s where s.school_id = $1::int and s.retired_at is null), '[]'),
    'staff', coalesce((
      select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name, 'position', f.position, 'startDate', f.start_date, 'endDate', f.end_date)
        order by p.sort_key, p.id)
      from roster.staff f join roster.person p on p.school_id = $1::int and p.id = f.person_id
      where f.school_id = $1::int
        and (f.end_date is null or f.end_date >= $2::date or f.person_id in (select t.staff_id from stay t))), '[]'),
    'pages', coalesce((
      select json_agg(json_build_object('id', p.id, 'groupId', p.group_id, 'subjectId', p.subject_id,
        'journalKind', p.journal_kind, 'hoursTenths', p.hours_per_week_tenths, 'teachers', coalesce(t.list, '[]'))
        order by s.ordinal, s.name, g.name, p.id)
      from page p
      join curriculum.subject s on s.school_id = $1::int and s.id = p.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = p.group_id
      left join teachers t on t.assignment_id = p.id), '[]'),
    'mayWrite', $3::bool)::text`,
);

// Keeps others from writing the same page until the transaction ends; primary key.
export const holdPage = statement(
  'roster.holdPage',
  'select id from roster.teaching_assignment where school_id = $1::int and id = $2::uuid for update',
);

// Keeps others from opening pages of the same group until the transaction ends; primary key.
export const holdGroup = statement(
  'roster.holdGroup',
  'select id from roster.study_group where school_id = $1::int and id = $2::uuid for update',
);

// $1 school, $2 page, $3 staff wanted. By the keys and assignment_teacher_assignment.
export const standingPage = statement(
  'roster.standingPage',
  `select json_build_object('groupId', a.group_id, 'year', ${yearJson('y')},
    'teachers', coalesce((
      select json_agg(json_build_object('id', t.id, ${stayJson}) order by t.start_date, t.id)
      from roster.assignment_teacher t
      where t.school_id = $1::int and t.assignment_id = a.id and ${stood}), '[]'),
    'staff', ${staffAmong('$3::uuid[]')})::text
  from roster.teaching_assignment a
  join organisation.academic_year y on y.school_id = $1::int and y.id = a.academic_year_id
  where a.school_id = $1::int and a.id = $2::uuid and a.retired_at is null`,
);

// $1 school, $2 today, $3 group, $4 subject, $5 staff wanted. By the keys and teaching_assignment_group.
export const newPageFacts = statement(
  'roster.newPageFacts',
  `with year as materialized (
    select y.id, y.name, y.start_date, y.end_date from organisation.academic_year y
    where y.school_id = $1::int and y.id = ${yearOf('$2::date')}
  )
  select json_build_object('year', (select ${yearJson('y')} from year y),
    'group', (
      select json_build_object('grades', coalesce((
        select json_agg(c.grade) from roster.group_class gc
        join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
        where gc.school_id = $1::int and gc.group_id = g.id), '[]'))
      from year y join roster.study_group g on g.school_id = $1::int and g.academic_year_id = y.id
      where g.id = $3::uuid and g.closed_at is null),
    'subject', (
      select json_build_object('kind', s.kind) from curriculum.subject s where s.school_id = $1::int and s.id = $4::uuid),
    'page', (
      select json_build_object('id', a.id, 'isRetired', a.retired_at is not null) from roster.teaching_assignment a
      join curriculum.subject s on s.school_id = $1::int and s.id = a.subject_id and s.kind = a.journal_kind
      where a.school_id = $1::int and a.group_id = $3::uuid and a.subject_id = $4::uuid
      order by a.retired_at is not null, a.id limit 1),
    'scaleId', ${usualScaleSql},
    'staff', ${staffAmong('$5::uuid[]')})::text`,
);

/**
 * Whose reach a new page of a group changes: its students of today and later, their guardians, the homeroom teachers.
 * $1 school, $2 group, $3 today. By group_membership_group, guardianship_student and class_homeroom_class.
 */
export const holdersOfGroup = statement(
  'roster.holdersOfGroup',
  `with member as materialized (
    select distinct m.student_id as id from roster.group_membership m
    where m.school_id = $1::int and m.group_id = $2::uuid and (m.end_date is null or m.end_date >= $3::date)
  )
  select id from member union
  select g.guardian_id from roster.guardianship g
  where g.school_id = $1::int and g.student_id in (select id from member) union
  select h.staff_id from roster.group_class gc
  join roster.class_homeroom h on h.school_id = $1::int and h.class_id = gc.class_id
  where gc.school_id = $1::int and gc.group_id = $2::uuid and (h.end_date is null or h.end_date >= $3::date)`,
);
