import { statement, type Tx } from '#platform/db/tx.ts';

/** What is asked before something that was brought into the school is taken back. */
export type AskedEntries = {
  /** Entries of a student on the pages of groups, at lessons from a day on; of a newcomer also what hangs on no page. */
  readonly students: readonly {
    readonly studentId: string;
    readonly groupIds: readonly string[];
    readonly from: string;
    readonly isAdmitted: boolean;
  }[];
  readonly pageIds: readonly string[];
  /** Lessons that leave the timetable anyway. */
  readonly goingLessonIds: readonly string[];
  readonly teachers: readonly { readonly pageId: string; readonly staffId: string; readonly from: string }[];
};

export type FoundEntries = {
  /** Numbers by student; who has none is missing. */
  readonly students: Readonly<Record<string, number>>;
  /** Lessons in the timetable, and works, homework and lesson records, by page. */
  readonly pages: Readonly<Record<string, { readonly lessons: number; readonly entries: number }>>;
  /** What a teacher wrote on a page, by `page|staff`. */
  readonly teachers: Readonly<Record<string, number>>;
};

export async function entriesSince(
  tx: Pick<Tx, 'schoolId' | 'text'>,
  asked: AskedEntries,
): Promise<FoundEntries> {
  const text = await tx.text(entriesStatement, [
    tx.schoolId,
    JSON.stringify(asked.students),
    asked.pageIds,
    asked.goingLessonIds,
    JSON.stringify(asked.teachers),
  ]);
  return JSON.parse(text ?? '{"students":{},"pages":{},"teachers":{}}') as FoundEntries;
}

const ofPage = (table: string, page: string) =>
  `(select count(*) from ${table} x where x.school_id = $1::int and x.assignment_id = ${page})`;
const byTeacher = (table: string, lesson: string, author: string) =>
  `(select count(*) from ${table} x join timetable.lesson l on l.school_id = $1::int and l.id = x.${lesson}
    where x.school_id = $1::int and l.assignment_id = n."pageId" and l.date >= n."from" and x.${author} = n."staffId")`;

// $2 students, $3 pages, $4 lessons that go, $5 teachers. By mark_student, attendance_student, the keys of tick and final_mark,
// absence_reason_student, work_assignment, homework_due_date and lesson (assignment, date).
const entriesStatement = statement(
  'journal.entriesSince',
  `with student as materialized (
    select * from json_to_recordset($2::json) as s("studentId" uuid, "groupIds" uuid[], "from" date, "isAdmitted" bool)
  ),
  page as materialized (select a.id, a.group_id from roster.teaching_assignment a where a.school_id = $1::int),
  entry as (
    select s."studentId" as id from student s
    join journal.mark m on m.school_id = $1::int and m.student_id = s."studentId"
    join journal.work w on w.school_id = $1::int and w.id = m.work_id
    join page p on p.id = w.assignment_id and p.group_id = any (s."groupIds")
    left join timetable.lesson l on l.school_id = $1::int and l.id = w.lesson_id
    where l.date is null or l.date >= s."from"
    union all
    select s."studentId" from student s
    join journal.attendance t on t.school_id = $1::int and t.student_id = s."studentId"
    join timetable.lesson l on l.school_id = $1::int and l.id = t.lesson_id and l.date >= s."from"
    join page p on p.id = l.assignment_id and p.group_id = any (s."groupIds")
    union all
    select s."studentId" from student s
    join homework.tick k on k.school_id = $1::int and k.student_id = s."studentId"
    join homework.homework h on h.school_id = $1::int and h.id = k.homework_id
    join page p on p.id = h.assignment_id and p.group_id = any (s."groupIds")
    union all
    select s."studentId" from student s
    join journal.absence_reason r on r.school_id = $1::int and r.student_id = s."studentId" and r.end_date >= s."from"
    where s."isAdmitted"
    union all
    select s."studentId" from student s
    join journal.final_mark f on f.school_id = $1::int and f.student_id = s."studentId"
    join organisation.grading_period d on d.school_id = $1::int and d.id = f.grading_period_id and d.end_date >= s."from"
    where s."isAdmitted"
  ),
  lesson as materialized (
    select l.id, l.assignment_id, l.state from timetable.lesson l
    where l.school_id = $1::int and l.assignment_id = any ($3::uuid[])
  ),
  standing as materialized (
    select l.assignment_id, count(*)::int as lessons from lesson l
    where l.state <> 'retired' and not exists (select from unnest($4::uuid[]) g(id) where g.id = l.id)
    group by l.assignment_id
  ),
  recorded as materialized (
    select l.assignment_id, count(*) as records from lesson l
    join journal.lesson_record r on r.school_id = $1::int and r.lesson_id = l.id
    group by l.assignment_id
  )
  select json_build_object(
    'students', coalesce((select json_object_agg(e.id, e.entries) from (
      select id, count(*)::int as entries from entry group by id) e), '{}'),
    'pages', coalesce((select json_object_agg(n.id, json_build_object('lessons', coalesce(s.lessons, 0),
        'entries', coalesce(r.records, 0) + ${ofPage('journal.work', 'n.id')} + ${ofPage('homework.homework', 'n.id')}))
      from unnest($3::uuid[]) n(id)
      left join standing s on s.assignment_id = n.id
      left join recorded r on r.assignment_id = n.id), '{}'),
    'teachers', coalesce((select json_object_agg(n."pageId" || '|' || n."staffId",
        ${byTeacher('journal.lesson_record', 'lesson_id', 'author_id')} + ${byTeacher('journal.work', 'lesson_id', 'created_by')}
        + ${byTeacher('homework.homework', 'given_lesson_id', 'author_id')})
      from json_to_recordset($5::json) as n("pageId" uuid, "staffId" uuid, "from" date)), '{}'))::text`,
);
