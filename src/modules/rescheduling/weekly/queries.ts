import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { Weekly } from './contract.ts';

/** The weekly pattern on a day, as the page reads it. */
export async function readWeekly(tx: AnyTx, today: string, from: string | null): Promise<Weekly> {
  return JSON.parse((await tx.text(weeklyStatement, [tx.schoolId, today, from])) ?? '{}') as Weekly;
}

/** A class of the school; null = there is none. */
export async function loadClass(
  tx: AnyTx,
  { schoolId, classId }: { readonly schoolId: number; readonly classId: string },
): Promise<{ readonly id: string } | null> {
  return JSON.parse((await tx.text(classStatement, [schoolId, classId])) ?? 'null') as { id: string } | null;
}

// By its key.
const classStatement = statement(
  'rescheduling.classOfWeek',
  `select json_build_object('id', c.id)::text from roster.school_class c where c.school_id = $1::int and c.id = $2::uuid`,
);

/**
 * $1 school, $2 today, $3 the day or null. The year is that of the day, else the next, else the last. A school's few
 * hundred pages and a thousand cards by the leading school_id, members by group_membership_group.
 */
export const weeklyStatement = statement(
  'rescheduling.weekly',
  `with year as materialized (
    select y.id, y.start_date, y.end_date from organisation.academic_year y where y.school_id = $1::int
    order by (coalesce($3::date, $2::date) between y.start_date and y.end_date) desc,
      (y.start_date > coalesce($3::date, $2::date)) desc,
      case when y.start_date > coalesce($3::date, $2::date) then y.start_date end, y.start_date desc limit 1
  ),
  own as materialized (
    select t.id, t.start_date, t.end_date from year y
    join timetable.template t on t.school_id = $1::int and t.academic_year_id = y.id and t.retired_at is null
  ),
  day as materialized (
    select coalesce($3::date,
      case when not exists (select from own) then (select y.start_date from year y)
        else (select least(greatest($2::date + 8 - extract(isodow from $2::date)::int, y.start_date), y.end_date) from year y) end,
      $2::date) as date
  ),
  card as materialized (
    select c.id, c.assignment_id, c.weekday, c.cycle, c.number, c.room_id
    from day d join own t on d.date between t.start_date and t.end_date
    join timetable.template_card c on c.school_id = $1::int and c.template_id = t.id
  ),
  page as materialized (
    select a.id, a.group_id, a.subject_id, a.hours_per_week_tenths, a.journal_kind, a.retired_at
    from year y join roster.teaching_assignment a on a.school_id = $1::int and a.academic_year_id = y.id
    where a.retired_at is null or a.id in (select c.assignment_id from card c)
  ),
  teacher as materialized (
    select t.assignment_id, t.staff_id from day d
    join roster.assignment_teacher t on t.school_id = $1::int
      and (t.end_date is null or t.end_date >= greatest(d.date, t.start_date))
    where t.assignment_id in (select p.id from page p)
  ),
  part as materialized (
    select distinct g.id, g.division_tag, gc.class_id
    from roster.study_group g
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = g.id
    where g.school_id = $1::int and g.kind <> 'class' and g.id in (select p.group_id from page p)
  ),
  member as materialized (
    select distinct m.group_id, m.student_id from day d
    join roster.group_membership m on m.school_id = $1::int and (m.end_date is null or m.end_date >= d.date)
    where m.group_id in (select id from part)
  )
  select json_build_object('today', $2::date, 'from', (select date from day),
    'year', (select json_build_object('startDate', y.start_date, 'endDate', y.end_date) from year y),
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter, 'shift', c.shift)
        order by c.grade, c.letter), '[]')
      from year y join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id),
    'bells', (select coalesce(json_agg(json_build_object('shift', s.shift, 'number', b.number,
        'starts', to_char(b.starts, 'HH24:MI'), 'ends', to_char(b.ends, 'HH24:MI')) order by s.shift, b.number), '[]')
      from organisation.bell_schedule s
      join organisation.bell_period b on b.school_id = $1::int and b.bell_schedule_id = s.id
      where s.school_id = $1::int and s.usual),
    'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)
        order by nullif(regexp_replace(r.name, '\\D.*$', ''), '')::bigint nulls last, r.name), '[]')
      from organisation.room r where r.school_id = $1::int),
    'staff', (select coalesce(json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name) order by p.sort_key, p.id), '[]')
      from roster.person p where p.school_id = $1::int and p.id in (select t.staff_id from teacher t)),
    'pages', (select coalesce(json_agg(json_build_object('id', p.id,
        'subject', json_build_object('name', s.name, 'shortName', s.short_name),
        'group', json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'divisionTag', g.division_tag,
          'classIds', (select coalesce(json_agg(gc.class_id order by c.grade, c.letter), '[]') from roster.group_class gc
            join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
            where gc.school_id = $1::int and gc.group_id = g.id)),
        'staffIds', (select coalesce(json_agg(distinct t.staff_id), '[]') from teacher t where t.assignment_id = p.id),
        'hoursTenths', p.hours_per_week_tenths, 'journalKind', p.journal_kind, 'isRetired', p.retired_at is not null)
        order by s.ordinal, s.name, g.kind <> 'class', g.name, p.id), '[]')
      from page p
      join curriculum.subject s on s.school_id = $1::int and s.id = p.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = p.group_id),
    'apart', (select coalesce(json_agg(json_build_array(pair.one, pair.other)), '[]') from (
        select distinct a.id as one, b.id as other from part a
        join part b on b.class_id = a.class_id and b.id > a.id and a.division_tag is distinct from b.division_tag
        where exists (select from member m where m.group_id = a.id) and exists (select from member m where m.group_id = b.id)
          and not exists (select from member m join member n on n.student_id = m.student_id and n.group_id = b.id
            where m.group_id = a.id)) pair),
    'cards', (select coalesce(json_agg(json_build_object('id', c.id, 'pageId', c.assignment_id, 'weekday', c.weekday,
        'cycle', c.cycle, 'number', c.number, 'roomId', c.room_id) order by c.weekday, c.number, c.cycle, c.id), '[]')
      from card c))::text as json`,
);
