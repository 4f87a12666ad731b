import { dayOffSql, daySpecialSql, restSql, settingsSql } from '#modules/organisation/index.ts';
import { publicReasonSql, standingChangeSql } from '#modules/timetable/index.ts';

/**
 * Parts of the diary's statements; each statement is their sum under its own name. In all of them
 * $1 = school, $2 = student, $3 = the first day (a Monday), $4 = the class ids a homeroom teacher may
 * read (null = no such condition), $5 = the moment the school lives in.
 */

/**
 * The groups of the student in the week with the days inside it, and the class in that week: for who has
 * left the last one, for who comes later the first. Index group_membership_student, read once.
 */
export const membershipPart = `
  every_membership as materialized (
    select m.group_id, g.kind, m.start_date, m.end_date
    from roster.group_membership m
    join roster.study_group g on g.school_id = m.school_id and g.id = m.group_id
    where m.school_id = $1::int and m.student_id = $2::uuid
  ),
  membership as materialized (
    select m.group_id, greatest(m.start_date, $3::date) as first_day, least(m.end_date, $3::date + 6) as last_day
    from every_membership m
    where m.start_date <= $3::date + 6 and (m.end_date is null or m.end_date >= $3::date)
  ),
  class_group as materialized (
    select m.group_id from every_membership m
    where m.kind = 'class'
    order by (m.start_date <= $3::date + 6) desc, abs(m.start_date - ($3::date + 6))
    limit 1
  ),
  own_class as materialized (
    select c.id, c.grade, c.letter, c.shift, c.academic_year_id, y.start_date, y.end_date
    from class_group cg
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = cg.group_id
    join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
    join organisation.academic_year y on y.school_id = $1::int and y.id = c.academic_year_id
  )`;

/**
 * The lessons of the student's own groups, each only while the student belongs to the group. Ids
 * stand in arrays and each table is read by itself: joined, the planner may take the lessons of the whole
 * school's week once for each assignment, ten times the pages.
 */
export const lessonPart = `
  assignment as materialized (
    select a.id, a.subject_id, a.scale_id, m.first_day, m.last_day
    from membership m
    join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = m.group_id
  ),
  assignment_ids as materialized (select array(select id from assignment order by id) as ids),
  assignment_teacher as materialized (
    select t.assignment_id, t.staff_id, t.start_date, t.end_date from roster.assignment_teacher t
    where t.school_id = $1::int and t.assignment_id = any ((select ids from assignment_ids)::uuid[])
  ),
  found_lesson as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.seq_in_day, l.starts, l.ends, l.room_id, l.state,
           l.replaces_id, l.teacher_id
    from timetable.lesson l
    where l.school_id = $1::int and l.date >= $3::date and l.date <= $3::date + 6
      and l.assignment_id = any ((select ids from assignment_ids)::uuid[])
  ),
  lesson as materialized (
    select l.id, l.assignment_id, l.date, l.number, l.seq_in_day, l.starts, l.ends, l.room_id, l.state,
           l.replaces_id, a.subject_id, a.scale_id,
           coalesce(l.teacher_id, (
             select t.staff_id from assignment_teacher t
             where t.assignment_id = a.id and t.start_date <= l.date and (t.end_date is null or t.end_date >= l.date)
             order by t.start_date desc limit 1)) as teacher_id
    from found_lesson l
    join assignment a on a.id = l.assignment_id and l.date >= a.first_day and l.date <= a.last_day
  ),
  lesson_ids as materialized (select array(select id from lesson order by id) as ids)`;

/**
 * What changed on these lessons and still stands, as JSON per lesson: the latest of each kind, with what stood there
 * before the first. A reason that is about a person is not for families. Index lesson_change_lesson.
 */
