import { statement } from '#platform/db/tx.ts';
import {
  changePart,
  headPart,
  isAway,
  lessonJson,
  lessonPart,
  ownTeacherOf,
  personJson,
} from '../lessons/shared-queries.ts';

const lessonColumns = `l.id, l.assignment_id, l.date, l.number, l.seq_in_day, l.starts, l.ends, l.room_id, l.state,
           l.replaces_id, l.merged_with_id, l.version, l.teacher_id`;

const overlaps = (one: string, other: string) =>
  `case when ${one}.starts is null or ${other}.starts is null or ${one}.ends is null or ${other}.ends is null
        then ${one}.number = ${other}.number
        else ${one}.starts < ${other}.ends and ${other}.starts < ${one}.ends end`;

/**
 * Who is really free for each `lesson`: works here that day, has no lesson then, is not away. `day_lesson` = all planned
 * lessons of those days, a few hundred a day; lesson_date.
 */
const candidatePart = `
  day_lesson as materialized (
    select d.id, d.date, d.number, d.starts, d.ends, d.room_id, coalesce(d.teacher_id, own.staff_id) as acting_id
    from timetable.lesson d
    ${ownTeacherOf('d.assignment_id', 'd.date')}
    where d.school_id = $1::int and d.state = 'planned' and d.date = any (array(select distinct date from lesson))
  ),
  meeting as materialized (
    select distinct l.id as lesson_id, d.acting_id, d.room_id
    from lesson l join day_lesson d on d.date = l.date and ${overlaps('l', 'd')}
  ),
  load as materialized (
    select d.acting_id, d.date, count(*)::int as lessons from day_lesson d group by d.acting_id, d.date
  ),
  span as materialized (select min(date) as first_day, max(date) as last_day from lesson),
  teaching as materialized (
    select distinct t.staff_id, a.subject_id, gc.class_id
    from span s
    join roster.assignment_teacher t on t.school_id = $1::int and t.start_date <= s.last_day
      and (t.end_date is null or t.end_date >= s.first_day)
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = t.assignment_id and a.retired_at is null
    left join roster.group_class gc on gc.school_id = $1::int and gc.group_id = a.group_id
  ),
  candidate as materialized (
    select l.id as lesson_id, s.person_id as staff_id, coalesce(o.lessons, 0) as lessons,
      case
        when exists (select from teaching t where t.staff_id = s.person_id and t.subject_id = l.subject_id
                     and t.class_id in (select class_id from roster.group_class where school_id = $1::int and group_id = l.group_id)) then 1
        when exists (select from teaching t where t.staff_id = s.person_id and t.subject_id = l.subject_id) then 2
        when exists (select from teaching t where t.staff_id = s.person_id
                     and t.class_id in (select class_id from roster.group_class where school_id = $1::int and group_id = l.group_id)) then 3
        else 4
      end as rank
    from lesson l
    join roster.staff s on s.school_id = $1::int and s.start_date <= l.date and (s.end_date is null or s.end_date >= l.date)
    left join load o on o.acting_id = s.person_id and o.date = l.date
    where s.person_id in (select staff_id from teaching) and s.person_id is distinct from l.own_teacher_id
      and not exists (select from meeting m where m.lesson_id = l.id and m.acting_id = s.person_id)
      and not ${isAway('s.person_id', 'l.date')}
  )`;

const candidatesOf = `(
    select coalesce(json_agg(json_build_object('staffId', k.staff_id, 'rank', k.rank, 'lessons', k.lessons)
      order by k.rank, k.lessons, p.sort_key), '[]')
    from candidate k join roster.person p on p.school_id = $1::int and p.id = k.staff_id
    where k.lesson_id = l.id)`;

const staffOfCandidates = `(
    select coalesce(json_agg(${personJson('p')} order by p.sort_key), '[]')
    from roster.person p where p.school_id = $1::int and p.id in (select staff_id from candidate))`;

