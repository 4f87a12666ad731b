import { statement } from '#platform/db/tx.ts';
import { publicReasonSql } from '../changes/standing-queries.ts';
import {
  changePart,
  headPart,
  isAway,
  lessonJson,
  lessonPart,
  movedPart,
  personJson,
} from '../lessons/shared-queries.ts';

// One day ($4) of the school. By lesson_date, lesson_change_lesson, staff_absence_staff.
export const dayStatement = statement(
  'timetable.day',
  `with ${headPart},
  found as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.seq_in_day, l.starts, l.ends, l.room_id, l.state, l.replaces_id,
           l.merged_with_id, l.version, l.teacher_id
    from timetable.lesson l where l.school_id = $1::int and l.date = $4::date and l.state <> 'retired'
  ),
  ${lessonPart},
  ${changePart},
  ${movedPart('$4::date', 'true')},
  special as materialized (
    select o.*, least(o.end_date, o.ended_from - 1) as last_day from organisation.day_override o
    where o.school_id = $1::int and o.end_date >= $4::date and o.start_date <= $4::date
      and (o.ended_from is null or o.ended_from > $4::date)
  ),
  off as materialized (
    select c.lesson_id, c.act_id from change c where c.kind = 'cancellation'
      and exists (select from organisation.day_override o where o.school_id = $1::int and o.id = c.act_id)
  )
  select json_build_object('today', h.local_now::date, 'time', to_char(h.local_now, 'HH24:MI'), 'date', $4::date,
    'lessonCount', (select count(*)::int from lesson l where l.state = 'planned'),
    'lessons', (select coalesce(json_agg(${lessonJson} order by l.number, l.starts, l.id), '[]') from lesson l
      where not (l.state = 'cancelled' and l.id in (select lesson_id from off)) and (
        exists (select from change c where c.lesson_id = l.id) or l.replaces_id is not null
        or (l.state = 'planned' and (l.acting_id is null or ${isAway('l.acting_id', 'l.date')})))),
    'special', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'from', o.start_date, 'to', o.last_day,
        'grade', case when o.scope = 'grade' then o.scope_id::int end, 'asWeekday', o.as_weekday, 'reasonCode', o.reason_code,
        'schoolClass', case when c.id is not null then json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) end,
        'bells', (select b.name from organisation.bell_schedule b where b.school_id = $1::int and b.id = o.bell_schedule_id),
        'cancelled', (select count(*)::int from off f where f.act_id = o.id))
        order by o.scope = 'class', o.scope = 'grade', c.grade, c.letter, o.id), '[]')
      from special o left join roster.school_class c on c.school_id = $1::int and o.scope = 'class' and c.id::text = o.scope_id),
    'movedAway', coalesce((select m.items from moved_away m), '[]'),
    'absences', (select coalesce(json_agg(json_build_object('id', w.id, 'actId', w.act_id, 'staff', ${personJson('p')},
        'startDate', w.start_date, 'endDate', w.end_date,
        'reasonCode', case when $3::bool then w.reason_code else ${publicReasonSql('w.reason_code')} end,
        'note', case when $3::bool then w.note end) order by p.sort_key), '[]')
      from timetable.staff_absence w join roster.person p on p.school_id = $1::int and p.id = w.staff_id
      where w.school_id = $1::int and w.start_date <= $4::date and w.end_date >= $4::date and w.withdrawn_at is null)
    )::text as json
  from head h`,
);
