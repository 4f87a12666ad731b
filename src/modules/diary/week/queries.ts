import { filesOfHomeworkSql } from '#modules/homework/index.ts';
import { statement } from '#platform/db/tx.ts';
import {
  changePart,
  changesOfLesson,
  dayFields,
  headFields,
  headPart,
  isPublished,
  lessonPart,
  membershipPart,
  restPart,
  studyWeek,
  teacherPart,
} from './shared-queries.ts';

const homeworkFields = `'id', h.id, 'text', h.text, 'minutes', h.minutes,
      'publishedAt', to_char(h.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'dueDate', h.due_date, 'isDone', h.id in (select homework_id from tick), 'files', coalesce(f.items, '[]')`;
const homeworkItem = `json_build_object(${homeworkFields})`;

/**
 * One week of one student as JSON. $1–$5 as in `shared-queries`; $6 = the reader may know of illness.
 * Served by group_membership_student, lesson (assignment, date), the keys of what hangs on a lesson,
 * mark_student and attendance_student.
 */
export const weekStatement = statement(
  'diary.week',
  `with ${membershipPart},
  ${restPart},
  ${lessonPart},
  ${changePart},
  ${teacherPart},
  ${headPart},
  record as materialized (
    select r.lesson_id, r.topic, r.attendance_taken_at is not null as is_taken
    from journal.lesson_record r
    where r.school_id = $1::int and r.lesson_id = any ((select ids from lesson_ids)::uuid[])
  ),
  tick as materialized (
    select t.homework_id from homework.tick t
    where t.school_id = $1::int and t.student_id = $2::uuid and t.done_at is not null
      and t.done_at > $3::date - 30
  ),
  due_homework as materialized (
    select h.due_lesson_id as lesson_id, h.id, h.text, h.minutes, h.publish_at, h.due_date, h.ordinal
    from homework.homework h
    where h.school_id = $1::int and h.due_lesson_id = any ((select ids from lesson_ids)::uuid[])
      and h.text is not null and ${isPublished}
  ),
  given_homework as materialized (
    select h.given_lesson_id as lesson_id, h.id, h.text, h.minutes, h.publish_at, h.due_date, h.ordinal
    from homework.homework h
    where h.school_id = $1::int and h.given_lesson_id = any ((select ids from lesson_ids)::uuid[])
      and h.text is not null and ${isPublished}
  ),
  day_homework as materialized (
    select h.due_date as date, h.id, h.text, h.minutes, h.publish_at, h.due_date, a.subject_id
    from homework.homework h
    join assignment a on a.id = h.assignment_id and h.due_date >= a.first_day and h.due_date <= a.last_day
    where h.school_id = $1::int and h.due_lesson_id is null and h.due_date >= $3::date and h.due_date <= $3::date + 6
      and h.text is not null and ${isPublished}
  ),
  file as materialized (
    ${filesOfHomeworkSql(`select array(select id from due_homework union select id from given_homework
      union select id from day_homework order by 1)`)}
  ),
  due as materialized (
    select h.lesson_id, json_agg(${homeworkItem} order by h.publish_at, h.ordinal) as items
    from due_homework h left join file f on f.homework_id = h.id
    group by h.lesson_id
  ),
  given as materialized (
    select h.lesson_id, json_agg(${homeworkItem} order by h.ordinal) as items
    from given_homework h left join file f on f.homework_id = h.id
    group by h.lesson_id
  ),
  due_on_day as materialized (
    select h.date, json_agg(json_build_object(${homeworkFields}, 'subject', su.name) order by su.ordinal, h.publish_at) as items
    from day_homework h
    join curriculum.subject su on su.school_id = $1::int and su.id = h.subject_id
    left join file f on f.homework_id = h.id
    group by h.date
  ),
  work as materialized (
    select w.id, w.lesson_id, w.ordinal, w.weight, w.title, t.name as type_name
    from journal.work w
    join curriculum.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
    where w.school_id = $1::int and w.lesson_id = any ((select ids from lesson_ids)::uuid[])
  ),
  scale_value as materialized (
    select v.scale_id, v.code, v.band from organisation.mark_scale_value v where v.school_id = $1::int
  ),
  own_mark as materialized (
    select m.work_id, m.attempt, m.slot, m.value, m.point_due, m.comment
    from journal.mark m
    where m.school_id = $1::int and m.student_id = $2::uuid
      and m.work_id = any ((select array(select id from work order by id))::uuid[])
      and (m.value is not null or m.point_due is not null)
  ),
  mark as materialized (
    select w.lesson_id, json_agg(json_build_object('workId', w.id, 'attempt', m.attempt, 'slot', m.slot,
      'value', m.value, 'band', v.band, 'pointDue', m.point_due, 'weight', w.weight, 'workType', w.type_name,
      'title', w.title, 'comment', m.comment)
      order by w.ordinal, m.attempt, m.slot) as items
    from own_mark m
    join work w on w.id = m.work_id
    join lesson l on l.id = w.lesson_id
    left join scale_value v on v.scale_id = l.scale_id and v.code = m.value
    group by w.lesson_id
  ),
  absence as materialized (
    select a.lesson_id, a.fact, a.minutes
    from journal.attendance a
    where a.school_id = $1::int and a.student_id = $2::uuid and a.fact <> 'present'
      and a.lesson_id = any ((select ids from lesson_ids)::uuid[])
  ),
  reason as materialized (
    select r.id, r.start_date, r.end_date, r.at, case when r.reason = 'ill' and not $6::bool then 'excused' else r.reason end as reason
    from journal.absence_reason r
    where r.school_id = $1::int and r.student_id = $2::uuid and r.ended_at is null
      and r.start_date <= $3::date + 6 and r.end_date >= $3::date
  ),
  lessons as materialized (
    select l.date, json_agg(json_build_object(
      'id', l.id, 'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'),
      'subject', su.name, 'room', r.name, 'teacher', t.name, 'state', l.state, 'replacesId', l.replaces_id,
      'changes', coalesce(${changesOfLesson}, '[]'),
      'topic', rec.topic, 'due', coalesce(due.items, '[]'), 'given', coalesce(given.items, '[]'),
      'marks', coalesce(mark.items, '[]'),
      'attendance', case when ab.lesson_id is not null then json_build_object('fact', ab.fact, 'minutes', ab.minutes,
        'reason', case when ab.fact = 'absent' then (
          select re.reason from reason re where l.date between re.start_date and re.end_date order by re.at desc, re.id desc limit 1) end) end)
      order by l.number, l.state, su.ordinal, l.seq_in_day) as items
    from lesson l
    join curriculum.subject su on su.school_id = $1::int and su.id = l.subject_id
    left join organisation.room r on r.school_id = $1::int and r.id = l.room_id
    left join teacher t on t.id = l.teacher_id
    left join record rec on rec.lesson_id = l.id
    left join due on due.lesson_id = l.id
    left join given on given.lesson_id = l.id
    left join mark on mark.lesson_id = l.id
    left join absence ab on ab.lesson_id = l.id
    where l.state <> 'retired' or mark.lesson_id is not null or ab.lesson_id is not null
    group by l.date
  ),
  newest as materialized (
    select m.work_id, m.attempt, m.slot, m.value, m.created_at
    from journal.mark m
    where (select h.local_now::date between $3::date - 3 and $3::date + 6 from head h)
      and m.school_id = $1::int and m.student_id = $2::uuid and m.value is not null
      and m.created_at > $5::timestamptz - interval '14 days'
    order by m.created_at desc, m.work_id desc
    limit 6
  ),
  newest_work as materialized (
    select w.id, w.assignment_id, w.lesson_id, w.weight, w.work_type_id
    from journal.work w
    where w.school_id = $1::int and w.id = any ((select array(select work_id from newest order by 1))::uuid[])
  ),
  newest_lesson as materialized (
    select l.id, l.date from timetable.lesson l
    where l.school_id = $1::int and l.id = any ((select array(select lesson_id from newest_work order by 1))::uuid[])
  ),
  newest_assignment as materialized (
    select a.id, a.scale_id, a.subject_id from roster.teaching_assignment a
    where a.school_id = $1::int and a.id = any ((select array(select assignment_id from newest_work order by 1))::uuid[])
  )
  select json_build_object(${headFields},
    'studyWeek', ${studyWeek},
    'newestMarks', (
      select coalesce(json_agg(json_build_object('workId', n.work_id, 'attempt', n.attempt, 'slot', n.slot,
        'value', n.value, 'band', v.band, 'weight', w.weight, 'workType', t.name, 'subject', su.name, 'subjectShort', su.short_name,
        'lessonId', w.lesson_id, 'date', coalesce(l.date, (n.created_at at time zone h.time_zone)::date),
        'setOn', (n.created_at at time zone h.time_zone)::date)
        order by n.created_at desc, n.work_id desc, n.slot), '[]')
      from newest n
      join newest_work w on w.id = n.work_id
      join newest_assignment a on a.id = w.assignment_id
      join curriculum.work_type t on t.school_id = $1::int and t.id = w.work_type_id
      join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
      left join newest_lesson l on l.id = w.lesson_id
      left join scale_value v on v.scale_id = a.scale_id and v.code = n.value
    ),
    'days', (
      select json_agg(json_build_object('date', day.date, ${dayFields}, 'lessons', coalesce(lessons.items, '[]'),
        'due', coalesce(due_on_day.items, '[]')) order by day.date)
      from (select $3::date + n as date from generate_series(0, 6) n) day
      left join lessons on lessons.date = day.date
      left join due_on_day on due_on_day.date = day.date
    )
  )::text as json
  from head h, student s
  left join own_class c on true
  where $4::uuid[] is null or c.id = any ($4::uuid[])`,
);
