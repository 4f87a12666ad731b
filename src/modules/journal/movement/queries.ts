import type { CountEntries } from '#modules/roster/index.ts';
import { statement } from '#platform/db/tx.ts';

/** Marks and absences of a student on the pages of groups, at lessons from a day on. */
export const entriesOfStudent: CountEntries = async (tx, { studentId, groupIds, from }) => {
  const [counted] = await tx.rows<{ entries: number }>(countEntries, [
    tx.schoolId,
    studentId,
    groupIds,
    from,
  ]);
  return counted?.entries ?? 0;
};

// By teaching_assignment_group, lesson (assignment, date) and the keys of work, mark and attendance.
const countEntries = statement(
  'journal.entriesOfStudent',
  `with lesson as materialized (
    select l.id from roster.teaching_assignment a
    join timetable.lesson l on l.school_id = $1::int and l.assignment_id = a.id and l.date >= $4::date
    where a.school_id = $1::int and a.group_id = any ($3::uuid[])
  )
  select ((select count(*) from lesson l
      join journal.work w on w.school_id = $1::int and w.lesson_id = l.id
      join journal.mark m on m.school_id = $1::int and m.work_id = w.id and m.student_id = $2::uuid and m.value is not null)
    + (select count(*) from lesson l
      join journal.attendance t on t.school_id = $1::int and t.lesson_id = l.id and t.student_id = $2::uuid
      where t.fact <> 'present'))::int as entries`,
);