// One lesson ($4) and what is free at its time; $1 to $3 as in the shared parts.
export const lessonOptionsStatement = statement(
  'timetable.lessonOptions',
  `with found as materialized (
    select ${lessonColumns} from timetable.lesson l where l.school_id = $1::int and l.id = $4::uuid
  ),
  ${headPart},
  ${lessonPart},
  ${changePart},
  ${candidatePart},
  class as materialized (
    select gc.class_id from lesson l join roster.group_class gc on gc.school_id = $1::int and gc.group_id = l.group_id
  )
  select json_build_object('lesson', ${lessonJson}, 'staff', ${staffOfCandidates}, 'candidates', ${candidatesOf},
    'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)
        order by nullif(regexp_replace(r.name, '\\D.*$', ''), '')::bigint nulls last, r.name), '[]')
      from organisation.room r
      where r.school_id = $1::int and r.id is distinct from l.room_id
        and not exists (select from meeting m where m.room_id = r.id)),
    'pages', (select coalesce(json_agg(json_build_object('id', a.id, 'subject', su.name,
        'group', json_build_object('id', g.id, 'name', g.name, 'isWholeClass', g.kind = 'class'),
        'teacher', case when p.id is not null then ${personJson('p')} end,
        'isTeacherFree', p.id is not null and not ${isAway('p.id', 'l.date')}
          and not exists (select from meeting m where m.acting_id = p.id)) order by g.kind <> 'class', su.ordinal, su.name, g.name), '[]')
      from roster.teaching_assignment a
      join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
      ${ownTeacherOf('a.id', 'l.date')}
      left join roster.person p on p.school_id = $1::int and p.id = own.staff_id
      where a.school_id = $1::int and a.retired_at is null and a.id <> l.assignment_id
        and a.group_id in (select gc.group_id from class c
          join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.class_id)),
    'partners', (select coalesce(json_agg(json_build_object('lessonId', o.id, 'version', o.version, 'subject', su.name, 'group', g.name,
        'teacher', case when p.id is not null then ${personJson('p')} end) order by g.name), '[]')
      from timetable.lesson o
      join roster.teaching_assignment a on a.school_id = $1::int and a.id = o.assignment_id
      join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
      ${ownTeacherOf('o.assignment_id', 'o.date')}
      left join roster.person p on p.school_id = $1::int and p.id = coalesce(o.teacher_id, own.staff_id)
      where o.school_id = $1::int and o.date = l.date and o.number = l.number and o.id <> l.id and o.state = 'planned'
        and o.merged_with_id is null
        and exists (select from class c join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.class_id
                    where gc.group_id = a.group_id)))::text as json
  from lesson l`,
);

// The planned lessons a teacher ($4) has from $5 to $6 and who is free for each; $1 to $3 as in the shared parts.
export const coverStatement = statement(
  'timetable.cover',
  `with found as materialized (
    select ${lessonColumns} from timetable.lesson l
    where l.school_id = $1::int and l.date >= $5::date and l.date <= $6::date and l.state = 'planned' and l.teacher_id = $4::uuid
    union
    select ${lessonColumns}
    from roster.assignment_teacher t
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = t.assignment_id
      and l.date >= greatest($5::date, t.start_date) and l.date <= least($6::date, coalesce(t.end_date, $6::date))
    where t.school_id = $1::int and t.staff_id = $4::uuid and l.state = 'planned' and l.teacher_id is null
  ),
  ${headPart},
  ${lessonPart},
  ${changePart},
  ${candidatePart}
  select json_build_object('teacher', ${personJson('t')}, 'staff', ${staffOfCandidates},
    'lessons', (select coalesce(json_agg(json_build_object('lesson', ${lessonJson}, 'candidates', ${candidatesOf})
        order by l.date, l.starts, l.number, l.id), '[]')
      from lesson l where l.acting_id = $4::uuid))::text as json
  from roster.staff s join roster.person t on t.school_id = $1::int and t.id = s.person_id
  where s.school_id = $1::int and s.person_id = $4::uuid`,
);
