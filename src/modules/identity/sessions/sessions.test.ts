import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replacePassword } from '../accounts/commands.ts';
import { partsOf } from '../identity-parts.ts';
import { hashPassword } from '../password-hashes.ts';
import {
  cookiesOf,
  password,
  postSession,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import type { SessionReply } from './contract.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
const clock = testClock();
const accounts: Record<string, string> = {};

beforeAll(async () => {
  schools = await testSchools();
  const teacher = await schools.person(1, 'Учительница');
  await schools.row('identity.role_grant', {
    school_id: 1,
    person_id: teacher,
    role: 'teacher',
    start_date: '2026-09-01',
  });
  await schools.account('teacher', [[1, teacher]]);
  const deputy = await schools.person(1, 'Завуч');
  for (const role of ['teacher', 'deputyHead'])
    await schools.row('identity.role_grant', {
      school_id: 1,
      person_id: deputy,
      role,
      start_date: '2026-09-01',
    });
  await schools.account('deputy', [[1, deputy]]);
  await schools.account('guardian', [
    [1, await schools.person(1, 'Родитель')],
    [2, await schools.person(2, 'Родитель')],
  ]);
  for (const name of ['renewed']) {
    accounts[name] = await schools.account(name, [[1, await schools.person(1, name)]]);
  }
  first = await schools.server({ clock });
  second = await schools.server({ clock });
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

describe('a session', () => {
  test('is another after each sign-in, and the old one ends', async () => {
    const old = await signedInAs(first, 'guardian');
    expect(await sessionStatus(second, old)).toBe(200);
    const fresh = await signedInAs(first, 'guardian', { cookie: old });
    expect(fresh).not.toBe(old);
    // Each server hears of it by itself.
    for (const server of [second, first])
      await expect.poll(() => sessionStatus(server, old), { timeout: 1_000 }).toBe(401);
    expect(await sessionStatus(first, fresh)).toBe(200);
  });

  test('that was signed out is refused everywhere within a second', async () => {
    const cookie = await signedInAs(first, 'guardian');
    expect(await sessionStatus(second, cookie)).toBe(200);
    const answer = await first.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect(await sessionStatus(first, cookie)).toBe(401);
    await expect.poll(() => sessionStatus(second, cookie), { timeout: 1_000 }).toBe(401);
    const again = await first.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(again.statusCode).toBe(204);
  });

  test('ends with a new password', async () => {
    const cookie = await signedInAs(first, 'renewed');
    const passwordHash = await hashPassword('другой', schools.secrets);
    await schools.database.db.identity((tx) =>
      replacePassword(tx, { accountId: accounts['renewed'] ?? '', passwordHash, now: clock.now() }, null),
    );
    await expect.poll(() => sessionStatus(second, cookie), { timeout: 1_000 }).toBe(401);
    expect((await postSession(first, 'renewed')).statusCode).toBe(401);
    expect((await postSession(first, 'renewed', { password: 'другой' })).statusCode).toBe(200);
  });

  test('of the staff ends after half an hour without use and after twelve hours at all', async () => {
    const begun = clock.now().getTime();
    const cookie = await signedInAs(first, 'teacher');
    const uses = 25;
    for (let at = 0; at < uses; at += 1) {
      clock.moveBy(29 * 60_000);
      expect(await sessionStatus(at % 2 === 0 ? first : second, cookie), `use ${at}`).toBe(
        clock.now().getTime() - begun < 12 * 3_600_000 ? 200 : 401,
      );
      await partsOf(first.platform).settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const idle = await signedInAs(first, 'teacher');
    clock.moveBy(31 * 60_000);
    expect(await sessionStatus(first, idle)).toBe(401);
    expect(await sessionStatus(second, idle)).toBe(401);
  });

  test('on a shared computer is short, has no office, and leaves no known device', async () => {
    const answer = await first.app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ login: 'deputy', password, shared: 'yes' }).toString(),
    });
    const cookie = cookiesOf(answer.headers['set-cookie']);
    expect([answer.headers['set-cookie']].flat()).toHaveLength(1);
    const session = async () =>
      (await first.app.inject({ url: '/api/session', headers: { cookie } })).json<SessionReply>();
    const { kind, persons } = await session();
    expect(kind).toBe('shared');
    expect(
      persons.map(({ roles, homeroomClasses }) => [roles.map(({ role }) => role), homeroomClasses]),
    ).toEqual([[['teacher'], []]]);
    const own = await signedInAs(first, 'deputy');
    const whole = (
      await first.app.inject({ url: '/api/session', headers: { cookie: own } })
    ).json<SessionReply>();
    expect(whole.persons[0]?.roles.map(({ role }) => role).toSorted()).toEqual(['deputyHead', 'teacher']);
    clock.moveBy(16 * 60_000);
    expect(await sessionStatus(first, cookie)).toBe(401);
    expect(await sessionStatus(first, own)).toBe(200);
  });

  test.each(['', '__Host-parta=', '__Host-parta=short', `__Host-parta=${'A'.repeat(43)}`])(
    'is not made of «%s»',
    async (cookie) => {
      expect(await sessionStatus(first, cookie)).toBe(401);
    },
  );
});
