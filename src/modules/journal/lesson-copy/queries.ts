import { statement } from '#platform/db/tx.ts';

/**
 * Lessons of the other pages a person ($3) teaches today ($4), around the date of a lesson ($2): from a week before to
 * two weeks after, at most twelve a page. By assignment_teacher_staff, lesson (assignment, date), the keys of
 * lesson_record and homework.
 */
export const copyTargetsStatement = statement(
  'journal.copyTargets',
  `with source as materialized (
     select l.id, l.date, l.assignment_id, a.subject_id
     from timetable.lesson l join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
     where l.school_id = $1::int and l.id = $2::uuid
   ),
   page as materialized (
     select distinct a.id, a.group_id, a.subject_id, a.subject_id = s.subject_id as is_same
     from source s, roster.assignment_teacher t
     join roster.teaching_assignment a on a.school_id = $1::int and a.id = t.assignment_id and a.retired_at is null
     where t.school_id = $1::int and t.staff_id = $3::uuid and t.start_date <= $4::date
       and (t.end_date is null or t.end_date >= $4::date) and a.id <> s.assignment_id
   ),
   lesson as materialized (
     select l.assignment_id, json_agg(json_build_object('id', l.id, 'date', l.date, 'number', l.number,
       'topic', r.topic, 'attendanceTaken', r.attendance_taken_at is not null, 'recordVersion', coalesce(r.version, 0),
       'homework', h.text, 'homeworkMinutes', h.minutes, 'homeworkVersion', coalesce(h.version, 0))
       order by l.date, l.number, l.seq_in_day) as items
     from source s
     cross join page p
     join lateral (
       select n.* from timetable.lesson n
       where n.school_id = $1::int and n.assignment_id = p.id and n.state = 'planned'
         and n.date between s.date - 7 and s.date + 14
       order by n.date, n.number, n.seq_in_day limit 12) l on true
     left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
     left join homework.homework h on h.school_id = $1::int and h.given_lesson_id = l.id and h.ordinal = 1
     group by l.assignment_id
   )
   select json_build_object('pages', coalesce(json_agg(json_build_object('id', p.id, 'group', g.name, 'subject', su.name,
     'isSameSubject', p.is_same, 'lessons', l.items) order by p.is_same desc, g.name, su.name), '[]'::json))::text
   from page p
   join lesson l on l.assignment_id = p.id
   join roster.study_group g on g.school_id = $1::int and g.id = p.group_id
   join curriculum.subject su on su.school_id = $1::int and su.id = p.subject_id`,
);
