import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clock } from '#platform/clock.ts';
import { disableAccount, replacePassword } from '../accounts/commands.ts';
import { partsOf } from '../identity-parts.ts';
import { hashPassword } from '../password-hashes.ts';
import {
  cookiesOf,
  password,
  postSession,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let first: TestServer;
let second: TestServer;
let wall = Date.parse('2026-11-24T06:00:00Z');
const clock: Clock = {
  now: () => new Date(wall),
  schoolNow: () => new Date(wall),
  today: (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(wall),
};
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
  const guardian = await schools.person(1, 'Родитель');
  const elsewhere = await schools.person(2, 'Родитель');
  accounts['teacher'] = await schools.account('teacher', [[1, teacher]]);
  accounts['guardian'] = await schools.account('guardian', [
    [1, guardian],
    [2, elsewhere],
  ]);
  for (const name of ['gone', 'renewed', 'target', 'owner', 'spare', 'outdated', 'idle']) {
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
const statusOf = async (server: TestServer, cookie: string) => (await get(server, cookie)).statusCode;

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
    expect(Date.parse(told.expiresAt) - wall).toBe(90 * 86_400_000);
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
    await postSession(first, 'renewed', { password: 'x' });
    expect(hashes.computed()).toBe(before + 2);
  });

  test('refuses a closed account like a wrong password, and its sessions within a second', async () => {
    const cookie = await signedInAs(first, 'gone');
    expect(await statusOf(second, cookie)).toBe(200);
    await schools.database.db.identity((tx) =>
      disableAccount(tx, { accountId: accounts['gone'] ?? '', now: clock.now() }, null),
    );
    await expect.poll(() => statusOf(second, cookie), { timeout: 1_000 }).toBe(401);
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

describe('a session', () => {
  test('is another after each sign-in, and the old one ends', async () => {
    const old = await signedInAs(first, 'guardian');
    expect(await statusOf(second, old)).toBe(200);
    const fresh = await signedInAs(first, 'guardian', { cookie: old });
    expect(fresh).not.toBe(old);
    await expect.poll(() => statusOf(second, old), { timeout: 1_000 }).toBe(401);
    expect(await statusOf(first, old)).toBe(401);
    expect(await statusOf(first, fresh)).toBe(200);
  });

  test('that was signed out is refused everywhere within a second', async () => {
    const cookie = await signedInAs(first, 'guardian');
    expect(await statusOf(second, cookie)).toBe(200);
    const answer = await first.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect(await statusOf(first, cookie)).toBe(401);
    await expect.poll(() => statusOf(second, cookie), { timeout: 1_000 }).toBe(401);
    const again = await first.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } });
    expect(again.statusCode).toBe(204);
  });

  test('ends with a new password', async () => {
    const cookie = await signedInAs(first, 'renewed');
    const passwordHash = await hashPassword('другой', schools.secrets);
    await schools.database.db.identity((tx) =>
      replacePassword(tx, { accountId: accounts['renewed'] ?? '', passwordHash, now: clock.now() }, null),
    );
    await expect.poll(() => statusOf(second, cookie), { timeout: 1_000 }).toBe(401);
    expect((await postSession(first, 'renewed')).statusCode).toBe(401);
    expect((await postSession(first, 'renewed', { password: 'другой' })).statusCode).toBe(200);
  });

  test('of the staff ends after half an hour without use and after twelve hours at all', async () => {
    const begun = wall;
    const cookie = await signedInAs(first, 'teacher');
    const uses = 25;
    for (let at = 0; at < uses; at += 1) {
      wall += 29 * 60_000;
      expect(await statusOf(at % 2 === 0 ? first : second, cookie), `use ${at}`).toBe(
        wall - begun < 12 * 3_600_000 ? 200 : 401,
      );
      await partsOf(first.platform).settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const idle = await signedInAs(first, 'teacher');
    wall += 31 * 60_000;
    expect(await statusOf(first, idle)).toBe(401);
    expect(await statusOf(second, idle)).toBe(401);
  });

  test.each(['', '__Host-parta=', '__Host-parta=short', `__Host-parta=${'A'.repeat(43)}`])(
    'is not made of «%s»',
    async (cookie) => {
      expect(await statusOf(first, cookie)).toBe(401);
    },
  );
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
    expect(await statusOf(first, cookiesOf(answer.headers['set-cookie']))).toBe(200);
    const away = await submit('/sign-in', { login: 'guardian', password, next: '//elsewhere.example' });
    expect(away.headers.location).toBe('/');
  });

  test('are shown again with what was typed, but the password', async () => {
    const answer = await submit('/sign-in', { login: 'guardian', password: 'не тот', next: '/diary' });
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('"login":"guardian","next":"/diary","problem":{"code":"signIn.wrong"');
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
    expect(await statusOf(first, cookie)).toBe(401);
  });
});

