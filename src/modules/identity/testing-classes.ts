import type { Actor } from '#platform/actor.ts';
import type { TestSchools, TestServer } from './testing-school.ts';

/**
 * Classes 7 «А» and 7 «Б» of school 1, each with a student, a mother, a teacher and a page; the
 * homeroom teacher of «А», a deputy head; the mother in «А» has a child in school 2. Accounts are
 * named as the ids: `guardian` (of «А»), `guardian Б`, `teacher А`, `homeroom`, `deputy` …
 */
export async function twoClasses(schools: TestSchools): Promise<Readonly<Record<string, string>>> {
  const id: Record<string, string> = {};
  const { row, person } = schools;
  const year = await row('organisation.academic_year', {
    school_id: 1,
    name: '2026/27',
    start_date: '2026-09-01',
    end_date: '2027-08-31',
  });
  const subject = await row('curriculum.subject', {
    school_id: 1,
    name: 'Алгебра',
    short_name: 'Алг',
    kind: 'lesson',
    ordinal: 1,
  });
  for (const letter of ['А', 'Б']) {
    const schoolClass = await row('roster.school_class', {
      school_id: 1,
      academic_year_id: year,
      grade: 7,
      letter,
      lineage_id: year,
    });
    const group = await row('roster.study_group', {
      school_id: 1,
      academic_year_id: year,
      kind: 'class',
      name: `7 «${letter}»`,
    });
    await row('roster.group_class', { school_id: 1, group_id: group, class_id: schoolClass });
    id[`class ${letter}`] = schoolClass;
    id[`page ${letter}`] = await row('roster.teaching_assignment', {
      school_id: 1,
      academic_year_id: year,
      group_id: group,
      subject_id: subject,
      journal_kind: 'lesson',
    });
    const student = (id[`student ${letter}`] = await person(1, `Ученик${letter}`));
    await row('roster.admission', { school_id: 1, student_id: student, start_date: '2025-09-01' });
    await row('roster.group_membership', {
      school_id: 1,
      group_id: group,
      student_id: student,
      start_date: '2026-09-01',
    });
    const guardian = (id[`guardian ${letter}`] = await person(1, `Мать${letter}`));
    id[`guardianship ${letter}`] = await row('roster.guardianship', {
      school_id: 1,
      guardian_id: guardian,
      student_id: student,
      kinship: 'mother',
      start_date: '2025-09-01',
    });
    const teacher = (id[`teacher ${letter}`] = await person(1, `Учитель${letter}`));
    await row('roster.staff', {
      school_id: 1,
      person_id: teacher,
      position: 'учитель',
      start_date: '2020-09-01',
    });
    await row('roster.assignment_teacher', {
      school_id: 1,
      assignment_id: id[`page ${letter}`],
      staff_id: teacher,
      start_date: '2026-09-01',
    });
    await row('identity.role_grant', {
      school_id: 1,
      person_id: teacher,
      role: 'teacher',
      start_date: '2020-09-01',
    });
  }
  const homeroom = (id['homeroom'] = await person(1, 'Классная'));
  await row('roster.staff', {
    school_id: 1,
    person_id: homeroom,
    position: 'учитель',
    start_date: '2020-09-01',
  });
  await row('roster.class_homeroom', {
    school_id: 1,
    class_id: id['class А'],
    staff_id: homeroom,
    start_date: '2026-09-01',
  });
  const deputy = (id['deputy'] = await person(1, 'Завуч'));
  id['deputy grant'] = await row('identity.role_grant', {
    school_id: 1,
    person_id: deputy,
    role: 'deputyHead',
    start_date: '2020-09-01',
  });
  // The mother in «А» has a child in the second school too.
  id['student 2'] = await person(2, 'УченикДва');
  id['guardian 2'] = await person(2, 'МатьА');
  await row('roster.guardianship', {
    school_id: 2,
    guardian_id: id['guardian 2'],
    student_id: id['student 2'],
    kinship: 'mother',
    start_date: '2025-09-01',
  });
  await schools.account('guardian', [
    [1, id['guardian А'] ?? ''],
    [2, id['guardian 2'] ?? ''],
  ]);
  for (const name of ['guardian Б', 'teacher А', 'teacher Б', 'homeroom', 'deputy', 'student А']) {
    await schools.account(name, [[1, id[name] ?? '']]);
  }
  return id;
}

/** The actor of a session, as the server’s policies get it. */
export async function actorOf(server: TestServer, cookie: string, schoolId = 1): Promise<Actor | null> {
  const request = {
    id: '',
    ip: '192.0.2.1',
    protocol: 'https',
    host: 'localhost',
    headers: { cookie },
  } as const;
  const signedIn = await server.platform.actors.signedIn(request);
  return signedIn && server.platform.actors.actor(signedIn, schoolId);
}
