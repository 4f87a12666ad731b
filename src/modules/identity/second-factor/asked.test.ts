import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoClasses } from '../testing-classes.ts';
import { codeAt, setUpApp, viewFacts } from '../testing-factor.ts';
import {
  postForm,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';

let schools: TestSchools;
let server: TestServer;
const clock = testClock();

beforeAll(async () => {
  schools = await testSchools();
  await twoClasses(schools);
  await schools.superuser.query(
    `update organisation.school set settings = settings || '{"secondFactorFrom": "2026-11-26"}' where school_id = 1`,
  );
  server = await schools.server({ clock });
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const get = (url: string, cookie: string) => server.app.inject({ url, headers: { cookie } });

test('before the day it is said, from the day on nothing else opens until it is set up', async () => {
  const early = await signedInAs(server, 'deputy');
  const told = await get('/api/session', early);
  expect([told.statusCode, told.json<{ secondFactorFrom: string }>().secondFactorFrom]).toEqual([
    200,
    '2026-11-26',
  ]);
  clock.moveBy(2 * 86_400_000);

  const cookie = await signedInAs(server, 'deputy');
  const refused = await get('/api/session', cookie);
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'secondFactorNeeded']);
  expect((await get('/account', cookie)).headers.location).toBe('/security?next=%2Faccount');
  expect((await get('/api/events', cookie)).statusCode).toBe(403);
  const page = await get('/security', cookie);
  expect(viewFacts<{ asked: object }>(page.body).asked).toEqual({ from: '2026-11-26', isDue: true });

  const { secret } = await setUpApp(server, { cookie, now: clock.now() });
  const open = await get('/api/session', cookie);
  expect([open.statusCode, open.json<{ secondFactorFrom: null }>().secondFactorFrom]).toEqual([200, null]);

  // Taken away again it is asked for again.
  clock.moveBy(30_000);
  await postForm(server, '/security/proof', { code: codeAt(secret, clock.now()), cookie });
  await postForm(server, '/security/app/remove', { cookie });
  expect((await get('/api/session', cookie)).statusCode).toBe(403);
});

test.each(['teacher А', 'homeroom', 'guardian'])('«%s» is not held to it', async (login) => {
  const answer = await get('/api/session', await signedInAs(server, login));
  expect([answer.statusCode, answer.json<{ secondFactorFrom: null }>().secondFactorFrom]).toEqual([
    200,
    null,
  ]);
});
