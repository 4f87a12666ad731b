import { dayOffSql, daySpecialSql, restSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';
import {
  changePart,
  headPart,
  lessonJson,
  lessonPart,
  movedPart,
  personJson,
} from '../lessons/shared-queries.ts';

/** $1 to $3 as in the shared parts, $4 = the week's Monday, $5 = the class, teacher or room. */
type Lens = {
  readonly name: string;
  /** `found`, and `own_class` with the grade whose calendar holds (null = the whole school's). */
  readonly parts: string;
  /** Which moves out of the week belong to it, by assignment `a`. */
  readonly pages: string;
  /** The thing shown; no row = 404. */
  readonly shown: string;
  readonly fields: string;
};

const lessonColumns = `l.id, l.assignment_id, l.date, l.number, l.seq_in_day, l.starts, l.ends, l.room_id, l.state,
           l.replaces_id, l.merged_with_id, l.version, l.teacher_id`;
const inWeek = `l.school_id = $1::int and l.date >= $4::date and l.date <= $4::date + 6 and l.state <> 'retired'`;
const noClass = 'own_class as materialized (select null::uuid as id, null::int as grade, null::int as shift)';

function weekStatement({ name, parts, pages, shown, fields }: Lens) {
  return statement(
    name,
    `with ${headPart},
  ${parts},
  ${lessonPart},
  ${changePart},
  ${movedPart('$4::date + 6', pages)},
  rest as materialized (${restSql('$4::date', '$4::date + 6', 'own_class')}
  )
  select json_build_object('today', h.local_now::date, 'time', to_char(h.local_now, 'HH24:MI'), 'from', $4::date,
    'year', (select json_build_object('startDate', y.start_date, 'endDate', y.end_date) from organisation.academic_year y
             where y.school_id = $1::int
             order by ($4::date + 6 >= y.start_date and $4::date <= y.end_date) desc, abs(y.start_date - $4::date) limit 1),
    ${fields},
    'days', (select json_agg(json_build_object('date', day.date,
        'off', ${dayOffSql('rest', 'day.date')}, 'special', ${daySpecialSql('rest', 'day.date')},
        'lessons', coalesce(lessons.items, '[]'), 'movedAway', coalesce(moved_away.items, '[]')) order by day.date)
      from (select $4::date + n as date from generate_series(0, 6) n) day
      left join (select l.date, json_agg(${lessonJson} order by l.number, l.starts, l.state desc, l.seq_in_day, l.id) as items
        from lesson l group by l.date) lessons on lessons.date = day.date
      left join moved_away on moved_away.date = day.date))::text as json
  from head h, ${shown}`,
  );
}

// The lessons of every group the class has a part in; lesson (assignment, date).
export const classWeekStatement = weekStatement({
  name: 'timetable.weekOfClass',
  parts: `own_class as materialized (
    select c.id, c.grade, c.letter, c.shift from roster.school_class c where c.school_id = $1::int and c.id = $5::uuid
  ),
  page as materialized (
    select a.id from roster.group_class gc
    join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = gc.group_id
    where gc.school_id = $1::int and gc.class_id = $5::uuid
  ),
  found as materialized (
    select ${lessonColumns} from timetable.lesson l
    where ${inWeek} and l.assignment_id = any (array(select id from page))
  )`,
  pages: 'a.id in (select id from page)',
  shown: 'own_class c',
  fields: `'schoolClass', json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter), 'teacher', null, 'room', null`,
});

// Lessons of the teacher's pages, also those that others take, and the lessons the teacher takes; lesson_substitute.
export const teacherWeekStatement = weekStatement({
  name: 'timetable.weekOfTeacher',
  parts: `${noClass},
  page as materialized (
    select t.assignment_id as id, t.start_date, t.end_date from roster.assignment_teacher t
    where t.school_id = $1::int and t.staff_id = $5::uuid
      and t.start_date <= $4::date + 6 and (t.end_date is null or t.end_date >= $4::date)
  ),
  found as materialized (
    select ${lessonColumns} from timetable.lesson l
    where ${inWeek} and l.assignment_id = any (array(select id from page))
      and exists (select from page p where p.id = l.assignment_id and p.start_date <= l.date
                  and (p.end_date is null or p.end_date >= l.date))
    union
    select ${lessonColumns} from timetable.lesson l where ${inWeek} and l.teacher_id = $5::uuid
  )`,
  pages: 'a.id in (select id from page)',
  shown: `roster.staff s join roster.person p on p.school_id = $1::int and p.id = s.person_id
    where s.school_id = $1::int and s.person_id = $5::uuid`,
  fields: `'schoolClass', null, 'teacher', ${personJson('p')}, 'room', null`,
});

// The lessons of a week that stand in a room; lesson_date, a thousand rows of a large school.
export const roomWeekStatement = weekStatement({
  name: 'timetable.weekOfRoom',
  parts: `${noClass},
  found as materialized (
    select ${lessonColumns} from timetable.lesson l where ${inWeek} and l.room_id = $5::uuid
  )`,
  pages: 'false',
  shown: 'organisation.room r where r.school_id = $1::int and r.id = $5::uuid',
  fields: `'schoolClass', null, 'teacher', null, 'room', json_build_object('id', r.id, 'name', r.name)`,
});

// Classes of the year of $2, teachers with a page in it, rooms; a school's few hundred rows by the leading school_id.
export const choicesStatement = statement(
  'timetable.choices',
  `with ${headPart},
  year as materialized (
    select y.id, h.local_now::date as today from organisation.academic_year y, head h
    where y.school_id = $1::int
    order by (y.start_date <= h.local_now::date) desc, abs(y.start_date - h.local_now::date) limit 1
  )
  select json_build_object('today', h.local_now::date,
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) order by c.grade, c.letter), '[]')
      from year y join roster.school_class c on c.school_id = $1::int and c.academic_year_id = y.id
        and c.closed_at is null),
    'teachers', (select coalesce(json_agg(${personJson('p')} order by p.sort_key), '[]')
      from roster.person p
      where p.school_id = $1::int and p.id in (
        select t.staff_id from year y
        join roster.teaching_assignment a on a.school_id = $1::int and a.academic_year_id = y.id
        join roster.assignment_teacher t on t.school_id = $1::int and t.assignment_id = a.id
        where t.end_date is null or t.end_date >= y.today)),
    'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)
        order by nullif(regexp_replace(r.name, '\\D.*$', ''), '')::bigint nulls last, r.name), '[]')
      from organisation.room r where r.school_id = $1::int))::text as json
  from head h`,
);
