import { afterAll, beforeAll, expect, test } from 'vitest';
import { givePassword } from '../accounts/commands.ts';
import { hashPassword } from '../password-hashes.ts';
import { twoClasses } from '../testing-classes.ts';
import {
  cookiesOf,
  password,
  postForm,
  postSession,
  sessionStatus,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let server: TestServer;
const ownPassword = 'трактор лунный кисель';

beforeAll(async () => {
  schools = await testSchools();
  await twoClasses(schools);
  server = await schools.server();
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const post = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  postForm(server, url, { ...fields, cookie });

test('asks for the current one, and ends the other sessions', async () => {
  const [own, other] = [await signedInAs(server, 'teacher А'), await signedInAs(server, 'teacher А')];
  const wish = { password: ownPassword, repeated: ownPassword };
  const wrong = await post('/own-password', { ...wish, current: 'не тот пароль' }, own);
  expect(wrong.body).toContain('ownPassword.currentWrong');
  expect(await sessionStatus(server, own)).toBe(200);
  const same = await post('/own-password', { current: password, password, repeated: password }, own);
  expect(same.body).toContain('ownPassword.sameAsCurrent');
  const done = await post('/own-password', { ...wish, current: password }, own);
  expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
  expect(await sessionStatus(server, other)).toBe(401);
  expect(await sessionStatus(server, cookiesOf(done.headers['set-cookie']))).toBe(200);
});

test('a printed password must be changed before anything else', async () => {
  await schools.superuser.query(
    `update directory.account set must_change_password = true where login = 'deputy'`,
  );
  const cookie = await signedInAs(server, 'deputy');
  expect(await sessionStatus(server, cookie)).toBe(403);
  const same = await post('/own-password', { password, repeated: password }, cookie);
  expect(same.body).toContain('ownPassword.sameAsCurrent');
  const done = await post('/own-password', { password: ownPassword, repeated: ownPassword }, cookie);
  expect(await sessionStatus(server, cookiesOf(done.headers['set-cookie']))).toBe(200);
});

test('a password given from the command line opens the choice of an own one, and ends what was open', async () => {
  const before = await signedInAs(server, 'guardian');
  const give = async (login: string) => {
    const passwordHash = await hashPassword('временный 2026', schools.secrets);
    return schools.database.db.identity((tx) => givePassword(tx, { login, passwordHash, now: new Date() }));
  };
  expect(await give('nobody')).toBe('unknown');
  expect(await give(' Guardian')).toBe('done');
  await expect.poll(() => sessionStatus(server, before)).toBe(401);
  const answer = await postSession(server, 'guardian', { password: 'временный 2026' });
  expect(await sessionStatus(server, cookiesOf(answer.headers['set-cookie']))).toBe(403);
});

test('strangers are sent to the door', async () => {
  const page = await server.app.inject({ url: '/own-password' });
  expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in']);
  expect(
    (await post('/own-password', { password: ownPassword, repeated: ownPassword })).headers.location,
  ).toBe('/sign-in');
});
