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
  ${movedPart('$4::date', 'true')}
  select json_build_object('today', h.local_now::date, 'time', to_char(h.local_now, 'HH24:MI'), 'date', $4::date,
    'lessonCount', (select count(*)::int from lesson l where l.state = 'planned'),
    'lessons', (select coalesce(json_agg(${lessonJson} order by l.number, l.starts, l.id), '[]') from lesson l
      where exists (select from change c where c.lesson_id = l.id) or l.replaces_id is not null
        or (l.state = 'planned' and (l.acting_id is null or ${isAway('l.acting_id', 'l.date')}))),
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
