import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  postForm,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
const clock = testClock();
const phone = 'Mozilla/5.0 (Linux; Android 10; K) Chrome/141.0.0.0 Mobile Safari/537.36';

beforeAll(async () => {
  schools = await testSchools();
  for (const name of ['guardian', 'stranger'])
    await schools.account(name, [[1, await schools.person(1, name)]]);
  first = await schools.server({ clock });
  second = await schools.server({ clock });
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

type Shown = { sessions: { id: string; isThis: boolean; device: { browser: string | null } }[] };

async function shown(cookie: string): Promise<Shown['sessions']> {
  const { body } = await first.app.inject({ url: '/security', headers: { cookie } });
  return (JSON.parse(body.slice(body.indexOf('{'))) as Shown).sessions;
}

async function ended(server: TestServer, cookie: string): Promise<void> {
  await expect.poll(() => sessionStatus(server, cookie), { timeout: 1_000 }).toBe(401);
}

test('lists the own sessions, this one first, and ends one of them everywhere', async () => {
  const other = await signedInAs(first, 'guardian', { userAgent: phone });
  clock.moveBy(60_000);
  const own = await signedInAs(first, 'guardian');
  await signedInAs(first, 'stranger');
  const list = await shown(own);
  expect(list.map(({ isThis, device }) => [isThis, device.browser])).toEqual([
    [true, null],
    [false, 'Chrome'],
  ]);
  // Known to the other server, so that it must hear of the end.
  expect(await sessionStatus(second, other)).toBe(200);
  const answer = await postForm(first, '/security/end-session', { session: list[1]?.id ?? '', cookie: own });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/security']);
  await ended(first, other);
  await ended(second, other);
  expect(await shown(own)).toHaveLength(1);
});

test('a session of another account is not ended, nor told of', async () => {
  const own = await signedInAs(first, 'guardian');
  const foreign = await signedInAs(first, 'stranger');
  const [{ id } = { id: '' }] = await shown(foreign);
  for (const session of [id, 'nonsense', '']) {
    const answer = await postForm(first, '/security/end-session', { session, cookie: own });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/security']);
  }
  expect(await sessionStatus(first, foreign)).toBe(200);
});

test('all others end at once, and the act stands in the audit', async () => {
  const others = [await signedInAs(first, 'guardian'), await signedInAs(first, 'guardian')];
  const own = await signedInAs(first, 'guardian');
  for (const cookie of others) expect(await sessionStatus(second, cookie)).toBe(200);
  await postForm(first, '/security/end-others', { cookie: own });
  for (const cookie of others) await ended(second, cookie);
  expect(await sessionStatus(first, own)).toBe(200);
  const { rows } = await schools.superuser.query<{ count: number }>(
    `select count(*)::int from (
       select action from platform.audit_pending union all select action from platform.audit_seal) a
     where action = 'identity.endSessions'`,
  );
  expect(rows[0]?.count).toBe(2);
});

test('whoever is not signed in is sent to the door', async () => {
  expect((await first.app.inject({ url: '/security' })).headers.location).toBe('/sign-in?next=%2Fsecurity');
  expect((await postForm(first, '/security/end-others', {})).headers.location).toBe('/sign-in');
});
