import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoClasses } from '../testing-classes.ts';
import { setUpApp } from '../testing-factor.ts';
import {
  postSession,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { resetFactorOf } from './commands.ts';

let schools: TestSchools;
let server: TestServer;
let adminId: string;
let admin: string;
const clock = testClock();

beforeAll(async () => {
  schools = await testSchools();
  await twoClasses(schools);
  adminId = await schools.person(1, 'Админова');
  await schools.row('identity.role_grant', {
    school_id: 1,
    person_id: adminId,
    role: 'schoolAdmin',
    start_date: '2020-09-01',
  });
  await schools.account('admin', [[1, adminId]]);
  server = await schools.server({ clock });
  admin = await signedInAs(server, 'admin');
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

async function colleague(login: string, elsewhere = false): Promise<{ personId: string; cookie: string }> {
  const personId = await schools.person(1, login);
  await schools.account(login, [
    [1, personId],
    ...(elsewhere ? [[2, await schools.person(2, login)] as const] : []),
  ]);
  const cookie = await signedInAs(server, login);
  await setUpApp(server, { cookie, now: clock.now() });
  return { personId, cookie };
}

async function reset(cookie: string, personId: string, schoolId = 1): Promise<[number, string | null]> {
  const answer = await server.app.inject({
    method: 'DELETE',
    url: `/api/schools/${schoolId}/persons/${personId}/second-factor`,
    headers: { cookie },
  });
  return [answer.statusCode, answer.statusCode === 204 ? null : answer.json<{ code: string }>().code];
}

test('an administrator takes a lost factor away: sessions end, the password signs in, both are told', async () => {
  const { personId, cookie } = await colleague('forgetful');
  expect((await postSession(server, 'forgetful')).statusCode).toBe(401);
  expect(await reset(admin, personId)).toEqual([204, null]);
  expect(await sessionStatus(server, cookie)).toBe(401);
  const own = await signedInAs(server, 'forgetful');
  const page = await server.app.inject({ url: '/security', headers: { cookie: own } });
  expect(page.body).toContain('"kind":"factorReset"');
  const { rows } = await schools.superuser.query<{ account_id: string }>(
    `select account_id from platform.audit_pending where action = 'identity.factorReset'
     union all select account_id from platform.audit_seal where action = 'identity.factorReset'`,
  );
  expect(rows).toHaveLength(1);
  // Again there is nothing to take.
  expect(await reset(admin, personId)).toEqual([204, null]);
});

test('nobody else does, and the administrator not everything', async () => {
  const { personId, cookie } = await colleague('careful');
  expect(await reset(await signedInAs(server, 'deputy'), personId)).toEqual([403, 'notAllowed']);
  expect(await reset(cookie, personId)).toEqual([404, 'notFound']);
  expect(await reset(admin, personId, 2)).toEqual([404, 'notFound']);
  expect(await reset(admin, adminId)).toEqual([403, 'factor.resetRefused']);
  const both = await colleague('of two schools', true);
  expect(await reset(admin, both.personId)).toEqual([403, 'factor.resetRefused']);
  for (const login of ['careful', 'of two schools'])
    expect((await postSession(server, login)).statusCode).toBe(401);
});

test('a person of another school is not reached by its id', async () => {
  const personId = await schools.person(2, 'foreign');
  await schools.account('foreign', [[2, personId]]);
  await setUpApp(server, { cookie: await signedInAs(server, 'foreign'), now: clock.now() });
  await reset(admin, personId);
  expect((await postSession(server, 'foreign')).statusCode).toBe(401);
});

test('the command line helps the only administrator', async () => {
  await setUpApp(server, { cookie: admin, now: clock.now() });
  expect((await postSession(server, 'admin')).statusCode).toBe(401);
  const line = (login: string) => schools.database.db.identity((tx) => resetFactorOf(tx, login, clock.now()));
  expect(await line('nobody')).toBe('unknown');
  expect(await line(' Admin')).toBe('done');
  expect(await line('admin')).toBe('none');
  expect((await postSession(server, 'admin')).statusCode).toBe(200);
});
