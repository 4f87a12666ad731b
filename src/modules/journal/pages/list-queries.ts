import { statement } from '#platform/db/tx.ts';

/**
 * The pages an actor reads in the current academic year, with the lessons of today. $1 school, $2 the moment the school
 * lives in, $3 person, $4 reads the whole school, $5 homeroom classes. Served by assignment_teacher_staff,
 * group_class_class, lesson_date, the keys of lesson_record and work.
 */
export const pageListStatement = statement(
  'journal.pageList',
  `with head as materialized (
    select ($2::timestamptz at time zone s.time_zone)::date as today,
           to_char($2::timestamptz at time zone s.time_zone, 'HH24:MI') as time
    from organisation.school s where s.school_id = $1::int
  ),
  year as materialized (
    select y.id from organisation.academic_year y, head h
    where y.school_id = $1::int
    order by (y.start_date <= h.today) desc, abs(y.start_date - h.today) limit 1
  ),
  own as materialized (
    select t.assignment_id, bool_or(t.start_date <= h.today and (t.end_date is null or t.end_date >= h.today)) as is_current
    from head h, roster.assignment_teacher t
    where t.school_id = $1::int and t.staff_id = $3::uuid
    group by t.assignment_id
  ),
  recent as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.starts, l.ends, l.state, l.room_id, l.teacher_id, l.seq_in_day
    from head h, timetable.lesson l
    where l.school_id = $1::int and l.date >= h.today - 14 and l.date <= h.today and l.state <> 'retired'
  ),
  standing_in as materialized (
    select distinct l.assignment_id from recent l where l.teacher_id = $3::uuid
  ),
  page as materialized (
    select a.id, a.journal_kind, a.scale_id, a.subject_id, a.group_id, case
      when exists (select from own o where o.assignment_id = a.id and o.is_current) then 'teacher'
      when exists (select from standing_in s where s.assignment_id = a.id) then 'substitute'
      when exists (select from roster.group_class gc where gc.school_id = $1::int and gc.group_id = a.group_id
                   and gc.class_id = any ($5::uuid[])) then 'homeroom'
      when $4::bool then 'school'
    end as relation
    from year y join roster.teaching_assignment a on a.school_id = $1::int and a.academic_year_id = y.id
    where a.retired_at is null
  ),
  unfilled as materialized (
    select l.assignment_id, count(*)::int as lessons
    from head h, recent l
    left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
    where l.state = 'planned' and (l.date < h.today or to_char(l.ends, 'HH24:MI') <= h.time)
      and (r.topic is null or r.attendance_taken_at is null)
    group by l.assignment_id
  ),
  today as materialized (
    select l.assignment_id, json_agg(json_build_object('lessonId', l.id, 'number', l.number,
      'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'state', l.state,
      'room', o.name, 'isOwn', coalesce(l.teacher_id = $3::uuid, exists (
        select from own w where w.assignment_id = l.assignment_id and w.is_current)),
      'attendanceTaken', r.attendance_taken_at is not null, 'hasTopic', r.topic is not null,
      'hasHomework', exists (select from homework.homework w where w.school_id = $1::int and w.given_lesson_id = l.id
                             and w.text is not null),
      'hasMarks', exists (select from journal.work w join journal.mark m on m.school_id = w.school_id and m.work_id = w.id
                          where w.school_id = $1::int and w.lesson_id = l.id and m.value is not null))
      order by l.number, l.seq_in_day) as lessons
    from head h
    join recent l on l.date = h.today
    left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
    left join organisation.room o on o.school_id = $1::int and o.id = l.room_id
    group by l.assignment_id
  ),
  class as materialized (
    select gc.group_id, min(c.grade) as grade, min(c.letter) as letter,
      json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) order by c.grade, c.letter) as items
    from year y
    join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id
    join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.id
    group by gc.group_id
  ),
  teacher as materialized (
    select t.assignment_id, json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
      'middleName', p.middle_name) order by t.start_date desc) as items
    from head h, roster.assignment_teacher t
    join roster.person p on p.school_id = $1::int and p.id = t.staff_id
    where t.school_id = $1::int and t.start_date <= h.today and (t.end_date is null or t.end_date >= h.today)
      and t.assignment_id = any ((select array(select id from page where relation is not null))::uuid[])
    group by t.assignment_id
  )
  select json_build_object('today', h.today, 'pages', (
    select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.journal_kind, 'subject', su.name,
      'group', json_build_object('name', g.name, 'kind', g.kind), 'classes', coalesce(c.items, '[]'),
      'teachers', coalesce(t.items, '[]'), 'isOwn', p.relation in ('teacher', 'substitute'),
      'hasMarks', p.scale_id is not null, 'today', coalesce(d.lessons, '[]'), 'unfilled', coalesce(u.lessons, 0))
      order by c.grade, c.letter, su.ordinal, su.name, g.name), '[]')
    from page p
    join curriculum.subject su on su.school_id = $1::int and su.id = p.subject_id
    join roster.study_group g on g.school_id = $1::int and g.id = p.group_id
    left join class c on c.group_id = p.group_id
    left join teacher t on t.assignment_id = p.id
    left join today d on d.assignment_id = p.id
    left join unfilled u on u.assignment_id = p.id
    where p.relation is not null))::text as json
  from head h`,
);
