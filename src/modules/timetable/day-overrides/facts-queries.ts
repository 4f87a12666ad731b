import type { YearFrame } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { standingChangeSql } from '../changes/standing-queries.ts';
import type { Span } from '../lessons/pair-rules.ts';
import { templatesOfYear } from '../templates/commands.ts';
import type { DaysFacts } from './facts.ts';

/**
 * The facts special days of a span are planned by. `classId` = of this class alone: enough where nothing can meet
 * another class.
 */
export async function daysFacts(
  tx: AnyTx,
  { year, schedules }: Pick<YearFrame, 'year' | 'schedules'>,
  { span, classId }: { readonly span: Span; readonly classId: string | null },
): Promise<DaysFacts> {
  const text = await tx.text(factsOfDays, [tx.schoolId, year.id, span.from, span.to, classId]);
  const found = JSON.parse(text ?? '{}') as Omit<DaysFacts, 'schedules' | 'templates'>;
  return { ...found, schedules, templates: await templatesOfYear(tx, year.id) };
}

const clock = (column: string) => `to_char(${column}, 'HH24:MI')`;

/**
 * $1 school, $2 year, $3 first and $4 last day, $5 the only class that matters or null. By lesson_date,
 * lesson_change_lesson, assignment_teacher_assignment, staff_absence_staff; the standing changes of a school are a few
 * thousand rows in a year.
 */
const factsOfDays = statement(
  'timetable.factsOfDays',
  `with page as materialized (
    select a.id, a.group_id, a.subject_id from roster.teaching_assignment a
    where a.school_id = $1::int and a.academic_year_id = $2::uuid
      and ($5::uuid is null or exists (select from roster.group_class gc
           where gc.school_id = $1::int and gc.group_id = a.group_id and gc.class_id = $5::uuid))
  ),
  change as materialized (
    select c.id, c.lesson_id, c.kind, c.old_value, c.new_value,
           (c.old_value ->> 'date')::date as old_date, (c.old_value ->> 'seqInDay')::int as old_seq,
           c.kind = 'cancellation' and exists (select from organisation.day_override o
             where o.school_id = $1::int and o.id = c.act_id) as is_day_off
    from timetable.lesson_change c
    where c.school_id = $1::int and ${standingChangeSql('c')}
  ),
  changed as materialized (
    select lesson_id, bool_or(not is_day_off) as is_changed,
      coalesce(json_agg(json_build_object('date', old_date, 'seqInDay', old_seq))
        filter (where kind = 'move' and old_date is not null and old_seq is not null), '[]') as left_places,
      coalesce(bool_or(kind = 'move' and old_date between $3::date and $4::date), false) as was_here,
      bool_or(kind = 'move') as is_moved,
      (json_agg(json_build_object('id', id, 'oldValue', old_value, 'newValue', new_value)) filter (where is_day_off)) -> 0 as off_by
    from change group by lesson_id
  )
  select json_build_object(
    'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter, 'shift', c.shift)
        order by c.grade, c.letter), '[]')
      from roster.school_class c where c.school_id = $1::int and c.academic_year_id = $2::uuid),
    'pages', (select coalesce(json_agg(json_build_object('id', p.id, 'subject', su.name, 'groupId', p.group_id,
        'groupName', g.name, 'divisionTag', g.division_tag,
        'classIds', (select coalesce(json_agg(gc.class_id order by c.grade, c.letter), '[]') from roster.group_class gc
          join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
          where gc.school_id = $1::int and gc.group_id = p.group_id),
        'teachers', (select coalesce(json_agg(json_build_object('staffId', t.staff_id, 'startDate', t.start_date,
          'endDate', t.end_date)), '[]')
          from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = p.id))), '[]')
      from page p
      join curriculum.subject su on su.school_id = $1::int and su.id = p.subject_id
      join roster.study_group g on g.school_id = $1::int and g.id = p.group_id),
    'lessons', (select coalesce(json_agg(json_build_object('id', l.id, 'assignmentId', l.assignment_id, 'date', l.date,
        'seqInDay', l.seq_in_day, 'number', l.number, 'starts', ${clock('l.starts')}, 'ends', ${clock('l.ends')},
        'roomId', l.room_id, 'teacherId', l.teacher_id, 'mergedWithId', l.merged_with_id, 'state', l.state,
        'version', l.version, 'isChanged', coalesce(c.is_changed, false) or l.replaces_id is not null,
        'isMovedHere', coalesce(c.is_moved, false), 'leftPlaces', coalesce(c.left_places, '[]'),
        'offBy', case when l.state = 'cancelled' then c.off_by end) order by l.date, l.number, l.id), '[]')
      from timetable.lesson l
      left join changed c on c.lesson_id = l.id
      where l.school_id = $1::int and (l.date between $3::date and $4::date or c.was_here)
        and l.assignment_id in (select id from page)),
    'staff', (select coalesce(json_agg(json_build_object('id', p.id, 'name', concat_ws(' ', p.last_name, p.first_name))), '[]')
      from roster.staff s join roster.person p on p.school_id = $1::int and p.id = s.person_id
      where s.school_id = $1::int),
    'rooms', (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name)), '[]')
      from organisation.room r where r.school_id = $1::int),
    'absences', (select coalesce(json_agg(json_build_object('staffId', w.staff_id, 'startDate', w.start_date,
        'endDate', w.end_date)), '[]')
      from timetable.staff_absence w
      where w.school_id = $1::int and w.withdrawn_at is null and w.start_date <= $4::date and w.end_date >= $3::date)
  )::text`,
);
