import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rosterModule } from './module.ts';

/** A school with an office, two parallel classes with two English subgroups each, and a school beside it. */
export async function anOffice() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventhA = school.withClass('7А', 4);
  const seventhB = school.withClass('7Б', 3);
  const abroad = foreign.withClass('7А', 2);
  const teacher = school.teacher('Ковалёва');
  const algebra = seventhA.taughtBy(teacher, 'Алгебра');
  const algebraB = seventhB.taughtBy(teacher, 'Алгебра');
  const subgroup = (classId: string, name: string, members: readonly string[] = []) => {
    const id = school.row('roster.study_group', {
      id: uuidv7(),
      academic_year_id: school.frame.yearId,
      kind: 'subgroup',
      name,
      division_tag: `english ${classId}`,
    });
    school.row('roster.group_class', { group_id: id, class_id: classId });
    for (const student_id of members)
      school.row('roster.group_membership', {
        id: uuidv7(),
        group_id: id,
        student_id,
        start_date: '2026-09-01',
      });
    return id;
  };
  const english = {
    a1: subgroup(seventhA.id, '7А, английский, 1', seventhA.students.slice(0, 2)),
    a2: subgroup(seventhA.id, '7А, английский, 2', seventhA.students.slice(2)),
    b1: subgroup(seventhB.id, '7Б, английский, 1'),
    b2: subgroup(seventhB.id, '7Б, английский, 2'),
  };
  const people = {
    teacher,
    secretary: school.staff('Секретарёва', 'secretary'),
    deputy: school.staff('Завучева', 'deputyHead'),
    homeroom: seventhA.homeroomOf('Классная'),
    guardian: school.guardianOf(seventhA.students[0] ?? ''),
    stranger: foreign.staff('Чужая', 'secretary'),
  };
  const server = await serverOf([school, foreign], { modules: [rosterModule, journalModule], people });
  return { school, server, people, seventhA, seventhB, abroad, english, algebra, algebraB };
}

export const paper = { orderNumber: '45-у', orderDate: '2026-11-23' };

export const aChild = (given: Readonly<Record<string, unknown>> = {}) => ({
  lastName: 'Ёлкин',
  firstName: 'Пётр',
  middleName: 'Ильич',
  birthDate: '2013-03-08',
  gender: 'male',
  phone: null,
  email: null,
  snils: null,
  ...given,
});