describe('failed tries', () => {
  const tries = async (login: string, count: number, extra: { address?: string; cookie?: string } = {}) => {
    const codes: number[] = [];
    for (let at = 0; at < count; at += 1) {
      codes.push((await postSession(first, login, { ...extra, password: `try ${at}` })).statusCode);
    }
    return codes;
  };

  test('slow the account down, from every network, and never lock it', async () => {
    expect(await tries('target', 5)).toEqual([401, 401, 401, 401, 401]);
    const slow = await postSession(first, 'target', { address: '198.51.100.9' });
    expect(slow.statusCode).toBe(429);
    expect(slow.json<{ facts: { seconds: number } }>().facts.seconds).toBe(60);
    wall += 61_000;
    expect((await postSession(first, 'target', { address: '198.51.100.9' })).statusCode).toBe(200);
    expect(await tries('target', 4, { address: '198.51.100.9' })).toEqual([401, 401, 401, 401]);
  });

  test('leave a guesser about twenty guesses a day', async () => {
    let guesses = 0;
    const until = wall + 24 * 3_600_000;
    while (wall < until) {
      const address = `203.0.${guesses % 250}.5`;
      const answer = await postSession(first, 'owner', { address, password: `guess ${guesses}` });
      if (answer.statusCode === 401) guesses += 1;
      else wall += answer.json<{ facts: { seconds: number } }>().facts.seconds * 1000;
    }
    expect(guesses).toBeGreaterThan(10);
    expect(guesses).toBeLessThanOrEqual(20);
  });

  test('of others do not slow down a device that signed in before', async () => {
    wall += 48 * 3_600_000;
    const own = await signedInAs(first, 'owner');
    await tries('owner', 6, { address: '198.51.100.77' });
    expect((await postSession(first, 'owner', { address: '198.51.100.78' })).statusCode).toBe(429);
    const device = own.split('; ').find((pair) => pair.startsWith('__Host-parta-device=')) ?? '';
    expect((await postSession(first, 'owner', { cookie: device })).statusCode).toBe(200);
    expect((await postSession(first, 'target', { cookie: device, password: 'x' })).statusCode).toBe(401);
    const forged = `${device.slice(0, -2)}AA`;
    expect((await postSession(first, 'owner', { cookie: forged })).statusCode).toBe(429);
  });

  test('of a known device are limited as well', async () => {
    wall += 48 * 3_600_000;
    const cookie = await signedInAs(first, 'owner');
    expect((await tries('owner', 7, { cookie })).slice(5)).toEqual([429, 429]);
  });

  test('at once count each', async () => {
    wall += 48 * 3_600_000;
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => postSession(first, 'crowded', { password: `${at}` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(5);
  });

  test('leave no login and no network in the table', async () => {
    const { rows } = await schools.superuser.query<{ text: string }>(
      `select encode(bucket, 'escape') as text from directory.sign_in_throttle`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ text }) => /owner|target|198\.51/.test(text))).toEqual([]);
  });
});
