import { dayOffSql, daySpecialSql, restSql, settingsSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

/** $1 school, $2 class, $3 reads the whole school, $4 homeroom classes: the class, if the actor may see it. */
const classPart = `
  class as materialized (
    select c.id, c.grade, c.letter, c.shift, c.academic_year_id, c.id = any ($4::uuid[]) as is_own
    from roster.school_class c
    where c.school_id = $1::int and c.id = $2::uuid and ($3::bool or c.id = any ($4::uuid[]))
  ),
  class_group as materialized (
    select g.id from class c
    join roster.group_class gc on gc.school_id = $1::int and gc.class_id = c.id
    join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
  )`;

const classFields = `json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter)`;

/** The newest reason of a student on a day; illness is told to the class's homeroom teacher alone. */
const reasonOn = (student: string, day: string) => `(
    select case when r.reason = 'ill' and not c.is_own then 'excused' else r.reason end
    from journal.absence_reason r
    where r.school_id = $1::int and r.student_id = ${student} and r.ended_at is null
      and ${day} between r.start_date and r.end_date
    order by r.at desc, r.id desc limit 1)`;

/**
 * A class on a day. $5 date (null = today), $6 the moment the school lives in. By group_class_class,
 * group_membership_group and _student, lesson (assignment, date), the keys of attendance, absence_reason_student.
 */
export const classDay = statement(
  'journal.classDay',
  `with head as materialized (
    select h.today, h.time, coalesce($5::date, h.today) as date from (
      select ($6::timestamptz at time zone s.time_zone)::date as today,
             to_char($6::timestamptz at time zone s.time_zone, 'HH24:MI') as time
      from organisation.school s where s.school_id = $1::int) h
  ),${classPart},
  rest as materialized (${restSql('(select date from head)', '(select date from head)', 'class')}
  ),
  student as materialized (
    select p.id, p.last_name, p.first_name, row_number() over (order by p.sort_key, p.id) - 1 as ix
    from head h, roster.group_membership m
    join roster.person p on p.school_id = $1::int and p.id = m.student_id
    where m.school_id = $1::int and m.group_id in (select id from class_group)
      and m.start_date <= h.date and (m.end_date is null or m.end_date >= h.date)
  ),
  membership as materialized (
    select s.ix as student, m.group_id
    from head h, student s
    join roster.group_membership m on m.school_id = $1::int and m.student_id = s.id
    where m.start_date <= h.date and (m.end_date is null or m.end_date >= h.date)
  ),
  lesson as materialized (
    select l.id, a.id as page_id, a.group_id, l.number, l.starts, l.ends, l.state, su.name as subject,
           case when g.kind <> 'class' then g.name end as group_name,
           l.date < h.today or (l.date = h.today and to_char(l.starts, 'HH24:MI') <= h.time) as has_begun,
           row_number() over (order by l.number, l.starts, su.ordinal, g.name, l.id) - 1 as ix
    from head h, roster.teaching_assignment a
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = a.id
    join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
    join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
    where a.school_id = $1::int and a.group_id = any (array(select distinct group_id from membership))
      and l.date = h.date and l.state <> 'retired'
  ),
  fact as materialized (
    select s.ix as student, l.ix as lesson, a.fact, a.minutes
    from lesson l
    join journal.attendance a on a.school_id = $1::int and a.lesson_id = l.id and a.fact <> 'present'
    join student s on s.id = a.student_id
  )
  select json_build_object('today', h.today, 'time', h.time, 'date', h.date, 'schoolClass', ${classFields},
    'homerooms', (select coalesce(json_agg(json_build_object('lastName', p.last_name, 'firstName', p.first_name,
        'middleName', p.middle_name) order by r.start_date), '[]')
      from roster.class_homeroom r join roster.person p on p.school_id = $1::int and p.id = r.staff_id
      where r.school_id = $1::int and r.class_id = c.id and r.start_date <= h.date
        and (r.end_date is null or r.end_date >= h.date)),
    'off', ${dayOffSql('rest', 'h.date')}, 'special', ${daySpecialSql('rest', 'h.date')},
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, 'pageId', l.page_id, 'number', l.number,
        'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'subject', l.subject,
        'group', l.group_name, 'state', l.state, 'hasBegun', l.has_begun,
        'attendanceTaken', exists (select from journal.lesson_record r where r.school_id = $1::int and r.lesson_id = l.id
          and r.attendance_taken_at is not null)) order by l.ix), '[]') from lesson l),
    'students', (select coalesce(json_agg(json_build_object('id', s.id, 'lastName', s.last_name, 'firstName', s.first_name,
        'lessons', (select coalesce(json_agg(l.ix order by l.ix), '[]') from membership m
          join lesson l on l.group_id = m.group_id where m.student = s.ix),
        'facts', (select coalesce(json_agg(json_build_array(f.lesson, f.fact, f.minutes) order by f.lesson), '[]')
          from fact f where f.student = s.ix),
        'reason', (
          select json_build_object('id', r.id, 'reason', case when r.reason = 'ill' and not c.is_own then 'excused' else r.reason end,
            'startDate', r.start_date, 'endDate', r.end_date, 'note', case when c.is_own then r.note end, 'version', r.version,
            'authorName', concat_ws(' ', p.last_name, p.first_name, p.middle_name),
            'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          from journal.absence_reason r
          join roster.person p on p.school_id = $1::int and p.id = r.author_id
          where r.school_id = $1::int and r.student_id = s.id and r.ended_at is null and h.date between r.start_date and r.end_date
          order by r.at desc, r.id desc limit 1)) order by s.ix), '[]') from student s),
    'may', json_build_object('setReasons', c.is_own))::text
  from head h, class c`,
);

/**
 * What students of a class missed. $5 first and $6 last day, $7 the moment the school lives in: lessons after it are not
 * held yet. A day is missed when every lesson of the student's own groups was. Served as `journal.classDay`.
 */
export const classAbsences = statement(
  'journal.classAbsences',
  `with${classPart},
  head as materialized (
    select s.name, s.time_zone, ${settingsSql('s')} as settings, ($7::timestamptz at time zone s.time_zone)::date as today
    from organisation.school s where s.school_id = $1::int
  ),
  student as materialized (
    select p.id, p.last_name, p.first_name, p.sort_key
    from roster.person p
    where p.school_id = $1::int and p.id in (
      select m.student_id from roster.group_membership m
      where m.school_id = $1::int and m.group_id in (select id from class_group)
        and m.start_date <= $6::date and (m.end_date is null or m.end_date >= $5::date))
  ),
  membership as materialized (
    select s.id as student_id, m.group_id, m.start_date, m.end_date
    from student s join roster.group_membership m on m.school_id = $1::int and m.student_id = s.id
  ),
  lesson as materialized (
    select l.id, a.group_id, l.date
    from head h, roster.teaching_assignment a
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = a.id
    where a.school_id = $1::int and a.group_id = any (array(select distinct group_id from membership))
      and l.state = 'planned' and l.date between $5::date and least($6::date, h.today)
  ),
  entry as materialized (
    select m.student_id, l.date, a.fact, case when a.fact = 'absent' then coalesce(${reasonOn('m.student_id', 'l.date')}, 'unclear') end as reason
    from class c, membership m
    join lesson l on l.group_id = m.group_id and l.date >= m.start_date and (m.end_date is null or l.date <= m.end_date)
    left join journal.attendance a on a.school_id = $1::int and a.lesson_id = l.id and a.student_id = m.student_id
  ),
  day as materialized (
    select e.student_id, e.date, count(*) as lessons, count(*) filter (where e.fact = 'absent') as missed,
      count(*) filter (where e.reason = 'ill') as ill, count(*) filter (where e.reason = 'excused') as excused,
      count(*) filter (where e.reason = 'unexcused') as unexcused, count(*) filter (where e.reason = 'unclear') as unclear,
      count(*) filter (where e.fact = 'late') as late
    from entry e group by e.student_id, e.date
  )
  select json_build_object('schoolClass', ${classFields}, 'schoolName', h.name, 'from', $5::date, 'to', $6::date,
    'systematicPercent', h.settings -> 'systematicAbsencePercent',
    'students', (select coalesce(json_agg(json_build_object('id', s.id, 'lastName', s.last_name, 'firstName', s.first_name,
        'lessons', coalesce(d.lessons, 0), 'missed', coalesce(d.missed, 0), 'ill', coalesce(d.ill, 0),
        'excused', coalesce(d.excused, 0), 'unexcused', coalesce(d.unexcused, 0), 'unclear', coalesce(d.unclear, 0),
        'late', coalesce(d.late, 0), 'fullDays', coalesce(d.full_days, 0)) order by s.sort_key, s.id), '[]')
      from student s
      left join (
        select student_id, sum(lessons)::int as lessons, sum(missed)::int as missed, sum(ill)::int as ill,
          sum(excused)::int as excused, sum(unexcused)::int as unexcused, sum(unclear)::int as unclear, sum(late)::int as late,
          count(*) filter (where lessons = missed)::int as full_days
        from day group by student_id) d on d.student_id = s.id))::text
  from class c, head h`,
);
