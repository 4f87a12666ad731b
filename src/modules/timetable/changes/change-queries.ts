import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { ownTeacherOf } from '../lessons/shared-queries.ts';
import type { ChangeFacts } from './plan-facts.ts';

/** What an act names. */
export type NamedInAct = {
  readonly lessonIds: readonly string[];
  readonly staffIds: readonly string[];
  readonly roomIds: readonly string[];
  readonly pageIds: readonly string[];
  /** Days that lessons are to be moved to. */
  readonly dates: readonly string[];
};

/**
 * The facts an act is planned by. Holds the school's timetable until the transaction ends: two who change it at once
 * come one after the other, and the second sees what the first has done.
 */
export async function changeFacts(tx: AnyTx, named: NamedInAct): Promise<ChangeFacts> {
  await tx.text(holdTimetable, [tx.schoolId]);
  const { lessonIds, staffIds, roomIds, pageIds, dates } = named;
  const text = await tx.text(factsStatement, [tx.schoolId, lessonIds, staffIds, roomIds, pageIds, dates]);
  return JSON.parse(text ?? '{}') as ChangeFacts;
}

/** The second key of the advisory lock on a school's timetable. */
const timetableLock = 150;

// One act at a time in a school; a deputy head makes a few dozen a day.
export const holdTimetable = statement(
  'timetable.hold',
  `select pg_advisory_xact_lock($1::int, ${timetableLock})::text`,
);

const classIds = (group: string) => `(
      select coalesce(json_agg(gc.class_id), '[]') from roster.group_class gc
      where gc.school_id = $1::int and gc.group_id = ${group})`;
const clock = (column: string) => `to_char(${column}, 'HH24:MI')`;
const nameOf = (alias: string) => `concat_ws(' ', ${alias}.last_name, ${alias}.first_name)`;

/**
 * $1 school, $2 lessons, $3 staff, $4 rooms, $5 pages, $6 days to move to. By the keys of lesson, lesson_date,
 * lesson (assignment, date), assignment_teacher_assignment, group_class_class.
 */
