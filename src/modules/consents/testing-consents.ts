import { demoClock } from '#platform/clock.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rosterModule } from '#modules/roster/module.ts';
import { signedInAs, testSchools } from '#modules/identity/testing-school.ts';
import type { FamilyConsent, FamilyStudent } from './signing/facts.ts';
import { consentsModule } from './module.ts';

export const today = '2026-11-24';
const yearStart = '2026-09-01';

/** Whose birthday makes what of them on the day of the tests. */
export const birthdays = {
  child: '2014-05-01',
  teen: '2011-05-01',
  justTeen: '2012-11-10',
  adult: '2008-05-01',
  justAdult: '2008-11-10',
} as const;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';
type Ward = keyof typeof birthdays;

/**
 * Two schools. In the first: class 7А with a student of each age, whose mother, father, grandmother, a mother without the
 * scope `documents` and a father whose right ended yesterday have accounts; an office; a teacher who leads 7А.
 */
export async function testConsents() {
  const schools = await testSchools();
  const { row, superuser } = schools;
  const server = await schools.server({
    modules: [rosterModule, consentsModule],
    clock: demoClock({ offsetMs: Date.parse(`${today}T08:40:00Z`) - Date.now() }),
  });
  const cookies = new Map<string, string>();
  const people: Record<string, string> = {};

  const person = async (name: string, schoolId = 1) => (people[name] = await schools.person(schoolId, name));
  const account = async (login: string, schoolId = 1, role?: string) => {
    const id = people[login] ?? (await person(login, schoolId));
    await schools.account(login, [[schoolId, id]]);
    const grant = { school_id: schoolId, person_id: id, role, start_date: yearStart };
    if (role !== undefined) await row('identity.role_grant', grant);
    return id;
  };
  const classOf = async (schoolId: number) => {
    const year = await row('organisation.academic_year', {
      school_id: schoolId,
      name: '2026/27',
      start_date: yearStart,
      end_date: '2027-05-26',
    });
    const classId = await row('roster.school_class', {
      school_id: schoolId,
      academic_year_id: year,
      grade: 7,
      letter: 'А',
      lineage_id: uuidv7(),
    });
    const groupId = await row('roster.study_group', {
      school_id: schoolId,
      academic_year_id: year,
      kind: 'class',
      name: '7А',
    });
    await row('roster.group_class', { school_id: schoolId, group_id: groupId, class_id: classId });
    return { classId, groupId };
  };
  const student = async (name: string, given: { groupId: string; schoolId?: number; born: string }) => {
    const { schoolId = 1, groupId, born } = given;
    const id = await person(name, schoolId);
    await superuser.query('update roster.person set birth_date = $2 where id = $1', [id, born]);
    const since = { school_id: schoolId, student_id: id, start_date: yearStart };
    await row('roster.admission', since);
    await row('roster.group_membership', { ...since, group_id: groupId });
    return id;
  };
  const guardian = (name: string, of: string, more: Readonly<Record<string, unknown>> = {}) =>
    row('roster.guardianship', {
      school_id: 1,
      guardian_id: people[name],
      student_id: people[of],
      kinship: 'mother',
      scope: ['marks', 'documents'],
      start_date: yearStart,
      ...more,
    });

  const own = await classOf(1);
  const other = await classOf(2);
  for (const name of ['mama', 'papa', 'granny', 'stepmother', 'former']) await account(name);
  for (const name of Object.keys(birthdays) as Ward[]) {
    await student(name, { groupId: own.groupId, born: birthdays[name] });
    await account(name);
    await guardian('mama', name);
    await guardian('papa', name, { kinship: 'father' });
  }
  await guardian('granny', 'child', { kinship: 'grandmother' });
  await guardian('stepmother', 'child', { scope: ['marks'] });
  await guardian('former', 'child', { kinship: 'father', end_date: '2026-11-23' });
  await student('foreign', { groupId: other.groupId, schoolId: 2, born: birthdays.child });
  for (const role of ['secretary', 'schoolAdmin', 'deputyHead', 'teacher']) await account(role, 1, role);
  await account('homeroom', 1, 'teacher');
  await row('roster.staff', {
    school_id: 1,
    person_id: people['homeroom'],
    position: 'учитель',
    start_date: yearStart,
  });
  await row('roster.class_homeroom', {
    school_id: 1,
    class_id: own.classId,
    staff_id: people['homeroom'],
    start_date: yearStart,
  });
  await account('stranger', 2, 'secretary');

  const cookieOf = async (login: string) => {
    const cookie = cookies.get(login) ?? (await signedInAs(server, login));
    cookies.set(login, cookie);
    return cookie;
  };
  /** `POST 1/…` */
  const api = async (login: string, what: `${Method} ${string}`, payload?: object) =>
    server.app.inject({
      method: what.split(' ')[0] as Method,
      url: `/api/schools/${what.split(' ')[1] ?? ''}`,
      headers: { cookie: await cookieOf(login) },
      ...(payload === undefined ? {} : { payload }),
    });
  const page = async (login: string, query = '') =>
    server.app.inject({ url: `/account/consents${query}`, headers: { cookie: await cookieOf(login) } });
  /** What the page hands to its view. */
  const shown = async (login: string) => {
    const { body } = await page(login);
    const facts = JSON.parse(body.replace(/^<title>[^<]*<\/title>/u, '')) as {
      schools: { students: FamilyStudent[] }[];
    };
    return facts.schools.flatMap(({ students }) => students);
  };
  const consent = async (login: string, of: string, code = 'gosuslugi'): Promise<FamilyConsent | undefined> =>
    (await shown(login))
      .find(({ studentId }) => studentId === people[of])
      ?.consents.find((one) => one.code === code);
  const purposeId = async (code = 'gosuslugi') => {
    const { purposes } = (await api('secretary', 'GET 1/consent-purposes')).json<{
      purposes: { id: string; code: string | null }[];
    }>();
    return purposes.find((one) => one.code === code)?.id ?? '';
  };
  /** `yes`, or the word with other fields of the form. */
  const say = async (login: string, of: string, answer: string | Readonly<Record<string, string>>) =>
    server.app.inject({
      method: 'POST',
      url: '/account/consents',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: await cookieOf(login),
      },
      payload: new URLSearchParams({
        school: '1',
        student: people[of] ?? '',
        purpose: await purposeId(),
        version: '1',
        ...(typeof answer === 'string' ? { word: answer } : answer),
      }).toString(),
    });

  return {
    ...schools,
    server,
    people: people as Readonly<Record<string, string>>,
    classId: own.classId,
    foreignClassId: other.classId,
    guardian,
    api,
    page,
    shown,
    consent,
    purposeId,
    say,
    async drop() {
      await server.stop();
      await schools.drop();
    },
  };
}

export type TestConsents = Awaited<ReturnType<typeof testConsents>>;
