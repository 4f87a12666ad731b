import { testSchools, type TestSchools } from '#modules/identity/testing-school.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Relation, Role } from './table.ts';

/** One school day, far from any real one: the table is about people, not about dates. */
export const today = '2026-11-24';
const yesterday = '2026-11-23';
const yearStart = '2026-09-01';

/** What a role finds under each relation. Ids of the other school stand in school 2. */
export type Found = {
  readonly schoolId: number;
  readonly studentId: string;
  readonly pageId: string;
  readonly lessonId: string;
};

export type World = TestSchools & {
  readonly found: (role: Role, relation: Relation) => Found;
  /** The account to sign in with; the `ended` relation may need another person. */
  readonly loginOf: (role: Role, relation: Relation) => string | null;
  readonly workTypeId: string;
  readonly periodId: string;
  /** A word that stands in every name of school 2 and in none of school 1. */
  readonly canary: string;
};

const canary = 'Чужакова';

/**
 * Two schools. In the first: classes 7А, 7Б and 7В; the teacher has a page in 7А and had one until yesterday; another
 * teacher has pages in 7А and 7Б; a homeroom teacher leads 7А and led 7В; the guardian has a child in 7А, and had
 * another until yesterday.
 */
export async function makeWorld(): Promise<World> {
  const schools = await testSchools();
  const first = await furnish(schools, 1, 'Своих');
  const second = await furnish(schools, 2, canary);
  const { row } = schools;

  const account = async (login: string, person: string) => schools.account(login, [[1, person]]);
  const grant = (personId: string, role: string, endDate: string | null = null) =>
    row('identity.role_grant', {
      school_id: 1,
      person_id: personId,
      role,
      start_date: yearStart,
      end_date: endDate,
    });

  // Students and the family.
  const guardian = await schools.person(1, 'Опекунова');
  const exGuardianOf = first.classA.students[2] ?? '';
  const ward = first.classA.students[0] ?? '';
  for (const [studentId, endDate] of [
    [ward, null],
    [exGuardianOf, yesterday],
  ] as const)
    await row('roster.guardianship', {
      school_id: 1,
      guardian_id: guardian,
      student_id: studentId,
      kinship: 'mother',
      start_date: yearStart,
      end_date: endDate,
    });
  await account('student', ward);
  await account('guardian', guardian);
  await account('left', first.left);

  // Staff.
  await grant(first.teacher, 'teacher');
  await account('teacher', first.teacher);
  const homeroom = await first.staff('Классная');
  await grant(homeroom, 'teacher');
  await account('homeroom', homeroom);
  for (const [classId, endDate] of [
    [first.classA.id, null],
    [first.classC.id, yesterday],
  ] as const)
    await row('roster.class_homeroom', {
      school_id: 1,
      class_id: classId,
      staff_id: homeroom,
      start_date: yearStart,
      end_date: endDate,
    });
  for (const role of ['deputyHead', 'schoolAdmin'] as const) {
    const person = await first.staff(role);
    await grant(person, role);
    await account(role, person);
    const former = await first.staff(`former${role}`);
    await grant(former, role, yesterday);
    await account(`former${role}`, former);
  }
  const formerTeacher = await first.staff('formerTeacher');
  await grant(formerTeacher, 'teacher', yesterday);
  await account('formerTeacher', formerTeacher);

  // The operator of the platform belongs to no school.
  const operator = await schools.account('operator', []);
  await row('directory.region_role', {
    account_id: operator,
    role: 'platformOperator',
    start_date: yearStart,
  });

  const own: Found = {
    schoolId: 1,
    studentId: ward,
    pageId: first.ownPage.id,
    lessonId: first.ownPage.lessonId,
  };
  const byRelation: Readonly<Record<Relation, Found>> = {
    own,
    sameClass: {
      schoolId: 1,
      studentId: first.classA.students[1] ?? '',
      pageId: first.sameClassPage.id,
      lessonId: first.sameClassPage.lessonId,
    },
    otherClass: {
      schoolId: 1,
      studentId: first.classB.students[0] ?? '',
      pageId: first.otherClassPage.id,
      lessonId: first.otherClassPage.lessonId,
    },
    otherSchool: {
      schoolId: 2,
      studentId: second.classA.students[0] ?? '',
      pageId: second.ownPage.id,
      lessonId: second.ownPage.lessonId,
    },
    ended: {
      ...own,
      studentId: exGuardianOf,
      pageId: first.endedPage.id,
      lessonId: first.endedPage.lessonId,
    },
  };
  const endedClass: Found = {
    schoolId: 1,
    studentId: first.classC.students[0] ?? '',
    pageId: first.endedClassPage.id,
    lessonId: first.endedClassPage.lessonId,
  };

  return {
    ...schools,
    workTypeId: first.workTypeId,
    periodId: first.periodId,
    canary,
    found(role, relation) {
      if (relation !== 'ended') return byRelation[relation];
      if (role === 'student') return { ...own, studentId: first.left };
      if (role === 'homeroomTeacher') return endedClass;
      if (role === 'deputyHead' || role === 'schoolAdmin') return own;
      return byRelation.ended;
    },
    loginOf(role, relation) {
      if (relation === 'ended') {
        if (role === 'deputyHead' || role === 'schoolAdmin') return `former${role}`;
        if (role === 'student') return 'left';
      }
      return logins[role];
    },
  };
}

const logins: Readonly<Record<Role, string | null>> = {
  anonymous: null,
  student: 'student',
  guardian: 'guardian',
  subjectTeacher: 'teacher',
  homeroomTeacher: 'homeroom',
  deputyHead: 'deputyHead',
  schoolAdmin: 'schoolAdmin',
  platformOperator: 'operator',
};

/** A school with a year, three classes of three, pages and one lesson this morning on each. */
async function furnish({ row, person, superuser }: TestSchools, schoolId: number, lastName: string) {
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
    const students = [await student(groupId, 1), await student(groupId, 2), await student(groupId, 3)];
    return { id, groupId, students };
  };
  const page = async (groupId: string, teacherId: string, endDate: string | null = null) => {
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
    return { id, lessonId };
  };

  const teacher = await staff(`${lastName}Учитель`);
  const colleague = await staff(`${lastName}Коллега`);
  const classA = await schoolClass('А');
  const classB = await schoolClass('Б');
  const classC = await schoolClass('В');
  return {
    staff,
    teacher,
    classA,
    classB,
    classC,
    left: await student(classA.groupId, 4, yesterday),
    ownPage: await page(classA.groupId, teacher),
    sameClassPage: await page(classA.groupId, colleague),
    otherClassPage: await page(classB.groupId, colleague),
    endedPage: await page(classB.groupId, teacher, yesterday),
    endedClassPage: await page(classC.groupId, colleague),
    workTypeId,
    periodId,
  };
}