const factsStatement = statement(
  'timetable.changeFacts',
  `with named as materialized (
    select l.*, a.group_id, a.subject_id, own.staff_id as own_teacher_id, coalesce(l.teacher_id, own.staff_id) as acting_id
    from timetable.lesson l
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
    ${ownTeacherOf('l.assignment_id', 'l.date')}
    where l.school_id = $1::int and l.id = any ($2::uuid[])
  ),
  page as materialized (
    select a.id, a.group_id, a.subject_id from roster.teaching_assignment a
    where a.school_id = $1::int and a.id = any ($5::uuid[]) and a.retired_at is null
  ),
  day as materialized (select date from named union select unnest($6::date[])),
  class as materialized (
    select distinct gc.class_id as id from roster.group_class gc
    where gc.school_id = $1::int and gc.group_id in (select group_id from named)
  ),
  teacher as materialized (
    select unnest($3::uuid[]) as id union select acting_id from named
    union select t.staff_id from page p
    join roster.assignment_teacher t on t.school_id = $1::int and t.assignment_id = p.id
  ),
  room as materialized (select unnest($4::uuid[]) as id union select room_id from named where room_id is not null),
  around as materialized (
    select l.id, l.date, l.number, l.starts, l.ends, l.room_id, l.teacher_id, l.merged_with_id, own.staff_id as own_teacher_id,
           a.group_id, a.subject_id
    from day d
    join timetable.lesson l on l.school_id = $1::int and l.date = d.date and l.state = 'planned'
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
    ${ownTeacherOf('l.assignment_id', 'l.date')}
    where coalesce(l.teacher_id, own.staff_id) in (select id from teacher) or l.room_id in (select id from room)
      or exists (select from roster.group_class gc where gc.school_id = $1::int and gc.group_id = a.group_id
                 and gc.class_id in (select id from class))
  ),
  bell as materialized (
    select distinct on (d.date, l.number) d.date, l.number, l.starts, l.ends
    from (select unnest($6::date[]) as date) d
    join roster.group_class gc on gc.school_id = $1::int and gc.class_id in (select id from class)
    join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = gc.group_id
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = a.id
      and l.date between d.date - 14 and d.date + 14
    where l.starts is not null and l.ends is not null
    order by d.date, l.number, abs(l.date - d.date), l.id
  )
  select json_build_object(
    'lessons', (select coalesce(json_agg(json_build_object('id', n.id, 'pageId', n.assignment_id, 'classIds', ${classIds('n.group_id')},
        'subject', su.name, 'groupName', g.name, 'date', n.date, 'seqInDay', n.seq_in_day, 'number', n.number,
        'starts', ${clock('n.starts')}, 'ends', ${clock('n.ends')}, 'roomId', n.room_id, 'roomName', r.name,
        'teacherId', n.teacher_id, 'ownTeacherId', n.own_teacher_id, 'teacherName', case when p.id is not null then ${nameOf('p')} end,
        'state', n.state, 'mergedWithId', n.merged_with_id, 'version', n.version)), '[]')
      from named n
      join curriculum.subject su on su.school_id = $1::int and su.id = n.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = n.group_id
      left join organisation.room r on r.school_id = $1::int and r.id = n.room_id
      left join roster.person p on p.school_id = $1::int and p.id = n.acting_id),
    'pages', (select coalesce(json_agg(json_build_object('id', p.id, 'subject', su.name, 'groupId', p.group_id, 'groupName', g.name,
        'divisionTag', g.division_tag, 'classIds', ${classIds('p.group_id')}, 'teachers', (
          select coalesce(json_agg(json_build_object('staffId', t.staff_id, 'startDate', t.start_date, 'endDate', t.end_date)), '[]')
          from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = p.id))), '[]')
      from page p
      join curriculum.subject su on su.school_id = $1::int and su.id = p.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = p.group_id),
    'staff', (select coalesce(json_agg(json_build_object('id', s.person_id, 'name', ${nameOf('p')}, 'startDate', s.start_date,
        'endDate', s.end_date)), '[]')
      from roster.staff s join roster.person p on p.school_id = $1::int and p.id = s.person_id
      where s.school_id = $1::int and s.person_id in (select id from teacher)),
    'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)), '[]')
      from organisation.room r where r.school_id = $1::int and r.id in (select id from room)),
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.grade || c.letter)), '[]')
      from roster.school_class c where c.school_id = $1::int and c.id in (select id from class)),
    'years', (select coalesce(json_agg(json_build_object('startDate', y.start_date, 'endDate', y.end_date)), '[]')
      from organisation.academic_year y where y.school_id = $1::int),
    'absences', (select coalesce(json_agg(json_build_object('staffId', w.staff_id, 'startDate', w.start_date, 'endDate', w.end_date)), '[]')
      from timetable.staff_absence w
      where w.school_id = $1::int and w.staff_id in (select id from teacher) and w.withdrawn_at is null
        and exists (select from day d where d.date between w.start_date and w.end_date)),
    'onPages', (select coalesce(json_agg(json_build_object('id', l.id, 'pageId', l.assignment_id, 'date', l.date, 'number', l.number,
        'seqInDay', l.seq_in_day, 'state', l.state)), '[]')
      from timetable.lesson l
      where l.school_id = $1::int and l.date = any (array(select date from day))
        and l.assignment_id = any (array(select assignment_id from named union select id from page))),
    'bells', (select coalesce(json_agg(json_build_object('date', b.date, 'number', b.number, 'starts', ${clock('b.starts')},
        'ends', ${clock('b.ends')})), '[]') from bell b),
    'around', (select coalesce(json_agg(json_build_object('id', o.id, 'date', o.date, 'number', o.number, 'starts', ${clock('o.starts')},
        'ends', ${clock('o.ends')}, 'roomId', o.room_id, 'teacherId', o.teacher_id, 'ownTeacherId', o.own_teacher_id,
        'mergedWithId', o.merged_with_id, 'subject', su.name, 'groupId', o.group_id, 'groupName', g.name,
        'divisionTag', g.division_tag, 'classIds', ${classIds('o.group_id')})), '[]')
      from around o
      join curriculum.subject su on su.school_id = $1::int and su.id = o.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = o.group_id)
  )::text`,
);
