import { settingsSql, type SchoolSettings } from '#modules/organisation/index.ts';
import { statement } from '#platform/db/tx.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { LaterLesson } from './rules.ts';

/** A lesson where homework may be given, with all that decides it. */
export type LessonToGiveAt = {
  readonly id: string;
  readonly pageId: string;
  readonly groupId: string;
  readonly date: string;
  readonly ends: string | null;
  readonly state: string;
  readonly teacherId: string | null;
  readonly timeZone: string;
  /** When it ends, as a moment; null without bells. */
  readonly endsAt: string | null;
  readonly settings: SchoolSettings;
  readonly teachers: readonly {
    readonly staffId: string;
    readonly startDate: string;
    readonly endDate: string | null;
  }[];
  readonly classes: readonly { readonly id: string; readonly grade: number }[];
  readonly later: readonly LaterLesson[];
};

export async function lessonToGiveAt(
  tx: AnyTx,
  schoolId: number,
  lessonId: string,
): Promise<LessonToGiveAt | null> {
  const text = await tx.text(lessonStatement, [schoolId, lessonId]);
  return text === null ? null : (JSON.parse(text) as LessonToGiveAt);
}

// A lesson ($2), its page's teachers and classes, and the page's later lessons. By the keys and lesson (assignment, date).
const lessonStatement = statement(
  'homework.lessonToGiveAt',
  `select json_build_object('id', l.id, 'pageId', a.id, 'groupId', a.group_id, 'date', l.date,
     'ends', to_char(l.ends, 'HH24:MI'), 'state', l.state, 'teacherId', l.teacher_id, 'timeZone', s.time_zone,
     'endsAt', to_char((l.date + l.ends) at time zone s.time_zone at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
     'settings', ${settingsSql('s')},
     'teachers', (select coalesce(json_agg(json_build_object('staffId', t.staff_id, 'startDate', t.start_date,
        'endDate', t.end_date)), '[]')
       from roster.assignment_teacher t where t.school_id = $1::int and t.assignment_id = a.id),
     'classes', (select coalesce(json_agg(json_build_object('id', c.id, 'grade', c.grade) order by c.grade), '[]')
       from roster.group_class gc join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
       where gc.school_id = $1::int and gc.group_id = a.group_id),
     'later', (select coalesce(json_agg(json_build_object('id', n.id, 'date', n.date) order by n.date, n.number, n.seq_in_day), '[]')
       from timetable.lesson n
       where n.school_id = $1::int and n.assignment_id = a.id and n.state = 'planned' and n.date >= l.date
         and (n.date, n.number, n.seq_in_day) > (l.date, l.number, l.seq_in_day)))::text
   from timetable.lesson l
   join roster.teaching_assignment a on a.school_id = $1::int and a.id = l.assignment_id
   join organisation.school s on s.school_id = $1::int
   where l.school_id = $1::int and l.id = $2::uuid`,
);

export type HomeworkRow = {
  readonly id: string;
  readonly text: string | null;
  readonly minutes: number | null;
  readonly dueRule: 'next' | 'pinned' | 'date';
  readonly dueLessonId: string | null;
  readonly dueDate: string | null;
  readonly publishAt: string;
  readonly isLate: boolean;
  readonly version: number;
};

// The homework given at a lesson ($2) with its author. By its key (lesson, ordinal).
export const homeworkOfLesson = statement(
  'homework.ofLesson',
  `select h.id, h.text, h.minutes, h.due_rule as "dueRule", h.due_lesson_id as "dueLessonId", h.due_date as "dueDate",
     h.publish_at as "publishAt", h.is_late as "isLate", h.version, h.author_id as "authorId", h.updated_at as at,
     concat_ws(' ', p.last_name, p.first_name, p.middle_name) as "authorName"
   from homework.homework h
   join roster.person p on p.school_id = h.school_id and p.id = h.author_id
   where h.school_id = $1::int and h.given_lesson_id = $2::uuid and h.ordinal = 1`,
);

/**
 * Writes the homework of a lesson when its version is still $5 and answers the row, or nothing. $1 school, $2 id if it
 * is new, $3 page, $4 lesson, $6 text, $7 minutes, $8 rule, $9 due lesson, $10 due date, $11 publish moment, $12 late,
 * $13 person, $14 session, $15 the moment the school lives in.
 */
export const writeHomework = statement(
  'homework.write',
  `with written as (
     insert into homework.homework as h (school_id, id, assignment_id, given_lesson_id, ordinal, text, minutes, due_rule,
       due_lesson_id, due_date, publish_at, is_late, author_id, created_at, updated_at, version)
     values ($1::int, $2::uuid, $3::uuid, $4::uuid, 1, $6::text, $7::int, $8::text, $9::uuid, $10::date,
       $11::timestamptz, $12::bool, $13::uuid, $15::timestamptz, $15::timestamptz, $5::int + 1)
     on conflict (school_id, given_lesson_id, ordinal) do update set
       text = excluded.text, minutes = excluded.minutes, due_rule = excluded.due_rule,
       due_lesson_id = excluded.due_lesson_id, due_date = excluded.due_date, publish_at = excluded.publish_at,
       is_late = excluded.is_late, author_id = excluded.author_id, updated_at = excluded.updated_at,
       version = excluded.version
     where h.version = excluded.version - 1
     returning h.*
   ), revision as (
     insert into homework.homework_revision (school_id, homework_id, version, at, author_id, session_id, text, minutes,
       due_rule, due_lesson_id, due_date)
     select $1::int, w.id, w.version, $15::timestamptz, $13::uuid, $14::uuid, w.text, w.minutes, w.due_rule,
       w.due_lesson_id, w.due_date
     from written w
   )
   select w.id, w.text, w.minutes, w.due_rule as "dueRule", w.due_lesson_id as "dueLessonId", w.due_date as "dueDate",
     w.publish_at as "publishAt", w.is_late as "isLate", w.version
   from written w`,
);

/**
 * Minutes of homework due on a day ($3) of the student of a group ($2) with most to do, all subjects together. By
 * group_membership_group, group_membership_student, homework_due_date.
 */
export const heaviestLoad = statement(
  'homework.heaviestLoad',
  `select coalesce(max(minutes), 0)::int as minutes from (
     select m.student_id, sum(h.minutes) as minutes
     from roster.group_membership g
     join roster.group_membership m on m.school_id = $1::int and m.student_id = g.student_id
       and m.start_date <= $3::date and (m.end_date is null or m.end_date >= $3::date)
     join roster.teaching_assignment a on a.school_id = $1::int and a.group_id = m.group_id
     join homework.homework h on h.school_id = $1::int and h.assignment_id = a.id and h.due_date = $3::date
       and h.text is not null and h.minutes is not null
     where g.school_id = $1::int and g.group_id = $2::uuid
       and g.start_date <= $3::date and (g.end_date is null or g.end_date >= $3::date)
     group by m.student_id) load`,
);

// Students of a group ($2) on the day of a lesson ($3): whose families get the news.
export const studentsOfGroup = statement(
  'homework.studentsOfGroup',
  `select distinct m.student_id as id from roster.group_membership m
   where m.school_id = $1::int and m.group_id = $2::uuid and m.start_date <= $3::date
     and (m.end_date is null or m.end_date >= $3::date)`,
);
