import { filesOfHomeworkSql } from '#modules/homework/index.ts';
import { settingsSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';
import { elsewherePart } from './elsewhere-queries.ts';

const moment = (value: string) => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const names = (person: string) =>
  `'id', ${person}.id, 'lastName', ${person}.last_name, 'firstName', ${person}.first_name, 'middleName', ${person}.middle_name`;

/**
 * Rows as short JSON arrays without blanks: `json_build_array` spends a fifth of a page on blanks and is slower. Numbers
 * stand as they are, text and dates are quoted.
 */
const rows = (columns: readonly string[], from: string, order: string) =>
  `('[' || coalesce((select string_agg('[' || ${columns.map(cell).join(" || ',' || ")} || ']', ',' order by ${order}) from ${from}), '') || ']')::json`;

const textColumns = new Set([
  'id',
  'title',
  'last_name',
  'first_name',
  'start_date',
  'end_date',
  'value',
  'comment',
  'point_due',
  'date',
  'group_name',
  'fact',
  'reason',
  'kind',
]);

function cell(column: string): string {
  const name = column.slice(column.indexOf('.') + 1);
  return textColumns.has(name)
    ? `coalesce(to_json(${column})::text, 'null')`
    : `coalesce(${column}::text, 'null')`;
}

/**
 * One journal page as JSON. $1 school, $2 page, $3 and $4 first and last day (null = the current period), $5 the moment
 * the school lives in, $6 person, $7 reads the whole school, $8 homeroom classes, $9 the computer is a shared one. No row for who may not read it. Served
 * by lesson (assignment, date), work (lesson), the keys of mark and attendance, group_membership_group, final_mark_period,
 * group_class_class and, for those who came or left, group_membership_student.
 */
export const pageStatement = statement(
  'journal.page',
  `with head as materialized (
    select s.time_zone, ${settingsSql('s')} as settings, ($5::timestamptz at time zone s.time_zone)::date as today,
           to_char($5::timestamptz at time zone s.time_zone, 'HH24:MI') as time
    from organisation.school s where s.school_id = $1::int
  ),
  page as materialized (
    select a.id, a.journal_kind, a.scale_id, a.hours_per_week_tenths, a.subject_id, a.group_id, a.academic_year_id,
           su.name as subject, g.kind as group_kind, g.name as group_name
    from roster.teaching_assignment a
    join curriculum.subject su on su.school_id = a.school_id and su.id = a.subject_id
    join roster.study_group g on g.school_id = a.school_id and g.id = a.group_id
    where a.school_id = $1::int and a.id = $2::uuid
  ),
  class as materialized (
    select c.id, c.grade, c.letter
    from page p
    join roster.group_class gc on gc.school_id = $1::int and gc.group_id = p.group_id
    join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
  ),
  teacher as materialized (
    select t.staff_id, t.start_date, t.end_date,
           t.start_date <= h.today and (t.end_date is null or t.end_date >= h.today) as is_current
    from head h, roster.assignment_teacher t
    where t.school_id = $1::int and t.assignment_id = $2::uuid
  ),
  relation as materialized (
    select case
      when exists (select from teacher t where t.staff_id = $6::uuid and t.is_current) then 'teacher'
      when exists (select from timetable.lesson l
                   where l.school_id = $1::int and l.assignment_id = $2::uuid and l.teacher_id = $6::uuid) then 'substitute'
      when exists (select from class c where c.id = any ($8::uuid[])) then 'homeroom'
      when $7::bool then 'school'
    end as name
    from page
  ),
  period as materialized (
    select p.id, p.kind, p.ordinal, p.name, p.start_date, p.end_date,
           row_number() over (order by p.kind = 'year', p.ordinal) - 1 as ix,
           exists (select from journal.period_lock k
                   where k.school_id = $1::int and k.grading_period_id = p.id and k.unlocked_at is null
                     and (k.grade is null or k.grade = g.grade)) as is_locked
    from page a
    join (select min(grade) as grade from class) g on true
    join organisation.scheme_assignment sa on sa.school_id = $1::int
      and sa.academic_year_id = a.academic_year_id and sa.grade = g.grade
    join organisation.grading_period p on p.school_id = $1::int and p.scheme_id = sa.scheme_id
  ),
  chosen as materialized (
    select p.start_date, p.end_date
    from period p, head h
    order by (p.kind = 'year'), (h.today between p.start_date and p.end_date) desc,
             (p.end_date < h.today) desc, abs(p.end_date - h.today)
    limit 1
  ),
  span as materialized (
    select case when $3::date is null and $4::date is null then coalesce(c.start_date, h.today - 42)
           else coalesce($3::date, $4::date) end as first_day,
           case when $3::date is null and $4::date is null then coalesce(c.end_date, h.today + 14)
           else coalesce($4::date, $3::date) end as last_day
    from head h left join chosen c on true
  ),
  lesson as materialized (
    select l.id, l.date, l.number, l.starts, l.ends, l.state, l.teacher_id,
           row_number() over (order by l.date, l.number, l.seq_in_day) - 1 as ix
    from span s, timetable.lesson l
    where l.school_id = $1::int and l.assignment_id = $2::uuid and l.date >= s.first_day and l.date <= s.last_day
      and (l.state <> 'retired'
        or exists (select from journal.lesson_record r where r.school_id = $1::int and r.lesson_id = l.id)
        or exists (select from journal.work w where w.school_id = $1::int and w.lesson_id = l.id)
        or exists (select from journal.attendance a where a.school_id = $1::int and a.lesson_id = l.id))
  ),
  lesson_ids as materialized (select array(select id from lesson order by id) as ids),
  work_type as materialized (
    select t.id, t.name, t.abbr, t.weight, t.is_assessment, t.is_default, t.retired_at is not null as is_retired,
           row_number() over (order by t.ordinal, t.id) - 1 as ix
    from curriculum.work_type t where t.school_id = $1::int
  ),
  homework as materialized (
    select w.id, w.given_lesson_id, w.text, w.minutes, w.due_rule, w.due_lesson_id, w.due_date, w.publish_at, w.is_late,
           w.version
    from homework.homework w
    where w.school_id = $1::int and w.given_lesson_id = any ((select ids from lesson_ids)::uuid[]) and w.ordinal = 1
  ),
  file as materialized (
    ${filesOfHomeworkSql('select array(select id from homework order by id)')}
  ),
  work as materialized (
    select w.id, w.ordinal, w.weight, w.title, w.version, l.ix as lesson, t.ix as type,
           row_number() over (order by l.ix, w.ordinal) - 1 as ix
    from journal.work w
    join lesson l on l.id = w.lesson_id
    join work_type t on t.id = w.work_type_id
    where w.school_id = $1::int and w.lesson_id = any ((select ids from lesson_ids)::uuid[])
  ),
  student as materialized (
    select m.student_id as id, p.last_name, p.first_name, m.start_date, m.end_date,
           row_number() over (order by p.sort_key, p.id) - 1 as ix
    from (
      select m.student_id, min(m.start_date) as start_date,
             case when bool_and(m.end_date is not null) then max(m.end_date) end as end_date
      from page a, span s, roster.group_membership m
      where m.school_id = $1::int and m.group_id = a.group_id
        and m.start_date <= s.last_day and (m.end_date is null or m.end_date >= s.first_day)
        -- A membership that ends before it begins never was.
        and (m.end_date is null or m.end_date >= m.start_date)
      group by m.student_id
    ) m
    join roster.person p on p.school_id = $1::int and p.id = m.student_id
  ),
  mark_row as materialized (
    select m.work_id, m.student_id, m.attempt, m.slot, m.value, m.version, m.comment, m.point_due
    from journal.mark m
    where m.school_id = $1::int and m.work_id = any ((select array(select id from work order by id))::uuid[])
  ),
  mark as materialized (
    select w.ix as work, s.ix as student, m.attempt, m.slot, m.value, m.version, m.comment, m.point_due
    from mark_row m
    join work w on w.id = m.work_id
    join student s on s.id = m.student_id
  ),
  ${elsewherePart},
  attendance_row as materialized (
    select a.lesson_id, a.student_id, a.fact, a.minutes, a.version
    from journal.attendance a
    where a.school_id = $1::int and a.lesson_id = any ((select ids from lesson_ids)::uuid[])
  ),
  attendance as materialized (
    select l.ix as lesson, s.ix as student, a.fact, a.minutes, a.version, case when a.fact = 'absent' then (
        select case when r.reason = 'ill' and not exists (select from class c where c.id = any ($8::uuid[]))
               then 'excused' else r.reason end
        from journal.absence_reason r
        where r.school_id = $1::int and r.student_id = a.student_id and r.ended_at is null
          and l.date between r.start_date and r.end_date
        order by r.at desc, r.id desc limit 1) end as reason
    from attendance_row a
    join lesson l on l.id = a.lesson_id
    join student s on s.id = a.student_id
  ),
  final_row as materialized (
    select f.student_id, f.grading_period_id, f.kind, f.value, f.version
    from journal.final_mark f
    where f.school_id = $1::int and f.grading_period_id = any ((select array(select id from period order by id))::uuid[])
      and f.subject_id = (select subject_id from page)
  ),
  final as materialized (
    select p.ix as period, s.ix as student, f.kind, f.value, f.version
    from final_row f
    join period p on p.id = f.grading_period_id
    join student s on s.id = f.student_id
  )
  select json_build_object(
    'asOf', (select coalesce(max(e.seq), 0) from platform.event e where e.school_id = $1::int),
    'today', h.today, 'time', h.time,
    'page', json_build_object('id', p.id, 'kind', p.journal_kind,
      'subject', json_build_object('id', p.subject_id, 'name', p.subject),
      'group', json_build_object('id', p.group_id, 'name', p.group_name, 'kind', p.group_kind),
      'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter)
        order by c.grade, c.letter), '[]') from class c),
      'teachers', (select coalesce(json_agg(json_build_object(${names('t')}, 'startDate', x.start_date, 'endDate', x.end_date)
        order by x.is_current desc, x.start_date desc), '[]')
        from teacher x join roster.person t on t.school_id = $1::int and t.id = x.staff_id)),
    'settings', json_build_object('editWindowDays', case when $9::bool then '0' else h.settings -> 'editWindowDays' end,
      'reasonAfterDays', h.settings -> 'reasonAfterDays', 'averagesPreset', h.settings -> 'averagesPreset',
      'minimumMarks', h.settings -> 'minimumMarks' -> (case when p.hours_per_week_tenths <= 10 then 'oneHour' else 'moreHours' end),
      'retakes', h.settings -> 'retakes', 'markWhenAbsent', h.settings -> 'markWhenAbsent',
      'moveAfterMark', h.settings -> 'moveAfterMark', 'averageKind', h.settings -> 'averageKind',
      'pointHoldsFive', h.settings -> 'pointHoldsFive'),
    'scale', (select coalesce(json_agg(json_build_object('code', v.code, 'numerator', v.numerator,
        'denominator', v.denominator, 'band', v.band, 'isOffered', v.offered) order by v.ordinal), '[]')
      from organisation.mark_scale_value v where v.school_id = $1::int and v.scale_id = p.scale_id),
    'workTypes', (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'abbr', t.abbr,
      'weight', t.weight, 'isDefault', t.is_default, 'isRetired', t.is_retired) order by t.ix), '[]') from work_type t),
    'periods', (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name,
      'startDate', d.start_date, 'endDate', d.end_date, 'isLocked', d.is_locked) order by d.ix), '[]') from period d),
    'from', sp.first_day, 'to', sp.last_day,
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, 'date', l.date, 'number', l.number,
      'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'state', l.state,
      'teacherId', l.teacher_id, 'topic', rec.topic, 'attendanceTaken', rec.attendance_taken_at is not null,
      'recordVersion', coalesce(rec.version, 0),
      'homework', case when w.id is not null then json_build_object('id', w.id, 'text', w.text, 'minutes', w.minutes,
        'dueRule', w.due_rule, 'dueLessonId', w.due_lesson_id, 'dueDate', w.due_date,
        'publishAt', ${moment('w.publish_at')}, 'isLate', w.is_late, 'version', w.version,
        'files', coalesce(fi.items, '[]')) end) order by l.ix), '[]')
      from lesson l
      left join journal.lesson_record rec on rec.school_id = $1::int and rec.lesson_id = l.id
      left join homework w on w.given_lesson_id = l.id
      left join file fi on fi.homework_id = w.id),
    'works', ${rows(['w.id', 'w.lesson', 'w.ordinal', 'w.type', 'w.weight', 'w.title', 'w.version'], 'work w', 'w.ix')},
    'students', ${rows(['s.id', 's.last_name', 's.first_name', 's.start_date', 's.end_date'], 'student s', 's.ix')},
    'marks', ${rows(
      ['m.work', 'm.student', 'm.attempt', 'm.slot', 'm.value', 'm.version', 'm.comment', 'm.point_due'],
      'mark m',
      'm.work, m.student, m.attempt, m.slot',
    )},
    'elsewhere', ${rows(
      [
        'e.student',
        'e.id',
        'e.attempt',
        'e.slot',
        'e.value',
        'e.weight',
        'e.date',
        'e.point_due',
        'e.group_name',
      ],
      'elsewhere e',
      'e.student, e.date, e.id, e.attempt, e.slot',
    )},
    'attendance', ${rows(
      ['a.lesson', 'a.student', 'a.fact', 'a.minutes', 'a.version', 'a.reason'],
      'attendance a',
      'a.lesson, a.student',
    )},
    'finalMarks', ${rows(['f.student', 'f.period', 'f.kind', 'f.value', 'f.version'], 'final f', 'f.student, f.period, f.kind')},
    'may', json_build_object('write', r.name = 'teacher',
      'writeLessons', (select coalesce(json_agg(l.id order by l.ix), '[]') from lesson l
        where l.teacher_id = $6::uuid and r.name <> 'teacher'),
      'setFinalMarks', r.name = 'teacher' and p.scale_id is not null and not $9::bool,
      'seeReasons', exists (select from class c where c.id = any ($8::uuid[])))
  )::text as json
  from head h, page p, relation r, span sp
  where r.name is not null`,
);
