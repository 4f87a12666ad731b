import { isLastSql, publicReasonSql, standingChangeSql } from '../changes/standing-queries.ts';

/**
 * Parts of the statements that show lessons to the staff. In all of them $1 = school, $2 = the moment the school lives in,
 * $3 = the reader changes the timetable and so reads reasons that are personal. A statement brings its own `found`:
 * the rows of timetable.lesson it is about.
 */

export const headPart = `
  head as materialized (
    select s.time_zone, ($2::timestamptz at time zone s.time_zone) as local_now
    from organisation.school s where s.school_id = $1::int
  )`;

/** The page's own teacher of a day, as a lateral join named `own`. Index assignment_teacher_assignment. */
export const ownTeacherOf = (assignment: string, date: string) => `
    left join lateral (
      select t.staff_id from roster.assignment_teacher t
      where t.school_id = $1::int and t.assignment_id = ${assignment}
        and t.start_date <= ${date} and (t.end_date is null or t.end_date >= ${date})
      order by t.start_date desc limit 1) own on true`;

/** Each found lesson with its page and who really teaches it. */
export const lessonPart = `
  lesson as materialized (
    select f.id, f.assignment_id, f.date, f.number, f.seq_in_day, f.starts, f.ends, f.room_id, f.state, f.replaces_id,
           f.merged_with_id, f.version, f.teacher_id, a.subject_id, a.group_id, own.staff_id as own_teacher_id,
           coalesce(f.teacher_id, own.staff_id) as acting_id
    from found f
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = f.assignment_id
    ${ownTeacherOf('f.assignment_id', 'f.date')}
  )`;

/** What changed on them and still stands. Index lesson_change_lesson. */
export const changePart = `
  change as materialized (
    select c.id, c.lesson_id, c.kind, c.at, coalesce(c.act_id, c.id) as act_id, c.author_id, c.old_value,
           c.new_value, c.reason, c.reason_code
    from timetable.lesson_change c
    where c.school_id = $1::int and c.lesson_id = any (array(select id from lesson)) and ${standingChangeSql('c')}
  )`;

export const personJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'lastName', ${alias}.last_name, 'firstName', ${alias}.first_name,
      'middleName', ${alias}.middle_name)`;

const person = (id: string) =>
  `(select ${personJson('p')} from roster.person p where p.school_id = $1::int and p.id = ${id})`;

export const classesOf = (group: string) => `(
    select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) order by c.grade, c.letter), '[]')
    from roster.group_class gc join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
    where gc.school_id = $1::int and gc.group_id = ${group})`;

/** Away that day, whatever the reason. Index staff_absence_staff. */
export const isAway = (staff: string, date: string) => `exists (
    select from timetable.staff_absence w
    where w.school_id = $1::int and w.staff_id = ${staff} and w.start_date <= ${date} and w.end_date >= ${date}
      and w.withdrawn_at is null)`;

const changesOfLesson = `(
    select coalesce(json_agg(json_build_object('id', c.id, 'actId', c.act_id, 'kind', c.kind,
      'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'reasonCode', case when $3::bool then c.reason_code else ${publicReasonSql('c.reason_code')} end,
      'note', case when $3::bool then c.reason end,
      'author', ${person('c.author_id')},
      'oldDate', c.old_value ->> 'date', 'oldNumber', (c.old_value ->> 'number')::int,
      'oldRoom', (select r.name from organisation.room r
                  where r.school_id = $1::int and r.id = (c.old_value ->> 'roomId')::uuid),
      'oldTeacher', ${person("(c.old_value ->> 'teacherId')::uuid")},
      'isLast', ${isLastSql('c', 'l', 'change')})
      order by c.at, c.id), '[]')
    from change c where c.lesson_id = l.id)`;

/** One lesson as the staff sees it; alias `l` of `lesson`. */
export const lessonJson = `json_build_object('id', l.id, 'pageId', l.assignment_id, 'date', l.date, 'number', l.number,
    'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'state', l.state, 'version', l.version,
    'subject', (select json_build_object('id', su.id, 'name', su.name, 'shortName', su.short_name) from curriculum.subject su
                where su.school_id = $1::int and su.id = l.subject_id),
    'group', (select json_build_object('id', g.id, 'name', g.name, 'kind', g.kind) from roster.study_group g
              where g.school_id = $1::int and g.id = l.group_id),
    'classes', ${classesOf('l.group_id')},
    'teacher', ${person('l.acting_id')},
    'isTeacherAway', l.acting_id is not null and ${isAway('l.acting_id', 'l.date')},
    'room', (select json_build_object('id', r.id, 'name', r.name) from organisation.room r
             where r.school_id = $1::int and r.id = l.room_id),
    'replacesId', l.replaces_id, 'mergedWithId', l.merged_with_id, 'changes', ${changesOfLesson})`;

/** Lessons that stood on a day from $4 to `until` and were moved elsewhere; a school makes a few hundred moves in a year. */
export const movedPart = (until: string, pages: string) => `
  moved as materialized (
    select distinct on (c.lesson_id, c.old_value ->> 'date') c.lesson_id, c.id, coalesce(c.act_id, c.id) as act_id,
      (c.old_value ->> 'date')::date as old_date, (c.old_value ->> 'number')::int as old_number, c.reason_code
    from timetable.lesson_change c
    where c.school_id = $1::int and c.kind = 'move'
      and (c.old_value ->> 'date')::date between $4::date and ${until} and ${standingChangeSql('c')}
    order by c.lesson_id, c.old_value ->> 'date', c.at desc
  ),
  moved_away as materialized (
    select v.old_date as date, json_agg(json_build_object('lessonId', l.id, 'actId', v.act_id, 'number', v.old_number,
      'subject', su.name, 'classes', ${classesOf('a.group_id')}, 'toDate', l.date, 'toNumber', l.number,
      'reasonCode', case when $3::bool then v.reason_code else ${publicReasonSql('v.reason_code')} end) order by v.old_number) as items
    from moved v
    join timetable.lesson l on l.school_id = $1::int and l.id = v.lesson_id
    join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
    join curriculum.subject su on su.school_id = $1::int and su.id = a.subject_id
    where (l.date, l.number) is distinct from (v.old_date, v.old_number) and ${pages}
    group by v.old_date
  )`;
