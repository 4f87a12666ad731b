import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableAccount } from '../accounts/commands.ts';
import { partsOf } from '../identity-parts.ts';
import { actorOf, twoClasses } from '../testing-classes.ts';
import {
  cookiesOf,
  postSession,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { issueSlips } from './commands.ts';
import type { ClassAccess } from './contract.ts';
import { printedSecret } from './rules.ts';

let schools: TestSchools;
let server: TestServer;
let id: Readonly<Record<string, string>>;
const clock = testClock();
const cookies: Record<string, string> = {};
const ownPassword = 'трактор лунный кисель';

beforeAll(async () => {
  schools = await testSchools();
  id = await twoClasses(schools);
  const admin = await schools.person(1, 'Админова');
  await schools.row('identity.role_grant', {
    school_id: 1,
    person_id: admin,
    role: 'schoolAdmin',
    start_date: '2020-09-01',
  });
  await schools.account('admin', [[1, admin]]);
  server = await schools.server({ clock });
  for (const name of ['homeroom', 'deputy', 'admin']) cookies[name] = await signedInAs(server, name);
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const ofClass = (letter: string) => `/api/schools/1/classes/${id[`class ${letter}`]}`;
const access = async (who: string, letter = 'А') =>
  (
    await server.app.inject({ url: `${ofClass(letter)}/access`, headers: { cookie: cookies[who] } })
  ).json<ClassAccess>();
const issue = (who: string, personIds: readonly (string | undefined)[], letter = 'А') =>
  server.app.inject({
    method: 'POST',
    url: `${ofClass(letter)}/access-slips`,
    headers: { cookie: cookies[who], 'content-type': 'application/json' },
    payload: { personIds },
  });

/** A slip whose secret the test knows: otherwise it stands in the PDF alone. */
async function slipFor(login: string, person: string) {
  const actor = await actorOf(server, await signedInAs(server, 'admin'));
  const parts = partsOf(server.platform);
  const { rows } = await schools.superuser.query<{ id: string }>(
    'select id from directory.account where login = $1',
    [login],
  );
  const accountId = rows[0]?.id ?? '';
  if (!actor) throw new Error('the administrator is nobody');
  const { slips } = await server.platform.database.identity((tx) =>
    issueSlips(tx, actor, {
      holders: [
        {
          names: { personId: id[person] ?? '', lastName: '', firstName: '', middleName: null },
          loginKind: 'initials',
          account: { accountId, login },
        },
      ],
      slipKey: parts.slipKey,
      now: clock.now(),
    }),
  );
  return printedSecret(slips[0]?.secret ?? '');
}

const post = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  server.app.inject({
    method: 'POST',
    url,
    remoteAddress: '192.0.2.44',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie === '' ? {} : { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });

describe('the list of a class', () => {
  test('tells students and guardians with what they have', async () => {
    const { schoolClass, students } = await access('homeroom');
    expect(schoolClass).toMatchObject({ grade: 7, letter: 'А' });
    expect(students).toHaveLength(1);
    expect(students[0]).toMatchObject({
      student: { lastName: 'УченикА', state: 'active', login: 'student а', refusal: null },
      guardians: [{ kinship: 'mother', guardian: { lastName: 'МатьА', refusal: 'otherSchool' } }],
    });
  });

  test('shows those who lead the school what they may not do', async () => {
    const { students } = await access('deputy', 'Б');
    expect(students[0]?.student).toMatchObject({ lastName: 'УченикБ', state: 'none', refusal: 'notAllowed' });
  });

  test('is not there for the homeroom teacher of another class', async () => {
    const answer = await server.app.inject({
      url: `${ofClass('Б')}/access`,
      headers: { cookie: cookies['homeroom'] },
    });
    expect(answer.statusCode).toBe(404);
  });
});

describe('issuing', () => {
  test('answers a PDF, makes accounts, and says so in the audit without a secret', async () => {
    const answer = await issue('admin', [id['student Б'], id['guardian Б']], 'Б');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const { students } = await access('admin', 'Б');
    expect(students[0]?.student).toMatchObject({ state: 'slip', login: 'uchenikb.imya' });
    expect(students[0]?.student.slipExpiresAt?.slice(0, 10)).toBe('2026-12-24');
    const { rows } = await schools.superuser.query<{ subject: object }>(
      `select subject from (select action, subject, at from platform.audit_pending
         union all select action, subject, at from platform.audit_seal) a where action = 'identity.issueSlips' order by at desc limit 1`,
    );
    expect(rows[0]?.subject).toEqual({
      persons: [id['student Б'], id['guardian Б']],
      expiresAt: '2026-12-24T06:00:00.000Z',
    });
  });

  test.each([
    ['somebody of another class', 'student Б', 409, 'accessSlips.notListed'],
    ['an account that opens another school', 'guardian А', 403, 'accessSlips.refused'],
  ])('is refused for %s, and for everybody asked with it', async (_, person, status, code) => {
    const before = await slipCount();
    const answer = await issue('homeroom', [id['student А'], id[person]]);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
    expect(await slipCount()).toBe(before);
  });

  test('for staff is the administrator’s alone', async () => {
    const ask = (who: string) =>
      server.app.inject({
        method: 'POST',
        url: '/api/schools/1/staff-access-slips',
        headers: { cookie: cookies[who], 'content-type': 'application/json' },
        payload: { personIds: [id['teacher А']] },
      });
    expect((await ask('homeroom')).statusCode).toBe(404);
    expect((await ask('deputy')).statusCode).toBe(403);
    expect((await ask('admin')).statusCode).toBe(200);
  });

  test('does not open a guardian who also works here to the homeroom teacher', async () => {
    const grant = await schools.row('identity.role_grant', {
      school_id: 1,
      person_id: id['student А'],
      role: 'librarian',
      start_date: '2020-09-01',
    });
    const answer = await issue('homeroom', [id['student А']]);
    expect(answer.json()).toMatchObject({
      code: 'accessSlips.refused',
      facts: { personId: id['student А'], why: 'staffAccount' },
    });
    await schools.superuser.query('delete from identity.role_grant where id = $1', [grant]);
  });
});

const slipCount = async () =>
  (
    await schools.superuser.query<{ count: number }>(
      'select count(*)::int as count from directory.access_slip',
    )
  ).rows[0]?.count;

describe('a slip', () => {
  test('opens one page, and after an own password everything', async () => {
    const before = await signedInAs(server, 'guardian Б');
    const code = await slipFor('guardian б', 'guardian Б');
    const answer = await postSession(server, 'guardian Б', {
      password: code.toLowerCase().replace('-', ' '),
    });
    expect(answer.statusCode).toBe(200);
    const cookie = cookiesOf(answer.headers['set-cookie']);

    const told = await server.app.inject({ url: '/api/session', headers: { cookie } });
    expect([told.statusCode, told.json<{ code: string }>().code]).toEqual([403, 'ownPasswordNeeded']);
    const page = await server.app.inject({ url: '/account', headers: { cookie } });
    expect([page.statusCode, page.headers.location]).toEqual([303, '/own-password?next=%2Faccount']);
    expect(await sessionStatus(server, before)).toBe(200);

    const weak = await post(
      '/own-password',
      { password: 'qwertyui', repeated: 'qwertyui', next: '/account' },
      cookie,
    );
    expect(weak.statusCode).toBe(422);
    expect(weak.body).toContain('ownPassword.tooEasy');
    const set = await post(
      '/own-password',
      { password: ownPassword, repeated: ownPassword, next: '/account' },
      cookie,
    );
    expect([set.statusCode, set.headers.location]).toEqual([
      303,
      '/account/consents?first=1&next=%2Faccount',
    ]);
    expect(await sessionStatus(server, cookiesOf(set.headers['set-cookie']))).toBe(200);
    expect(await sessionStatus(server, cookie)).toBe(401);
    expect(await sessionStatus(server, before)).toBe(401);
    expect((await postSession(server, 'guardian Б', { password: code })).statusCode).toBe(401);
    expect((await postSession(server, 'guardian Б')).statusCode).toBe(401);
    expect((await postSession(server, 'guardian Б', { password: ownPassword })).statusCode).toBe(200);
  });

  test('opens by its code alone, as often as needed until a password is set', async () => {
    const code = await slipFor('student а', 'student А');
    for (let time = 0; time < 2; time += 1) {
      const answer = await post('/code', { code });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
      expect(await sessionStatus(server, cookiesOf(answer.headers['set-cookie']))).toBe(403);
    }
  });

  test('leaves the password somebody has, until it is used', async () => {
    await slipFor('student а', 'student А');
    expect(await sessionStatus(server, await signedInAs(server, 'student А'))).toBe(200);
  });

  test('ends when another one is given', async () => {
    const first = await slipFor('student а', 'student А');
    const second = await slipFor('student а', 'student А');
    const refused = await post('/code', { code: first });
    expect(refused.statusCode).toBe(401);
    expect(refused.body).toContain('signIn.wrongCode');
    expect((await post('/code', { code: second })).statusCode).toBe(303);
  });

  test('of another account does not fit this login', async () => {
    const code = await slipFor('student а', 'student А');
    const answer = await postSession(server, 'teacher Б', { password: code });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([401, 'signIn.wrong']);
  });

  test('says that its time is over to whoever holds it', async () => {
    const code = await slipFor('student а', 'student А');
    clock.moveBy(30 * 86_400_000);
    const byCode = await post('/code', { code });
    expect([byCode.statusCode, byCode.body.includes('signIn.slipExpired')]).toEqual([401, true]);
    const byLogin = await postSession(server, 'student А', { password: code });
    expect(byLogin.json<{ code: string }>().code).toBe('signIn.slipExpired');
    expect(
      (await postSession(server, 'student А', { password: 'k7m29-qxd3f' })).json<{ code: string }>().code,
    ).toBe('signIn.wrong');
  });

  test('of a closed account opens nothing', async () => {
    const code = await slipFor('teacher б', 'teacher Б');
    const { rows } = await schools.superuser.query<{ id: string }>(
      `select id from directory.account where login = 'teacher б'`,
    );
    await server.platform.database.identity((tx) =>
      disableAccount(tx, { accountId: rows[0]?.id ?? '', now: clock.now() }, null),
    );
    expect((await post('/code', { code })).statusCode).toBe(401);
    expect((await postSession(server, 'teacher Б', { password: code })).json<{ code: string }>().code).toBe(
      'signIn.wrong',
    );
  });
});
