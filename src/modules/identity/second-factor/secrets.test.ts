import { Secret } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, setUpApp } from '../testing-factor.ts';
import {
  cookiesOf,
  password,
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
const logged: string[] = [];

beforeAll(async () => {
  schools = await testSchools();
  server = await schools.server({ clock, log: (line) => logged.push(line) });
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

async function everythingWritten(): Promise<string> {
  const tables = ['totp_factor', 'recovery_code', 'trusted_device', 'half_sign_in', 'security_event'];
  const { rows } = await schools.superuser.query<{ line: string }>(
    [
      ...tables.map((table) => `select t::text as line from directory.${table} t`),
      'select subject::text from platform.audit_pending union all select subject::text from platform.audit_seal',
    ].join(' union all '),
  );
  return rows.map(({ line }) => line).join('\n');
}

test('secrets and codes lie readable neither in the database nor in the log', async () => {
  const accountId = await schools.account('teacher', [[1, await schools.person(1, 'Учительница')]]);
  const cookie = await signedInAs(server, 'teacher');
  const { secret, codes } = await setUpApp(server, { cookie, now: clock.now() });
  clock.moveBy(30_000);
  const code = codeAt(secret, clock.now());
  for (const shown of [{ code }, { recovery: codes[0] ?? '' }]) {
    const half = await postForm(server, '/sign-in', { login: 'teacher', password, next: '/' });
    const done = await postForm(server, '/sign-in/second', {
      ...shown,
      next: '/',
      remember: 'yes',
      cookie: cookiesOf(half.headers['set-cookie']),
    });
    expect(done.statusCode).toBe(303);
  }
  const written = await everythingWritten();
  const bytes = Buffer.from(Secret.fromBase32(secret).buffer).toString('hex');
  for (const what of [secret, bytes, ...codes]) expect(written).not.toContain(what);
  // What was written is in it.
  expect(written).toContain(accountId);
  const log = logged.join('\n');
  expect(logged.length).toBeGreaterThan(0);
  for (const what of [secret, code, ...codes, password]) expect(log).not.toContain(what);
});

test('the application’s own database role reads no factor', async () => {
  const { db } = schools.database;
  for (const table of ['totp_factor', 'recovery_code', 'passkey', 'half_sign_in', 'trusted_device'])
    await expect(
      db.inSchool({ schoolId: 1, studentIds: '*' }, (tx) =>
        tx.rows({ name: `test.${table}`, text: `select account_id from directory.${table}` }),
      ),
    ).rejects.toThrow(/permission denied/u);
});
