import { curriculumModule } from '#modules/curriculum/module.ts';
import { journalModule } from '#modules/journal/module.ts';
import { organisationModule } from '#modules/organisation/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { setupModule } from './module.ts';

/** A school with a class, a page with lessons and bells, the people who set it up, and a school beside it. */
export async function aSetUpSchool() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventh = school.withClass('7А', 3);
  const teacher = school.teacher('Ковалёва');
  const algebra = seventh.taughtBy(teacher, 'Алгебра');
  const bellsId = school.row('organisation.bell_schedule', { id: uuidv7(), name: 'Первая смена', shift: 1 });
  school.row('organisation.bell_period', {
    bell_schedule_id: bellsId,
    number: 4,
    starts: '11:35',
    ends: '12:15',
  });
  const template_id = school.row('timetable.template', {
    id: uuidv7(),
    academic_year_id: school.frame.yearId,
    name: 'Основное',
    start_date: '2026-09-01',
    end_date: '2026-12-31',
    retired_at: null,
  });
  for (const weekday of [1, 2, 4])
    school.row('timetable.template_card', {
      id: uuidv7(),
      template_id,
      assignment_id: algebra.id,
      weekday,
      number: 4,
    });
  const people = {
    teacher,
    admin: school.staff('Админова', 'schoolAdmin'),
    deputy: school.staff('Завучева', 'deputyHead'),
    secretary: school.staff('Секретарёва', 'secretary'),
    guardian: school.guardianOf(seventh.students[0] ?? ''),
    stranger: foreign.staff('Чужая', 'schoolAdmin'),
  };
  const modules = [organisationModule, curriculumModule, journalModule, setupModule];
  const server = await serverOf([school, foreign], { modules, people });
  /** The first work of a lesson of algebra, with marks of the students named by their place in the class. */
  const marked = async (
    date: string,
    marks: readonly (readonly [student: number, slot: number, value: string])[],
  ) => {
    const lesson = algebra.lessonOn(date);
    const author = teacher.personId;
    await server.sql(`insert into journal.work
      (school_id, id, assignment_id, lesson_id, ordinal, work_type_id, weight, created_by)
      values (1, '${lesson}', '${algebra.id}', '${lesson}', 1, '${school.frame.answer}', 1, '${author}')`);
    for (const [student, slot, value] of marks)
      await server.sql(`insert into journal.mark (school_id, work_id, student_id, attempt, slot, value, author_id)
        values (1, '${lesson}', '${seventh.students[student]}', 1, ${slot}, '${value}', '${author}')`);
    return lesson;
  };
  return { school, server, people, seventh, algebra, bellsId, marked };
}
