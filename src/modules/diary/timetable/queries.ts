import { publicReasonSql, standingChangeSql } from '#modules/timetable/index.ts';
import { statement } from '#platform/db/tx.ts';
import {
  changePart,
  changesOfLesson,
  dayFields,
  headFields,
  headPart,
  lessonPart,
  membershipPart,
  restPart,
  studyWeek,
  teacherPart,
} from '../week/shared-queries.ts';

/**
 * One week's timetable of one student with its changes and bells. $1–$5 as in `shared-queries`. Lessons moved
 * out of the week are found among the school's changes, a few thousand rows in a year.
 */
export const timetableStatement = statement(
  'diary.timetable',
  `with ${membershipPart},
  ${restPart},
  ${lessonPart},
  ${changePart},
  ${teacherPart},
  ${headPart},
  lessons as materialized (
    select l.date, json_agg(json_build_object(
      'id', l.id, 'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'),
      'subject', su.name, 'room', r.name, 'teacher', t.name, 'state', l.state, 'replacesId', l.replaces_id,
      'changes', coalesce(${changesOfLesson}, '[]'))
      order by l.number, l.state, su.ordinal, l.seq_in_day) as items
    from lesson l
    join curriculum.subject su on su.school_id = $1::int and su.id = l.subject_id
    left join organisation.room r on r.school_id = $1::int and r.id = l.room_id
    left join teacher t on t.id = l.teacher_id
    where l.state <> 'retired'
    group by l.date
  ),
  moved as materialized (
    select distinct on (c.lesson_id, c.old_value ->> 'date') c.lesson_id, ${publicReasonSql('c.reason_code')} as reason,
      (c.old_value ->> 'date')::date as old_date, (c.old_value ->> 'number')::int as old_number
    from timetable.lesson_change c
    where c.school_id = $1::int and c.kind = 'move'
      and (c.old_value ->> 'date')::date between $3::date and $3::date + 6 and ${standingChangeSql('c')}
    order by c.lesson_id, c.old_value ->> 'date', c.at desc
  ),
  moved_away as materialized (
    select v.old_date as date, json_agg(json_build_object('lessonId', l.id, 'number', v.old_number,
      'subject', su.name, 'toDate', l.date, 'toNumber', l.number, 'reason', v.reason)
      order by v.old_number) as items
    from moved v
    join timetable.lesson l on l.school_id = $1::int and l.id = v.lesson_id
    join assignment a on a.id = l.assignment_id and v.old_date between a.first_day and a.last_day
    join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
    where (l.date, l.number) is distinct from (v.old_date, v.old_number)
    group by v.old_date
  )
  select json_build_object(${headFields},
    'studyWeek', ${studyWeek},
    'bells', (
      select coalesce(json_agg(json_build_object('number', p.number, 'starts', to_char(p.starts, 'HH24:MI'),
        'ends', to_char(p.ends, 'HH24:MI')) order by p.number), '[]')
      from organisation.bell_period p
      where p.school_id = $1::int and p.bell_schedule_id = (
        select b.id from organisation.bell_schedule b
        where b.school_id = $1::int and b.shift = c.shift order by b.usual desc, b.id limit 1)
    ),
    'days', (
      select json_agg(json_build_object('date', day.date, ${dayFields}, 'lessons', coalesce(lessons.items, '[]'),
        'movedAway', coalesce(moved_away.items, '[]')) order by day.date)
      from (select $3::date + n as date from generate_series(0, 6) n) day
      left join lessons on lessons.date = day.date
      left join moved_away on moved_away.date = day.date
    )
  )::text as json
  from head h, student s
  left join own_class c on true
  where $4::uuid[] is null or c.id = any ($4::uuid[])`,
);
