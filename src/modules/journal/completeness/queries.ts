import { settingsSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

/** $1 school, $2 the moment the school lives in, $3 first and $4 last day (null = the week of today). */
const headPart = `
  clock as materialized (
    select ($2::timestamptz at time zone s.time_zone)::date as today, ${settingsSql('s')} as settings,
      to_char($2::timestamptz at time zone s.time_zone, 'HH24:MI') as time
    from organisation.school s where s.school_id = $1::int
  ),
  head as materialized (
    select c.today, c.time, c.settings, coalesce($3::date, date_trunc('week', c.today)::date) as first_day,
      coalesce($4::date, date_trunc('week', c.today)::date + 6) as last_day
    from clock c
  )`;

/** Lessons that were held, with what the journal lacks of them. */
const heldPart = `
  held as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.teacher_id, a.group_id, a.subject_id,
      r.topic is null as no_topic, r.attendance_taken_at is null as no_attendance,
      case when a.journal_kind = 'lesson' and a.scale_id is not null then not exists (
        select from homework.homework w where w.school_id = $1::int and w.given_lesson_id = l.id and w.text is not null)
      end as no_homework
    from head h
    join timetable.lesson l on l.school_id = $1::int and l.date between h.first_day and least(h.last_day, h.today)
      and l.state = 'planned' and (l.date < h.today or to_char(l.ends, 'HH24:MI') <= h.time)
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
    left join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
  )`;

/** Who answers for a held lesson: whoever stood in, else the page's teachers of that day. */
const heldByPart = `
  held_by as materialized (
    select l.id, coalesce(l.teacher_id, t.staff_id) as staff_id
    from held l
    left join roster.assignment_teacher t on l.teacher_id is null and t.school_id = $1::int
      and t.assignment_id = l.assignment_id and t.start_date <= l.date and (t.end_date is null or t.end_date >= l.date)
  )`;

/**
 * Students with too few marks, where first and last day are those of a grading period. Counted like an average: values
 * with a numerator, works of weight above 0, of a retaken work one.
 */
const fewPart = `
  graded as materialized (
    select distinct l.assignment_id, a.group_id, a.scale_id, least(d.end_date, h.today) as day,
      (h.settings -> 'minimumMarks' ->> case when a.hours_per_week_tenths <= 10 then 'oneHour' else 'moreHours' end)::int as minimum
    from head h, held l
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id and a.scale_id is not null
    join lateral (
      select min(c.grade) as grade from roster.group_class gc
      join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
      where gc.school_id = $1::int and gc.group_id = a.group_id) g on true
    join organisation.scheme_assignment sa on sa.school_id = $1::int and sa.academic_year_id = a.academic_year_id
      and sa.grade = g.grade
    join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = sa.scheme_id and d.kind <> 'year'
    where d.start_date = h.first_day and d.end_date = h.last_day
  ),
  marked as materialized (
    select g.assignment_id, k.student_id, count(distinct (k.work_id, k.slot))::int as marks
    from graded g
    join held l on l.assignment_id = g.assignment_id
    join journal.work w on w.school_id = $1::int and w.lesson_id = l.id and w.weight > 0
    join journal.mark k on k.school_id = $1::int and k.work_id = w.id
    join organisation.mark_scale_value v on v.school_id = $1::int and v.scale_id = g.scale_id and v.code = k.value
      and v.numerator is not null
    group by g.assignment_id, k.student_id
  ),
  few as materialized (
    select g.assignment_id, g.group_id, g.day, g.minimum, m.student_id, coalesce(k.marks, 0) as marks
    from graded g
    join roster.group_membership m on m.school_id = $1::int and m.group_id = g.group_id
      and m.start_date <= g.day and (m.end_date is null or m.end_date >= g.day)
    left join marked k on k.assignment_id = g.assignment_id and k.student_id = m.student_id
    where coalesce(k.marks, 0) < g.minimum
  )`;

const sums = `count(*)::int as lessons, count(*) filter (where l.no_topic)::int as no_topic,
      count(*) filter (where l.no_attendance)::int as no_attendance, count(*) filter (where l.no_homework)::int as no_homework`;
const countFields = (of: string, few: string) => `'lessons', ${of}.lessons, 'noTopic', ${of}.no_topic,
      'noAttendance', ${of}.no_attendance, 'noHomework', ${of}.no_homework, 'fewMarks', coalesce(${few}, 0)`;
const nameFields = (of: string) =>
  `'lastName', ${of}.last_name, 'firstName', ${of}.first_name, 'middleName', ${of}.middle_name`;
const classesOf = (group: string) => `(
        select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) order by c.grade, c.letter), '[]')
        from roster.group_class gc
        join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
        where gc.school_id = $1::int and gc.group_id = ${group})`;

/**
 * What the journals of a school lack. $1 to $4 as in the head. By lesson_date, the keys of lesson_record, homework (given
 * lesson), work (lesson) and mark, assignment_teacher_assignment, group_class, group_membership_group.
 */
export const completeness = statement(
  'journal.completeness',
  `with${headPart},${heldPart},${heldByPart},${fewPart},
  of_teacher as materialized (
    select b.staff_id, ${sums} from held l join held_by b on b.id = l.id where b.staff_id is not null group by b.staff_id
  ),
  few_of_teacher as materialized (
    select t.staff_id, count(*)::int as students from few f
    join roster.assignment_teacher t on t.school_id = $1::int and t.assignment_id = f.assignment_id
      and t.start_date <= f.day and (t.end_date is null or t.end_date >= f.day)
    group by t.staff_id
  ),
  of_class as materialized (
    select gc.class_id, ${sums} from held l
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = l.group_id group by gc.class_id
  ),
  few_of_class as materialized (
    select gc.class_id, count(*)::int as students from few f
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = f.group_id group by gc.class_id
  ),
  period as materialized (
    select distinct d.name, d.start_date, d.end_date
    from head h
    join organisation.academic_year y on y.school_id = $1::int and h.today >= y.start_date
    join organisation.period_scheme e on e.school_id = $1::int and e.academic_year_id = y.id
    join organisation.grading_period d on d.school_id = $1::int and d.scheme_id = e.id and d.kind <> 'year'
      and d.start_date <= h.today
    where y.id = (select n.id from organisation.academic_year n
      where n.school_id = $1::int and n.start_date <= h.today order by n.start_date desc limit 1)
  )
  select json_build_object('today', h.today, 'from', h.first_day, 'to', h.last_day,
    'periods', (select coalesce(json_agg(json_build_object('name', d.name, 'startDate', d.start_date, 'endDate', d.end_date)
      order by d.start_date, d.end_date), '[]') from period d),
    'isPeriod', exists (select from period d where d.start_date = h.first_day and d.end_date = h.last_day),
    'total', (select json_build_object(${countFields('s', '(select count(*) from few)')}) from (select ${sums} from held l) s),
    'teachers', (select coalesce(json_agg(json_build_object('id', p.id, ${nameFields('p')},
        ${countFields('s', 'f.students')}) order by p.sort_key, p.id), '[]')
      from of_teacher s
      join roster.person p on p.school_id = $1::int and p.id = s.staff_id
      left join few_of_teacher f on f.staff_id = s.staff_id),
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter,
        ${countFields('s', 'f.students')}) order by c.grade, c.letter), '[]')
      from of_class s
      join roster.school_class c on c.school_id = $1::int and c.id = s.class_id
      left join few_of_class f on f.class_id = s.class_id))::text
  from head h`,
);

/** Whom a list is about: $5 teacher and $6 class, each null for all. */
const subjectFields = `'from', h.first_day, 'to', h.last_day,
    'teacher', (select json_build_object('id', p.id, ${nameFields('p')}) from roster.person p
      where p.school_id = $1::int and p.id = $5::uuid),
    'schoolClass', (select json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) from roster.school_class c
      where c.school_id = $1::int and c.id = $6::uuid)`;
const inClass = (group: string) => `($6::uuid is null or exists (select from roster.group_class gc
      where gc.school_id = $1::int and gc.group_id = ${group} and gc.class_id = $6::uuid))`;

/**
 * Lessons that were held; with $5 the debts of one teacher. $1 to $4 as in the head, $5 teacher, $6 class, $7 what they
 * lack ('topic', 'attendance', 'homework'; null = all). Served as `journal.completeness`.
 */
export const heldLessons = statement(
  'journal.heldLessons',
  `with${headPart},${heldPart},${heldByPart},
  wanted as materialized (
    select l.* from held l
    where ($5::uuid is null or exists (select from held_by b where b.id = l.id and b.staff_id = $5::uuid))
      and ${inClass('l.group_id')}
      and case $7::text when 'topic' then l.no_topic when 'attendance' then l.no_attendance
        when 'homework' then coalesce(l.no_homework, false) else true end
  )
  select json_build_object(${subjectFields}, 'count', (select count(*) from wanted),
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, 'pageId', l.assignment_id, 'date', l.date,
        'number', l.number, 'subject', su.name, 'group', json_build_object('name', g.name, 'kind', g.kind),
        'classes', ${classesOf('l.group_id')},
        'teachers', (select coalesce(json_agg(json_build_object(${nameFields('p')}) order by p.sort_key), '[]')
          from held_by b join roster.person p on p.school_id = $1::int and p.id = b.staff_id where b.id = l.id),
        'hasTopic', not l.no_topic, 'attendanceTaken', not l.no_attendance, 'hasHomework', not l.no_homework)
        order by l.date, l.number, g.name, l.id), '[]')
      from (select * from wanted order by date, number, id limit 500) l
      join curriculum.subject su on su.school_id = $1::int and su.id = l.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = l.group_id))::text
  from head h`,
);

// Who has too few marks, page by page. $1 to $6 as above. Served as `journal.completeness`.
export const fewMarks = statement(
  'journal.fewMarks',
  `with${headPart},${heldPart},${fewPart},
  page as materialized (
    select f.assignment_id, f.group_id, f.minimum,
      json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'marks', f.marks)
        order by p.sort_key, p.id) as students
    from few f join roster.person p on p.school_id = $1::int and p.id = f.student_id
    where ${inClass('f.group_id')} and ($5::uuid is null or exists (select from roster.assignment_teacher t
      where t.school_id = $1::int and t.assignment_id = f.assignment_id and t.staff_id = $5::uuid
        and t.start_date <= f.day and (t.end_date is null or t.end_date >= f.day)))
    group by f.assignment_id, f.group_id, f.minimum
  )
  select json_build_object(${subjectFields},
    'pages', (select coalesce(json_agg(json_build_object('pageId', p.assignment_id, 'subject', su.name,
        'group', json_build_object('name', g.name, 'kind', g.kind), 'classes', ${classesOf('p.group_id')},
        'minimum', p.minimum, 'students', p.students) order by su.ordinal, su.name, g.name), '[]')
      from page p
      join roster.teaching_assignment a on a.school_id = $1::int and a.id = p.assignment_id
      join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = p.group_id))::text
  from head h`,
);
