import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import { holdTimetable } from './change-queries.ts';
import { ownTeacherOf } from '../lessons/shared-queries.ts';
import { isLastSql, standingChangeSql } from './standing-queries.ts';
import type { ActFacts } from './undo-rules.ts';

/** An act of the school and what became of its lessons, under the timetable's lock; null when there is no such act. */
export async function actFacts(
  tx: AnyTx,
  { schoolId, actId }: { readonly schoolId: number; readonly actId: string },
): Promise<ActFacts | null> {
  await tx.text(holdTimetable, [schoolId]);
  const facts = JSON.parse((await tx.text(actStatement, [schoolId, actId])) ?? 'null') as ActFacts | null;
  return facts && (facts.rows.length > 0 || facts.absence !== null) ? facts : null;
}

const lessonJson = (
  alias: string,
  own: string,
) => `json_build_object('id', ${alias}.id, 'pageId', ${alias}.assignment_id,
      'date', ${alias}.date, 'seqInDay', ${alias}.seq_in_day, 'number', ${alias}.number,
      'starts', to_char(${alias}.starts, 'HH24:MI'), 'ends', to_char(${alias}.ends, 'HH24:MI'), 'roomId', ${alias}.room_id,
      'teacherId', ${alias}.teacher_id, 'ownTeacherId', ${own}, 'state', ${alias}.state, 'mergedWithId', ${alias}.merged_with_id,
      'version', ${alias}.version, 'classIds', (
        select coalesce(json_agg(gc.class_id), '[]') from roster.teaching_assignment a
        join roster.group_class gc on gc.school_id = $1::int and gc.group_id = a.group_id
        where a.school_id = $1::int and a.id = ${alias}.assignment_id))`;

const undone = (alias: string) => `exists (select from timetable.lesson_change u
      where u.school_id = $1::int and u.lesson_id = ${alias}.lesson_id and u.undoes_id = ${alias}.id)`;

// The act $2: rows written before acts had ids are an act each. By lesson_change_act, its key, lesson_change_lesson.
const actStatement = statement(
  'timetable.act',
  `with change as materialized (
    select c.* from timetable.lesson_change c where c.school_id = $1::int and c.act_id = $2::uuid and c.undoes_id is null
    union all
    select c.* from timetable.lesson_change c
    where c.school_id = $1::int and c.id = $2::uuid and c.act_id is null and c.undoes_id is null
  ),
  standing as materialized (
    select s.* from timetable.lesson_change s
    where s.school_id = $1::int and s.lesson_id = any (array(select lesson_id from change)) and ${standingChangeSql('s')}
  )
  select json_build_object(
    'rows', (select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'oldValue', c.old_value, 'newValue', c.new_value,
        'isUndone', ${undone('c')},
        'isLast', ${isLastSql('c', 'l', 'standing')},
        'isOldPlaceTaken', exists (select from timetable.lesson o
          where o.school_id = $1::int and o.assignment_id = l.assignment_id and o.id <> l.id
            and o.date = (c.old_value ->> 'date')::date and o.seq_in_day = (c.old_value ->> 'seqInDay')::int),
        'lesson', ${lessonJson('l', 'own.staff_id')}) order by c.id), '[]')
      from change c join timetable.lesson l on l.school_id = $1::int and l.id = c.lesson_id
      ${ownTeacherOf('l.assignment_id', 'l.date')}),
    'added', (select coalesce(json_agg(${lessonJson('l', 'own.staff_id')}), '[]')
      from change c join timetable.lesson l on l.school_id = $1::int and l.id = (c.new_value ->> 'replacedById')::uuid
      ${ownTeacherOf('l.assignment_id', 'l.date')}),
    'absence', (select json_build_object('staffId', w.staff_id, 'isWithdrawn', w.withdrawn_at is not null)
      from timetable.staff_absence w where w.school_id = $1::int and w.act_id = $2::uuid limit 1)
  )::text`,
);
