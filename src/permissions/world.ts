import { testSchools, type TestSchools } from '#modules/identity/testing-school.ts';
import { uuidv7 } from '#platform/ids.ts';
import { furnish, yearStart, yesterday } from './school.ts';
import type { Relation, Role } from './table.ts';

/** What a role finds under each relation. Ids of the other school stand in school 2. */
export type Found = {
  readonly schoolId: number;
  readonly studentId: string;
  readonly pageId: string;
  /** Who teaches that page. */
  readonly pageTeacherId: string;
  readonly lessonId: string;
  readonly classId: string;
  readonly subgroupId: string;
  /** Who leads the class today. */
  readonly homeroomId: string | null;
  /** The class the student can be moved to. */
  readonly otherClassId: string;
  readonly guardianshipId: string;
  readonly periodId: string;
  readonly staffId: string;
  readonly roomId: string;
  /** An act of the timetable. */
  readonly actId: string;
  /** A special day that was given back. */
  readonly overrideId: string;
  /** The last lists that were loaded. */
  readonly importId: string;
  /** What a school asks consent for. */
  readonly purposeId: string;
  /** The scale of every page. */
  readonly scaleId: string;
  /** What somebody asked of the other school; null = a fresh request of this one. */
  readonly requestId: string | null;
};

export type World = TestSchools & {
  readonly found: (role: Role, relation: Relation) => Found;
  /** The account to sign in with; the `ended` relation may need another person. */
  readonly loginOf: (role: Role, relation: Relation) => string | null;
  readonly workTypeId: string;
  readonly periodId: string;
  /** A subject no page has yet. */
  readonly freshSubject: () => string;
  /** A request of a guardian without any right yet. */
  readonly freshRequest: () => string;
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
  for (const role of ['deputyHead', 'secretary', 'schoolAdmin'] as const) {
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

  const { guardianship } = first;
  const everywhere = {
    staffId: first.teacher,
    periodId: first.periodId,
    roomId: first.roomId,
    actId: first.actId,
    overrideId: first.overrideId,
    importId: first.importId,
    scaleId: first.scaleId,
    purposeId: first.purposeId,
    requestId: null,
  };
  const own: Found = {
    ...everywhere,
    schoolId: 1,
    studentId: ward,
    pageId: first.ownPage.id,
    pageTeacherId: first.ownPage.teacherId,
    lessonId: first.ownPage.lessonId,
    classId: first.classA.id,
    subgroupId: first.classA.subgroupId,
    homeroomId: homeroom,
    otherClassId: first.classC.id,
    guardianshipId: await guardianship(ward),
  };
  const byRelation: Readonly<Record<Relation, Found>> = {
    own,
    sameClass: {
      ...own,
      guardianshipId: await guardianship(first.classA.students[1] ?? ''),
      studentId: first.classA.students[1] ?? '',
      pageId: first.sameClassPage.id,
      pageTeacherId: first.sameClassPage.teacherId,
      lessonId: first.sameClassPage.lessonId,
    },
    otherClass: {
      ...own,
      classId: first.classB.id,
      homeroomId: null,
      subgroupId: first.classB.subgroupId,
      guardianshipId: await guardianship(first.classB.students[0] ?? ''),
      studentId: first.classB.students[0] ?? '',
      pageId: first.otherClassPage.id,
      pageTeacherId: first.otherClassPage.teacherId,
      lessonId: first.otherClassPage.lessonId,
    },
    otherSchool: {
      staffId: second.teacher,
      periodId: second.periodId,
      roomId: second.roomId,
      actId: second.actId,
      overrideId: second.overrideId,
      importId: second.importId,
      scaleId: second.scaleId,
      purposeId: second.purposeId,
      requestId: (await linkRequests(schools, { schoolId: 2, lastName: canary, count: 1 }))[0] ?? '',
      schoolId: 2,
      classId: second.classA.id,
      homeroomId: null,
      subgroupId: second.classA.subgroupId,
      otherClassId: second.classC.id,
      guardianshipId: await second.guardianship(second.classA.students[0] ?? ''),
      studentId: second.classA.students[0] ?? '',
      pageId: second.ownPage.id,
      pageTeacherId: second.ownPage.teacherId,
      lessonId: second.ownPage.lessonId,
    },
    ended: {
      ...own,
      studentId: exGuardianOf,
      pageId: first.endedPage.id,
      pageTeacherId: first.endedPage.teacherId,
      lessonId: first.endedPage.lessonId,
    },
  };
  const endedClass: Found = {
    ...own,
    classId: first.classC.id,
    homeroomId: null,
    subgroupId: first.classC.subgroupId,
    studentId: first.classC.students[0] ?? '',
    pageId: first.endedClassPage.id,
    pageTeacherId: first.endedClassPage.teacherId,
    lessonId: first.endedClassPage.lessonId,
  };

  // The office moves students about, so the secretary and the administrator each have their own.
  const ofSecretary = async (relation: Relation, studentId: string): Promise<Found> => ({
    ...byRelation[relation],
    studentId,
    guardianshipId: await guardianship(studentId),
  });
  const secretaryFinds: Partial<Record<Relation, Found>> = {
    own: await ofSecretary('own', first.classA.students[3] ?? ''),
    sameClass: await ofSecretary('sameClass', first.classA.students[4] ?? ''),
    otherClass: await ofSecretary('otherClass', first.classB.students[3] ?? ''),
  };

  const requestIds = [...(await linkRequests(schools, { schoolId: 1, lastName: 'Просителева', count: 120 }))];
  const subjectIds = Array.from({ length: 120 }, () => uuidv7());
  await schools.superuser.query(
    `insert into curriculum.subject (school_id, id, name, short_name, kind, ordinal)
     select 1, id, id::text, id::text, 'lesson', 1 from unnest($1::uuid[]) as subjects(id)`,
    [subjectIds],
  );

  return {
    ...schools,
    freshSubject: () => subjectIds.pop() ?? '',
    freshRequest: () => requestIds.pop() ?? '',
    workTypeId: first.workTypeId,
    periodId: first.periodId,
    canary,
    found(role, relation) {
      if (role === 'secretary' && secretaryFinds[relation]) return secretaryFinds[relation];
      if (relation !== 'ended') return byRelation[relation];
      if (role === 'student') return { ...own, studentId: first.left };
      if (role === 'homeroomTeacher') return endedClass;
      if (ofTheSchool.has(role)) return own;
      return byRelation.ended;
    },
    loginOf(role, relation) {
      if (relation === 'ended') {
        if (ofTheSchool.has(role)) return `former${role}`;
        if (role === 'student') return 'left';
      }
      return logins[role];
    },
  };
}

/** Roles that end by their grant. */
const ofTheSchool: ReadonlySet<Role> = new Set(['deputyHead', 'secretary', 'schoolAdmin']);

const logins: Readonly<Record<Role, string | null>> = {
  anonymous: null,
  student: 'student',
  guardian: 'guardian',
  subjectTeacher: 'teacher',
  homeroomTeacher: 'homeroom',
  deputyHead: 'deputyHead',
  secretary: 'secretary',
  schoolAdmin: 'schoolAdmin',
  platformOperator: 'operator',
};

/** Guardians, each with one request that waits. */
async function linkRequests(
  { superuser }: TestSchools,
  { schoolId, lastName, count }: { schoolId: number; lastName: string; count: number },
): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  await superuser.query(
    `insert into roster.person (school_id, id, last_name, first_name, sort_key)
     select $1::int, id, $2::text, 'Имя', lower($2::text) from unnest($3::uuid[]) as ids(id)`,
    [schoolId, lastName, ids],
  );
  await superuser.query(
    `insert into onboarding.link_request (school_id, id, account_id, person_id, last_name, first_name, birth_date,
       kinship, document_kind, asked_at, expires_at)
     select $1::int, id, id, id, $2::text, 'Имя', '2013-03-08', 'mother', 'birthCertificate', now() - interval '400 days',
       now() + interval '900 days' from unnest($3::uuid[]) as ids(id)`,
    [schoolId, lastName, ids],
  );
  return ids;
}
