import { dayOffSql, daySpecialSql, restSql, settingsSql } from '#modules/organisation/index.ts';
import { publicReasonSql, standingChangeSql } from '#modules/timetable/index.ts';
import { statement } from '#platform/db/tx.ts';

/** The page of `assignment` as one reads it: parts of a JSON object. */
const placeOf = (assignment: string) => `'pageId', ${assignment}.id, 'subject', ${assignment}.subject,
    'group', json_build_object('name', ${assignment}.group_name, 'kind', ${assignment}.group_kind),
    'classes', ${assignment}.classes`;

const namesOf = (person: string) =>
  `json_build_object('lastName', ${person}.last_name, 'firstName', ${person}.first_name, 'middleName', ${person}.middle_name)`;

const hasHomework = `exists (select from homework.homework w
      where w.school_id = $1::int and w.given_lesson_id = l.id and w.text is not null)`;

/** Debts are looked for in this many days where entries never close. */
const debtDays = 30;

/** At most so many rows of debts and of points: who has more begins with the oldest. */
const most = 40;

/**
 * The day of one person. $1 school, $2 person, $3 date (null = today), $4 the moment the school lives in. By
 * assignment_teacher_staff, lesson (assignment, date), lesson_substitute, the keys of lesson_record, attendance and mark,
 * work_assignment.
 */
