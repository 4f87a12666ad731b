import { journalModule } from '#modules/journal/module.ts';
import { rosterModule } from '#modules/roster/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { teachingEndpoints, teachingRoutes } from './routes.ts';

/** A school with two parallel classes and what the teaching load is made of, and a school beside it. */
export async function aLoadOffice() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventhA = school.withClass('7А', 2);
  const seventhB = school.withClass('7Б', 2);
  const teacher = school.teacher('Ковалёва');
  const algebra = seventhA.taughtBy(teacher, 'Алгебра');
  const algebraB = seventhB.taughtBy(teacher, 'Алгебра');
  const subject = (name: string, kind: 'lesson' | 'extracurricular') =>
    school.row('curriculum.subject', { id: uuidv7(), name, short_name: name, kind, ordinal: 9 });
  const music = subject('Музыка', 'lesson');
  const club = subject('Шахматы', 'extracurricular');
  const subgroup = school.row('roster.study_group', {
    id: uuidv7(),
    academic_year_id: school.frame.yearId,
    kind: 'subgroup',
    name: '7А, английский язык, 1-я подгруппа',
  });
  school.row('roster.group_class', { group_id: subgroup, class_id: seventhA.id });
  const abroad = foreign.withClass('7А', 1);
  const abroadTeacher = foreign.teacher('Чужакова');
  const abroadPage = abroad.taughtBy(abroadTeacher, 'Алгебра');
  const people = {
    teacher,
    librarian: school.staff('Библиотекарева', 'librarian'),
    secretary: school.staff('Секретарёва', 'secretary'),
    deputy: school.staff('Завучева', 'deputyHead'),
    principal: school.staff('Директорова', 'principal'),
    homeroom: seventhA.homeroomOf('Классная'),
    guardian: school.guardianOf(seventhA.students[0] ?? ''),
    stranger: foreign.staff('Чужая', 'secretary'),
  };
  const modules = [
    rosterModule,
    journalModule,
    { name: 'identity', endpoints: teachingEndpoints, routes: teachingRoutes },
  ];
  return {
    school,
    server: await serverOf([school, foreign], { modules, people }),
    people,
    seventhA,
    seventhB,
    subgroup,
    music,
    club,
    algebra,
    algebraB,
    abroad: {
      groupId: abroad.groupId,
      pageId: abroadPage.id,
      subjectId: abroadPage.subjectId,
      teacherId: abroadTeacher.personId,
    },
  };
}