export const changePart = `
  standing as materialized (
    select c.id, c.lesson_id, c.kind, c.at, c.old_value, ${publicReasonSql('c.reason_code')} as reason
    from timetable.lesson_change c
    where c.school_id = $1::int and c.lesson_id = any ((select ids from lesson_ids)::uuid[]) and ${standingChangeSql('c')}
  ),
  change as materialized (
    select distinct on (c.lesson_id, c.kind) c.lesson_id, c.kind, c.reason, c.at,
      first_value(c.old_value) over (partition by c.lesson_id, c.kind order by c.at, c.id) as old_value
    from standing c
    order by c.lesson_id, c.kind, c.at desc, c.id desc
  )`;

/** Teachers of these lessons, before and after a change. */
export const teacherPart = `
  teacher as materialized (
    select p.id, json_build_object('lastName', p.last_name, 'firstName', p.first_name,
      'middleName', p.middle_name) as name
    from roster.person p
    where p.school_id = $1::int and p.id = any (array(
      select teacher_id from lesson where teacher_id is not null
      union
      select (old_value ->> 'teacherId')::uuid from change where kind = 'substitution'))
  )`;

/** A change as the family reads it: its kind, the reason, and what stood there before. */
export const changesOfLesson = `(
    select json_agg(json_build_object('kind', c.kind, 'reason', c.reason,
      'oldDate', c.old_value ->> 'date',
      'oldNumber', (c.old_value ->> 'number')::int,
      'oldRoom', (select r.name from organisation.room r
                  where r.school_id = $1::int and r.id = (c.old_value ->> 'roomId')::uuid),
      'oldTeacher', (select t.name from teacher t where t.id = (c.old_value ->> 'teacherId')::uuid))
      order by c.at)
    from change c where c.lesson_id = l.id)`;

/** The frame of a week: whose, of which school, which day and hour it is there. */
export const headPart = `
  head as materialized (
    select s.time_zone, ($5::timestamptz at time zone s.time_zone) as local_now, ${settingsSql('s')} as settings
    from organisation.school s where s.school_id = $1::int
  ),
  student as materialized (
    select p.last_name, p.first_name, p.middle_name from roster.person p
    where p.school_id = $1::int and p.id = $2::uuid
      and exists (select from roster.admission a where a.school_id = $1::int and a.student_id = p.id)
  )`;

export const headFields = `
    'asOf', to_char($5::timestamptz at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'timeZone', h.time_zone,
    'today', h.local_now::date,
    'time', to_char(h.local_now, 'HH24:MI'),
    'student', json_build_object('id', $2::uuid, 'lastName', s.last_name, 'firstName', s.first_name,
      'middleName', s.middle_name, 'grade', c.grade, 'letter', c.letter),
    'from', $3::date,
    'year', case when c.id is not null then json_build_object('startDate', c.start_date, 'endDate', c.end_date) end`;

/** The week's place in the year: weeks counted since its start, those of a break left out; null in a break and outside the year. */
export const studyWeek = `(
    select case when $3::date <= c.end_date and bool_or(w.monday::date = $3::date) then count(*)::int end
    from generate_series(c.start_date - (extract(isodow from c.start_date)::int - 1), $3::date, interval '7 days') w(monday)
    where not exists (
      select from organisation.holiday_break b
      where b.school_id = $1::int and b.academic_year_id = c.academic_year_id
        and (b.grades is null or c.grade = any (b.grades))
        and b.start_date <= w.monday::date and b.end_date >= w.monday::date + 4))`;

/** Exceptions and breaks of the class in the week: the narrower exception wins, any exception beats a break. */
export const restPart = `
  rest as materialized (${restSql('$3::date', '$3::date + 6', 'own_class')}
  )`;

/** Why a day has no lessons, and what else is special on it. */
export const dayFields = `'off', ${dayOffSql('rest', 'day.date')}, 'special', ${daySpecialSql('rest', 'day.date')}`;

/** Has the hour of publishing come? A demo's school clock runs behind the one that stamps rows. */
export const isPublished = `h.publish_at <= greatest($5::timestamptz, now())`;
