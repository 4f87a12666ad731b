import { settingsSql } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';

// Homework of some pages ($2) that a change from a day ($3) on may touch, with the later lessons of its page. By
// homework_due_date and lesson (assignment, date): one page's homework of a few weeks.
export const homeworkToRebind = statement(
  'homework.toRebind',
  `select coalesce(json_agg(json_build_object('id', h.id, 'dueRule', h.due_rule, 'dueLessonId', h.due_lesson_id, 'dueDate', h.due_date,
     'givenDate', g.date, 'isLate', h.is_late,
     'skipsLate', coalesce((${settingsSql('s')} ->> 'lateHomeworkSkipsLesson')::bool, false),
     'later', (select coalesce(json_agg(json_build_object('id', n.id, 'date', n.date) order by n.date, n.number, n.seq_in_day), '[]')
       from (select n.id, n.date, n.number, n.seq_in_day from timetable.lesson n
         where n.school_id = $1::int and n.assignment_id = h.assignment_id and n.state = 'planned' and n.date >= g.date
           and (n.date, n.number, n.seq_in_day) > (g.date, g.number, g.seq_in_day)) n))), '[]')::text
   from homework.homework h
   join timetable.lesson g on g.school_id = $1::int and g.id = h.given_lesson_id
   join organisation.school s on s.school_id = $1::int
   where h.school_id = $1::int and h.assignment_id = any ($2::uuid[]) and h.text is not null
     and (h.due_date is null or h.due_date >= $3::date or g.date >= $3::date
       or exists (select from timetable.lesson d where d.school_id = $1::int and d.id = h.due_lesson_id and d.date >= $3::date))`,
);

// New due lessons ($2: id, due_lesson_id, due_date) with their revisions; $3 person, $4 session, $5 moment. Without a
// person (an import) the revision bears the homework's own author. By the key.
export const writeRebound = statement(
  'homework.rebind',
  `with written as (
     update homework.homework h set due_lesson_id = r.due_lesson_id, due_date = r.due_date, version = h.version + 1,
       updated_at = $5::timestamptz
     from jsonb_to_recordset($2::jsonb) as r(id uuid, due_lesson_id uuid, due_date date)
     where h.school_id = $1::int and h.id = r.id
     returning h.*
   )
   insert into homework.homework_revision (school_id, homework_id, version, at, author_id, session_id, text, minutes, due_rule,
     due_lesson_id, due_date)
   select $1::int, w.id, w.version, $5::timestamptz, coalesce($3::uuid, w.author_id), $4::uuid, w.text, w.minutes, w.due_rule,
     w.due_lesson_id, w.due_date
   from written w`,
);