export const teacherDay = statement(
  'journal.teacherDay',
  `with head as materialized (
    select h.*, coalesce($3::date, h.today) as date from (
      select ($4::timestamptz at time zone s.time_zone)::date as today,
             to_char($4::timestamptz at time zone s.time_zone, 'HH24:MI') as time,
             (${settingsSql('s')} ->> 'editWindowDays')::int as window_days
      from organisation.school s where s.school_id = $1::int) h
  ),
  no_class as materialized (select null::uuid as id, null::int as grade, null::int as shift),
  rest as materialized (${restSql('(select date from head)', '(select date from head)', 'no_class')}
  ),
  own as materialized (
    select t.assignment_id, t.start_date, t.end_date,
           t.start_date <= h.today and (t.end_date is null or t.end_date >= h.today) as is_current
    from head h, roster.assignment_teacher t
    where t.school_id = $1::int and t.staff_id = $2::uuid
  ),
  lesson as materialized (
    select l.*, case when l.teacher_id = $2::uuid and not l.is_own then 'standsIn'
                     when l.teacher_id <> $2::uuid then 'covered' else 'own' end as part
    from (
      select l.*, exists (select from own o where o.assignment_id = l.assignment_id and o.start_date <= l.date
                          and (o.end_date is null or o.end_date >= l.date)) as is_own
      from head h, timetable.lesson l
      where l.school_id = $1::int and l.state <> 'retired'
        and (l.assignment_id = any (array(select assignment_id from own)) or l.teacher_id = $2::uuid)
    ) l
    where l.is_own or l.teacher_id = $2::uuid
  ),
  unfilled as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.starts, r.attendance_taken_at is not null as attendance_taken,
           r.topic is not null as has_topic, l.date + h.window_days as open_until
    from head h, lesson l
    left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
    where l.state = 'planned' and l.part <> 'covered' and l.date < h.today
      and l.date >= h.today - coalesce(h.window_days, ${debtDays})
      and (l.part = 'standsIn' or exists (select from own o where o.assignment_id = l.assignment_id and o.is_current))
      and (r.topic is null or r.attendance_taken_at is null)
    order by l.date, l.starts, l.number limit ${most}
  ),
  open_point as materialized (
    select w.assignment_id, w.id, w.lesson_id, m.student_id, m.point_due
    from own o
    join journal.work w on w.school_id = $1::int and w.assignment_id = o.assignment_id
    join journal.mark m on m.school_id = $1::int and m.work_id = w.id
    where o.is_current and (m.value = 'pendingPoint' or (m.value is null and m.point_due is not null))
      and not exists (select from journal.mark n where n.school_id = $1::int and n.work_id = m.work_id
        and n.student_id = m.student_id and n.attempt > m.attempt and n.value is not null)
    order by m.point_due nulls last, w.id limit ${most}
  ),
  day as materialized (
    select l.* from head h join lesson l on l.date = h.date
  ),
  page as materialized (
    select a.id, a.scale_id, a.group_id, su.name as subject, g.name as group_name, g.kind as group_kind,
      (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter)
         order by c.grade, c.letter), '[]')
       from roster.group_class gc
       join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
       where gc.school_id = $1::int and gc.group_id = a.group_id) as classes
    from roster.teaching_assignment a
    join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
    join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
    where a.school_id = $1::int and a.id = any (array(select assignment_id from day union
      select assignment_id from unfilled union select assignment_id from open_point))
  )
  select json_build_object('today', h.today, 'time', h.time, 'date', h.date,
    'previous', (select max(l.date) from lesson l where l.date < h.date),
    'next', (select min(l.date) from lesson l where l.date > h.date),
    'off', ${dayOffSql('rest', 'h.date')}, 'special', ${daySpecialSql('rest', 'h.date')},
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, ${placeOf('p')}, 'number', l.number,
        'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'room', o.name, 'state', l.state,
        'reason', case when l.state = 'cancelled' then (
          select ${publicReasonSql('c.reason_code')} from timetable.lesson_change c
          where c.school_id = $1::int and c.lesson_id = l.id and c.kind = 'cancellation' and ${standingChangeSql('c')}
          order by c.at desc, c.id desc limit 1) end,
        'part', l.part, 'isMoved', l.replaces_id is not null, 'hasMarks', p.scale_id is not null,
        'colleague', case when l.part <> 'own' then (
          select ${namesOf('n')} from roster.person n where n.school_id = $1::int and n.id =
            case when l.part = 'covered' then l.teacher_id else (
              select t.staff_id from roster.assignment_teacher t
              where t.school_id = $1::int and t.assignment_id = l.assignment_id and t.start_date <= l.date
                and (t.end_date is null or t.end_date >= l.date) order by t.start_date desc limit 1) end) end,
        'attendanceTaken', r.attendance_taken_at is not null, 'hasTopic', r.topic is not null,
        'hasHomework', ${hasHomework},
        'marked', (select count(distinct m.student_id)
          from journal.work w join journal.mark m on m.school_id = $1::int and m.work_id = w.id
          where w.school_id = $1::int and w.lesson_id = l.id and m.value is not null),
        'away', (select count(*) from journal.attendance a
          where a.school_id = $1::int and a.lesson_id = l.id and a.fact = 'absent'),
        'students', (select count(distinct m.student_id) from roster.group_membership m
          where m.school_id = $1::int and m.group_id = p.group_id and m.start_date <= l.date
            and (m.end_date is null or m.end_date >= l.date)))
        order by l.starts, l.number, l.seq_in_day), '[]')
      from day l
      join page p on p.id = l.assignment_id
      left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
      left join organisation.room o on o.school_id = $1::int and o.id = l.room_id),
    'debts', (select coalesce(json_agg(json_build_object('lessonId', l.id, ${placeOf('p')}, 'date', l.date,
        'number', l.number, 'attendanceTaken', l.attendance_taken, 'hasTopic', l.has_topic,
        'hasHomework', ${hasHomework}, 'openUntil', l.open_until) order by l.date, l.starts, l.number), '[]')
      from unfilled l join page p on p.id = l.assignment_id),
    'points', (select coalesce(json_agg(json_build_object(${placeOf('p')}, 'workId', x.id, 'lessonId', x.lesson_id,
        'studentId', x.student_id, 'lastName', s.last_name, 'firstName', s.first_name, 'due', x.point_due)
        order by x.point_due nulls last, s.sort_key), '[]')
      from open_point x
      join page p on p.id = x.assignment_id
      join roster.person s on s.school_id = $1::int and s.id = x.student_id))::text
  from head h`,
);
