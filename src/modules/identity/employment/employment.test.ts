import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rosterModule } from '#modules/roster/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { employ, setPost } from './contract.ts';
import { employmentRoutes } from './routes.ts';

type Answer = {
  readonly personId?: string;
  readonly code?: string;
  readonly roles?: readonly string[];
  readonly facts?: { readonly people?: readonly { readonly id: string }[] };
};

async function anAdministration() {
  const school = aSchool(1);
  const foreign = aSchool(2);
  const seventh = school.withClass('7А', 1);
  const teacher = school.teacher('Ковалёва');
  const algebra = seventh.taughtBy(teacher, 'Алгебра');
  const people = {
    teacher,
    leader: seventh.homeroomOf('Классная'),
    guardian: school.guardianOf(seventh.students[0] ?? ''),
    admin: school.staff('Админова', 'schoolAdmin'),
    deputy: school.staff('Завучева', 'deputyHead'),
    stranger: foreign.staff('Чужая', 'schoolAdmin'),
  };
  school.row('identity.role_grant', {
    id: uuidv7(),
    person_id: people.admin.personId,
    role: 'schoolAdmin',
    start_date: '2020-09-01',
  });
  const modules = [
    rosterModule,
    { name: 'identity', endpoints: [employ, setPost], routes: employmentRoutes },
  ];
  return { server: await serverOf([school, foreign], { modules, people }), people, algebra, seventh };
}

let at: Awaited<ReturnType<typeof anAdministration>>;
beforeAll(async () => {
  at = await anAdministration();
});
afterAll(() => at.server.stop());

const names = { lastName: 'Ёжикова', firstName: 'Яна', middleName: null };
const person = { ...names, birthDate: null, gender: null, phone: null, email: null };
const post = { position: 'учитель физики', staffNumber: null, startDate: '2026-11-24', endDate: null };
const hire = (given: object = {}, { as = 'admin', key = uuidv7() } = {}) =>
  at.server.post<Answer>(as, '/staff', {
    key,
    body: { who: { person, notTheSameAs: [] }, ...post, roles: ['teacher'], ...given },
  });
const roles = (personId: string) =>
  at.server.sql<{ role: string; start_date: string; end_date: string | null }>(
    `select role, start_date, end_date from identity.role_grant where school_id = 1 and person_id = '${personId}' order by role`,
  );

describe('taking on', () => {
  test('a new member of staff has a card, a post and roles; the same key does it once', async () => {
    const key = uuidv7();
    const first = await hire({}, { key });
    expect(first.status).toBe(200);
    expect(await hire({}, { key })).toEqual(first);
    expect(await roles(first.reply.personId ?? '')).toEqual([
      { role: 'teacher', start_date: '2026-11-24', end_date: null },
    ]);
  });

  test('a namesake is shown first, also with «е» for «ё»; the office says it is somebody else', async () => {
    const twin = { person: { ...person, lastName: 'Ежикова' }, notTheSameAs: [] as string[] };
    const asked = await hire({ who: twin });
    expect([asked.status, asked.reply.code]).toEqual([409, 'post.alikePersons']);
    const known = asked.reply.facts?.people?.map(({ id }) => id) ?? [];
    expect((await hire({ who: { ...twin, notTheSameAs: known } })).status).toBe(200);
  });

  test('a guardian comes to work and stays one person', async () => {
    const { personId } = at.people.guardian;
    expect(await hire({ who: { personId } })).toEqual({ status: 200, reply: { personId } });
    const again = await hire({ who: { personId } });
    expect([again.status, again.reply.code]).toEqual([409, 'post.worksAlready']);
    expect((await hire({ who: { personId: uuidv7() } })).status).toBe(404);
  });

  test.each([
    ['deputy', 403],
    ['teacher', 404],
    ['guardian', 404],
    ['stranger', 404],
  ])('%s gives no roles: %i', async (as, status) => {
    expect(
      (await hire({ who: { person: { ...person, lastName: 'Никто' }, notTheSameAs: [] } }, { as })).status,
    ).toBe(status);
  });
});

describe('a post', () => {
  const set = (staffId: string, given: object, expected: object, as = 'admin') =>
    at.server.put<Answer>(as, `/staff/${staffId}`, { body: { ...given, expected } });
  const standing = { position: 'Учитель', staffNumber: null, startDate: '2020-09-01', endDate: null };

  test('roles are given from today and taken at once; who saw an older card is told', async () => {
    const { personId } = at.people.deputy;
    const none = { ...standing, roles: [] };
    const both = { ...standing, roles: ['deputyHead', 'teacher'] };
    expect(await set(personId, both, none)).toEqual({
      status: 200,
      reply: { roles: ['deputyHead', 'teacher'] },
    });
    const late = await set(personId, none, none);
    expect([late.status, late.reply.code]).toEqual([409, 'post.changedMeanwhile']);
    expect((await set(personId, { ...standing, roles: ['teacher'] }, both)).status).toBe(200);
    expect(await roles(personId)).toEqual([
      { role: 'deputyHead', start_date: '2026-11-24', end_date: '2026-11-23' },
      { role: 'teacher', start_date: '2026-11-24', end_date: null },
    ]);
  });

  test('the last day ends roles, classes led and pages; entries stay', async () => {
    const { personId } = at.people.leader;
    const leaves = { ...standing, endDate: '2026-12-31', roles: [] };
    expect((await set(personId, leaves, { ...standing, roles: [] })).status).toBe(200);
    const led = await at.server.sql(
      `select end_date from roster.class_homeroom where school_id = 1 and staff_id = '${personId}'`,
    );
    expect(led).toEqual([{ end_date: '2026-12-31' }]);
    const { personId: teacher } = at.people.teacher;
    expect((await set(teacher, leaves, { ...standing, roles: [] })).status).toBe(200);
    const pages = await at.server.sql(
      `select end_date from roster.assignment_teacher where school_id = 1 and staff_id = '${teacher}'`,
    );
    expect(pages).toEqual([{ end_date: '2026-12-31' }]);
  });

  test.each([
    ['the only administrator steps down', { roles: [] }, 409, 'post.lastAdministrator'],
    [
      'an end before the beginning',
      { roles: ['schoolAdmin'], endDate: '2019-01-01' },
      422,
      'post.endsBeforeBegins',
    ],
  ])('%s: refused', async (_, change, status, code) => {
    const expected = { ...standing, roles: ['schoolAdmin'] };
    const answer = await set(at.people.admin.personId, { ...standing, ...change }, expected);
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
  });

  test('nobody but the administrator, and no post of another school', async () => {
    const { personId } = at.people.stranger;
    const wish = { ...standing, roles: [] };
    expect((await set(personId, wish, wish)).status).toBe(404);
    expect((await set(at.people.teacher.personId, wish, wish, 'deputy')).status).toBe(403);
  });
});
