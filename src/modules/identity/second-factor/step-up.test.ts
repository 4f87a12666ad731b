import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeAt, setUpApp } from '../testing-factor.ts';
import { twoClasses } from '../testing-classes.ts';
import {
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { asksStepUp, stepUpMs } from './step-up-rules.ts';

test('a fresh proof is asked for where there is a factor and half an hour is over', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
  expect(asksStepUp({ hasFactor: true, provedAt: before(stepUpMs - 1) }, now)).toBe(false);
  expect(asksStepUp({ hasFactor: true, provedAt: before(stepUpMs) }, now)).toBe(true);
  expect(asksStepUp({ hasFactor: false, provedAt: before(10 * stepUpMs) }, now)).toBe(false);
});

describe('acts that matter', () => {
  let schools: TestSchools;
  let server: TestServer;
  let id: Readonly<Record<string, string>>;
  const clock = testClock();
  const cookies: Record<string, string> = {};
  let secret = '';

  beforeAll(async () => {
    schools = await testSchools();
    id = await twoClasses(schools);
    for (const login of ['admin', 'plain']) {
      const personId = await schools.person(1, login);
      const role = { school_id: 1, person_id: personId, role: 'schoolAdmin', start_date: '2020-09-01' };
      await schools.row('identity.role_grant', role);
      await schools.account(login, [[1, personId]]);
    }
    server = await schools.server({ clock });
    for (const login of ['admin', 'plain', 'teacher А']) cookies[login] = await signedInAs(server, login);
    const cookie = cookies['admin'] ?? '';
    secret = (await setUpApp(server, { cookie, now: clock.now() })).secret;
    await setUpApp(server, { cookie: cookies['teacher А'] ?? '', now: clock.now() });
  });
  afterAll(async () => {
    await server.stop();
    await schools.drop();
  });

  /** Half an hour in which everybody went on working. */
  async function later(): Promise<void> {
    for (let at = 0; at < 2; at += 1) {
      clock.moveBy(16 * 60_000);
      for (const cookie of Object.values(cookies)) expect(await sessionStatus(server, cookie)).toBe(200);
    }
  }
  const slips = (login: string) =>
    server.app.inject({
      method: 'POST',
      url: `/api/schools/1/classes/${id['class А']}/access-slips`,
      headers: { cookie: cookies[login] ?? '', 'content-type': 'application/json' },
      payload: { personIds: [id['student А'] ?? ''] },
    });
  const show = (code: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/session/proof',
      headers: { cookie: cookies['admin'] ?? '', 'content-type': 'application/json' },
      payload: { code },
    });

  test('are open right after signing in', async () => {
    expect((await slips('admin')).statusCode).toBe(200);
  });

  test('later they wait for a code; a wrong one and a used one open nothing, the right one opens them', async () => {
    await later();
    const asked = await slips('admin');
    expect([asked.statusCode, asked.json()]).toMatchObject([
      403,
      { code: 'proofNeeded', facts: { hasApp: true } },
    ]);
    expect((await show('000000')).statusCode).toBe(401);
    expect((await slips('admin')).statusCode).toBe(403);
    const code = codeAt(secret, clock.now());
    expect((await show(code)).statusCode).toBe(204);
    expect((await slips('admin')).statusCode).toBe(200);
    await later();
    expect((await show(code)).statusCode).toBe(401);
  });

  test('reading goes on, and who has no factor is not asked', async () => {
    const read = await server.app.inject({
      url: `/api/schools/1/classes/${id['class А']}/access`,
      headers: { cookie: cookies['admin'] ?? '' },
    });
    expect(read.statusCode).toBe(200);
    expect((await slips('plain')).statusCode).toBe(200);
  });

  test('who may not do it at all learns that, and is asked for nothing', async () => {
    expect((await slips('teacher А')).json()).not.toMatchObject({ code: 'proofNeeded' });
  });
});
