import { createHash } from 'node:crypto';
import type { TestSchools } from '#modules/identity/testing-school.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import { uuidv7 } from '#platform/ids.ts';

/** One school day, far from any real one: the table is about people, not about dates. */
export const today = '2026-11-24';
export const yesterday = '2026-11-23';
export const tomorrow = '2026-11-25';
export const yearStart = '2026-09-01';

/** A school with a year, three classes of five, pages and one lesson this morning on each. */
export async function furnish({ row, person, superuser }: TestSchools, schoolId: number, lastName: string) {
  const inSchool = (table: string, values: Readonly<Record<string, unknown>>) =>
    row(table, { school_id: schoolId, ...values });
  const yearId = await inSchool('organisation.academic_year', {
    name: '2026/27',
    start_date: yearStart,
    end_date: '2027-05-26',
  });
  const schemeId = await inSchool('organisation.period_scheme', {
    academic_year_id: yearId,
    name: 'Четверти',
    kind: 'quarter',
  });
  const periodId = await inSchool('organisation.grading_period', {
    scheme_id: schemeId,
    kind: 'quarter',
    ordinal: 2,
    name: 'II четверть',
    start_date: '2026-11-05',
    end_date: '2026-12-30',
  });
  await superuser.query(
    'insert into organisation.scheme_assignment (school_id, academic_year_id, grade, scheme_id) values ($1, $2, 7, $3)',
    [schoolId, yearId, schemeId],
  );
  const scaleId = await inSchool('organisation.mark_scale', { name: 'Пятибалльная' });
  await superuser.query(
    `insert into organisation.mark_scale_value (school_id, scale_id, code, numerator, is_passing, ordinal)
     select $1, $2, mark, mark, mark > 2, mark from generate_series(2, 5) as marks(mark)`,
    [schoolId, scaleId],
  );
  const workTypeId = await inSchool('curriculum.work_type', {
    name: 'Ответ на уроке',
    abbr: 'О',
    weight: 1,
    is_default: true,
    ordinal: 1,
  });

  const staff = async (name: string) => {
    const id = await person(schoolId, name);
    await inSchool('roster.staff', { person_id: id, position: 'учитель', start_date: yearStart });
    return id;
  };
  const student = async (groupId: string, number: number, endDate: string | null = null) => {
    const id = await person(schoolId, `${lastName}${String(number)}`);
    await inSchool('roster.admission', { student_id: id, start_date: yearStart, end_date: endDate });
    await inSchool('roster.group_membership', {
      group_id: groupId,
      student_id: id,
      start_date: yearStart,
      end_date: endDate,
    });
    return id;
  };
  const schoolClass = async (letter: string) => {
    const id = await inSchool('roster.school_class', {
      academic_year_id: yearId,
      grade: 7,
      letter,
      lineage_id: uuidv7(),
    });
    const groupId = await inSchool('roster.study_group', {
      academic_year_id: yearId,
      kind: 'class',
      name: `7${letter}`,
    });
    await inSchool('roster.group_class', { group_id: groupId, class_id: id });
    const students: string[] = [];
    for (const number of [1, 2, 3, 5, 6]) students.push(await student(groupId, number));
    const subgroupId = await inSchool('roster.study_group', {
      academic_year_id: yearId,
      kind: 'subgroup',
      name: `7${letter}, 1-я подгруппа`,
    });
    await inSchool('roster.group_class', { group_id: subgroupId, class_id: id });
    return { id, groupId, subgroupId, students };
  };
  const page = async (
    { groupId, students }: { readonly groupId: string; readonly students: readonly string[] },
    teacherId: string,
    endDate: string | null = null,
  ) => {
    const subjectName = `Предмет ${uuidv7().slice(-6)} ${lastName}`;
    const subjectId = await inSchool('curriculum.subject', {
      name: subjectName,
      short_name: subjectName,
      kind: 'lesson',
      ordinal: 1,
    });
    const id = await inSchool('roster.teaching_assignment', {
      academic_year_id: yearId,
      group_id: groupId,
      subject_id: subjectId,
      journal_kind: 'lesson',
      scale_id: scaleId,
    });
    await inSchool('roster.assignment_teacher', {
      assignment_id: id,
      staff_id: teacherId,
      start_date: yearStart,
      end_date: endDate,
    });
    const lessonId = await inSchool('timetable.lesson', {
      assignment_id: id,
      date: today,
      number: 1,
      starts: '08:30',
      ends: '09:15',
    });
    await inSchool('journal.work', {
      id: lessonId,
      assignment_id: id,
      lesson_id: lessonId,
      work_type_id: workTypeId,
      weight: 1,
    });
    // Beside the homework the page's teacher gives in the test.
    await inSchool('homework.homework', {
      id: lessonId,
      assignment_id: id,
      given_lesson_id: lessonId,
      ordinal: 2,
      text: '№ 1',
      author_id: teacherId,
      publish_at: yearStart,
    });
    await inSchool('homework.file', {
      id: lessonId,
      homework_id: lessonId,
      name: `${lastName}.pdf`,
      kind: 'pdf',
      size: aPdf().length,
      sha256: createHash('sha256').update(aPdf()).digest(),
      position: 1,
      author_id: teacherId,
      created_at: yearStart,
    });
    for (const studentId of students) await mark(lessonId, studentId, teacherId);
    return { id, lessonId, teacherId };
  };

  const mark = async (workId: string, studentId: string, authorId: string) => {
    const keys = [schoolId, workId, studentId, authorId];
    await superuser.query(
      'insert into journal.mark (school_id, work_id, student_id, value, author_id) values ($1, $2, $3, 4, $4)',
      keys,
    );
    await superuser.query(
      `insert into journal.mark_revision
         (school_id, work_id, student_id, attempt, slot, version, author_id, new_value, reason_code)
       values ($1, $2, $3, 1, 1, 1, $4, 4, 'entered')`,
      keys,
    );
  };

  /** A second guardian of a student, whose right the office may write. */
  const guardianship = async (studentId: string) =>
    inSchool('roster.guardianship', {
      guardian_id: await person(schoolId, `${lastName}Бабушка`),
      student_id: studentId,
      kinship: 'grandmother',
      start_date: yearStart,
    });

  const teacher = await staff(`${lastName}Учитель`);
  const colleague = await staff(`${lastName}Коллега`);
  const classA = await schoolClass('А');
  const classB = await schoolClass('Б');
  const classC = await schoolClass('В');
  const roomId = await inSchool('organisation.room', { name: `1 ${lastName}` });
  const ownPage = await page(classA, teacher);
  const actId = uuidv7();
  await inSchool('timetable.lesson_change', {
    lesson_id: ownPage.lessonId,
    kind: 'room',
    act_id: actId,
    old_value: '{"roomId":null}',
    new_value: '{"roomId":null}',
    reason: lastName,
  });
  const overrideId = await inSchool('organisation.day_override', {
    scope: 'school',
    kind: 'off',
    start_date: today,
    end_date: today,
    reason_code: 'weather',
    author_id: teacher,
    at: new Date().toISOString(),
    ended_from: today,
  });
  const importId = await inSchool('integrations.file_import', {
    person_id: teacher,
    kind: 'lists',
    files: `{${lastName}.csv}`,
    start_date: today,
    counts: '{}',
    tables: '{students}',
  });
  await superuser.query(
    `insert into integrations.import_entry (school_id, import_id, ordinal, fact, row_id, new_value)
     values ($1, $2, 0, 'known', $3, '{}')`,
    [schoolId, importId, teacher],
  );
  const purposeId = await inSchool('consents.purpose', { title: 'Цель', ordinal: 1, is_asked: true });
  await superuser.query(
    `insert into consents.purpose_text (school_id, purpose_id, version, body, sha256, asks_again, made_at)
     values ($1, $2, 1, 'Текст', sha256('Текст'::bytea), true, now())`,
    [schoolId, purposeId],
  );
  // Old enough to sign.
  await superuser.query(
    `update roster.person set birth_date = '2010-03-08'
     where school_id = $1 and id in (select student_id from roster.admission where school_id = $1)`,
    [schoolId],
  );
  return {
    purposeId,
    overrideId,
    importId,
    scaleId,
    staff,
    guardianship,
    teacher,
    roomId,
    actId,
    classA,
    classB,
    classC,
    left: await student(classA.groupId, 4, yesterday),
    ownPage,
    sameClassPage: await page(classA, colleague),
    otherClassPage: await page(classB, colleague),
    endedPage: await page(classB, teacher, yesterday),
    endedClassPage: await page(classC, colleague),
    workTypeId,
    periodId,
  };
}
