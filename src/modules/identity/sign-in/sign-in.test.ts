import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disableAccount } from '../accounts/commands.ts';
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
  await schools.account('guardian', [
    [1, await schools.person(1, 'Родитель')],
    [2, await schools.person(2, 'Родитель')],
  ]);
  for (const name of ['gone', 'spare', 'known', 'outdated']) {
    accounts[name] = await schools.account(name, [[1, await schools.person(1, name)]]);
  }
  first = await schools.server({ clock });
  second = await schools.server({ clock });
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await schools.drop();
});

const get = (server: TestServer, cookie: string) =>
  server.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } });

describe('signing in', () => {
  test('gives a session that lives on every server', async () => {
    const answer = await postSession(first, '  Teacher ');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ account: { login: 'teacher' }, kind: 'staff' });
    const [session, device] = [answer.headers['set-cookie'] ?? []].flat();
    expect(session).toMatch(
      /^__Host-parta=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/,
    );
    expect(device).toMatch(
      /^__Host-parta-device=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const cookie = cookiesOf(answer.headers['set-cookie']);
    for (const server of [first, second]) {
      const told = await get(server, cookie);
      expect(told.statusCode).toBe(200);
      expect(told.json()).toMatchObject({
        persons: [
          {
            schoolId: 1,
            schoolName: 'Школа № 1',
            timeZone: 'Europe/Moscow',
            today: '2026-11-24',
            lastName: 'Учительница',
            roles: [{ role: 'teacher', startDate: '2026-09-01', endDate: null }],
          },
        ],
      });
    }
  });

  test('keeps a family for a term, in all its schools', async () => {
    const answer = await postSession(first, 'guardian');
    const told = answer.json<{ kind: string; persons: { schoolId: number }[]; expiresAt: string }>();
    expect(told.kind).toBe('family');
    expect(told.persons.map(({ schoolId }) => schoolId)).toEqual([1, 2]);
    expect(Date.parse(told.expiresAt) - clock.now().getTime()).toBe(90 * 86_400_000);
  });

  test('keeps only a hash of what the cookie holds', async () => {
    const cookie = await signedInAs(first, 'guardian');
    const token = /__Host-parta=([\w-]+)/.exec(cookie)?.[1] ?? '';
    const { rows } = await schools.superuser.query<{ line: string }>(
      'select s::text as line from directory.session s',
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ line }) => line.includes(token))).toEqual([]);
  });

  test.each([
    ['a wrong password', 'spare', 'не тот'],
    ['a login nobody has', 'nobody', password],
  ])('refuses %s', async (_, login, tried) => {
    const answer = await postSession(first, login, { password: tried });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'signIn.wrong' });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('works as much for a login nobody has as for a known one', async () => {
    const { hashes } = partsOf(first.platform);
    const before = hashes.computed();
    await postSession(first, 'unheard-of', { password: 'x' });
    expect(hashes.computed()).toBe(before + 1);
    await postSession(first, 'known', { password: 'x' });
    expect(hashes.computed()).toBe(before + 2);
  });

  test('refuses a closed account like a wrong password, and its sessions within a second', async () => {
    const cookie = await signedInAs(first, 'gone');
    expect(await sessionStatus(second, cookie)).toBe(200);
    await schools.database.db.identity((tx) =>
      disableAccount(tx, { accountId: accounts['gone'] ?? '', now: clock.now() }, null),
    );
    await expect.poll(() => sessionStatus(second, cookie), { timeout: 1_000 }).toBe(401);
    expect((await postSession(first, 'gone')).json()).toMatchObject({ code: 'signIn.wrong' });
  });

  test('computes a cheap old hash anew', async () => {
    const { hash } = await import('@node-rs/argon2');
    const { createHmac } = await import('node:crypto');
    const peppered = createHmac('sha256', schools.secrets.passwordPepper).update(password).digest('base64');
    const cheap = await hash(peppered, { memoryCost: 4096, timeCost: 1 });
    await schools.superuser.query(
      `update directory.account set password_hash = $1 where login = 'outdated'`,
      [cheap],
    );
    expect((await postSession(first, 'outdated')).statusCode).toBe(200);
    const stored = async () => {
      const { rows } = await schools.superuser.query<{ password_hash: string }>(
        `select password_hash from directory.account where login = 'outdated'`,
      );
      return rows[0]?.password_hash ?? '';
    };
    await expect.poll(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await postSession(first, 'outdated')).statusCode).toBe(200);
  });

  test('does not accept a password without the pepper', async () => {
    const bare = await hashPassword(password, { passwordPepper: Buffer.alloc(32) });
    await schools.superuser.query(`update directory.account set password_hash = $1 where login = 'spare'`, [
      bare,
    ]);
    expect((await postSession(first, 'spare')).statusCode).toBe(401);
  });
});

describe('forms without script', () => {
  const submit = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    first.app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });

  test('sign in and lead on, but never away', async () => {
    const answer = await submit('/sign-in', { login: 'guardian', password, next: '/diary?week=1' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/diary?week=1']);
    expect(await sessionStatus(first, cookiesOf(answer.headers['set-cookie']))).toBe(200);
    const away = await submit('/sign-in', { login: 'guardian', password, next: '//elsewhere.example' });
    expect(away.headers.location).toBe('/');
  });

  test('are shown again with what was typed, but the password', async () => {
    const answer = await submit('/sign-in', { login: 'guardian', password: 'не тот', next: '/diary' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain(
      '"login":"guardian","next":"/diary","isShared":false,"canRecover":false,"isRecovered":false,"problem":{"code":"signIn.wrong"',
    );
    expect(answer.body).not.toContain('не тот');
  });

  test.each([
    [{ origin: 'https://elsewhere.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('of other sites are refused: %o', async (headers) => {
    const answer = await submit('/sign-in', { login: 'guardian', password }, headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('sign out', async () => {
    const cookie = await signedInAs(first, 'guardian');
    const answer = await submit('/sign-out', {}, { cookie });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in']);
    expect(await sessionStatus(first, cookie)).toBe(401);
  });
});
