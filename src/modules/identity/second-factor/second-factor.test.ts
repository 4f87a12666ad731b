import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replacePassword } from '../accounts/commands.ts';
import { hashPassword } from '../password-hashes.ts';
import {
  cookiesOf,
  password,
  postForm,
  postSession,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { resetFactor } from './commands.ts';
import { codeAt, setUpApp, viewFacts } from '../testing-factor.ts';

let schools: TestSchools;
let server: TestServer;
const clock = testClock();
let login = '';
let accountId = '';
let cookie = '';
let secret = '';
let codes: readonly string[] = [];
let made = 0;

beforeAll(async () => {
  schools = await testSchools();
  server = await schools.server({ clock });
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

/** Somebody new with an application set up, and the session that did it. */
beforeEach(async () => {
  login = `person${(made += 1)}`;
  accountId = await schools.account(login, [[1, await schools.person(1, login)]]);
  cookie = await signedInAs(server, login);
  ({ secret, codes } = await setUpApp(server, { cookie, now: clock.now() }));
});

const post = (url: string, fields: Readonly<Record<string, string>>, cookies = '') =>
  postForm(server, url, { ...fields, cookie: cookies });
const shown = async <Facts>(url: string) =>
  viewFacts<Facts>((await server.app.inject({ url, headers: { cookie } })).body);
const code = () => codeAt(secret, clock.now());
/** The next code the application shows. */
function nextCode(): string {
  clock.moveBy(30_000);
  return code();
}

/** Right login and password: the cookies of what is left of the sign-in. */
async function half(extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await post('/sign-in', { login, password, next: '/account' }, extra['cookie'] ?? '');
  expect(answer.headers.location).toBe('/sign-in/second?next=%2Faccount');
  return [extra['cookie'], cookiesOf(answer.headers['set-cookie'])].filter(Boolean).join('; ');
}

const second = (cookies: string, fields: Readonly<Record<string, string>>) =>
  post('/sign-in/second', { next: '/account', ...fields }, cookies);

/** Sign-ins from new devices are told too, a moment later. */
const latestChange = (events: readonly { readonly kind: string }[]) =>
  events.find(({ kind }) => kind !== 'newDevice')?.kind;

describe('signing in with an application', () => {
  test('the password alone gives no session', async () => {
    const cookies = await half();
    expect(cookies).not.toMatch(/__Host-parta=/u);
    expect(await sessionStatus(server, cookies)).toBe(401);
    const api = await postSession(server, login);
    expect([api.statusCode, api.json<{ code: string }>().code]).toEqual([401, 'signIn.factorNeeded']);
    expect(api.headers['set-cookie']).toBeUndefined();
  });

  test('a wrong password asks for nothing more', async () => {
    const answer = await post('/sign-in', { login, password: 'не тот', next: '/' });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([401, undefined]);
  });

  test('a code opens once', async () => {
    const cookies = await half();
    const taken = nextCode();
    const done = await second(cookies, { code: taken });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/account']);
    expect(await sessionStatus(server, cookiesOf(done.headers['set-cookie']))).toBe(200);
    const again = await second(await half(), { code: taken });
    expect(again.statusCode).toBe(401);
    expect(again.body).toContain('signIn.wrongFactor');
    // The half is spent with the session it became.
    expect((await second(cookies, { code: nextCode() })).headers.location).toBe('/sign-in');
  });

  test('two requests with one code open one session', async () => {
    const [one, other] = [await half(), await half()];
    const taken = nextCode();
    const answers = await Promise.all([second(one, { code: taken }), second(other, { code: taken })]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([303, 401]));
  });

  test('the code of the set-up itself is used', async () => {
    const answer = await second(await half(), { code: code() });
    expect(answer.statusCode).toBe(401);
  });

  test('the code of somebody else does not fit', async () => {
    const foreign = new TOTP({ secret: new Secret() }).generate({ timestamp: clock.now().getTime() });
    expect((await second(await half(), { code: foreign })).statusCode).toBe(401);
  });

  test('a program gives password and code at once', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: { login, password, code: nextCode() },
    });
    expect(answer.statusCode).toBe(200);
    expect(await sessionStatus(server, cookiesOf(answer.headers['set-cookie']))).toBe(200);
  });

  test('a recovery code opens once, and is told of', async () => {
    const [recovery = ''] = codes;
    expect(codes).toHaveLength(10);
    const typed = ` ${recovery.slice(0, 5).toUpperCase()}-${recovery.slice(5)}`;
    const done = await second(await half(), { recovery: typed });
    expect(done.statusCode).toBe(303);
    expect((await second(await half(), { recovery })).statusCode).toBe(401);
    const page = await shown<{ factor: { codesLeft: number }; events: { kind: string }[] }>('/security');
    expect(page.factor.codesLeft).toBe(9);
    expect(latestChange(page.events)).toBe('recoveryCodeUsed');
  });

  test.each(['', 'null', '[]', '{}', '{"id":1}', '{"id":"AAAA"}', '{"id":"AAAA","response":{}}'])(
    'what is no passkey opens nothing: «%s»',
    async (passkey) => {
      const answer = await second(await half(), { passkey });
      expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([401, undefined]);
    },
  );

  test('ten minutes after the password it is too late', async () => {
    const cookies = await half();
    clock.moveBy(10 * 60_000 + 1_000);
    expect((await second(cookies, { code: code() })).headers.location).toBe('/sign-in');
  });

  test('a half sign-in ends with the password it came from', async () => {
    const cookies = await half();
    const passwordHash = await hashPassword('другой пароль', schools.secrets);
    await schools.database.db.identity((tx) =>
      replacePassword(tx, { accountId, passwordHash, now: clock.now() }, null),
    );
    expect((await second(cookies, { code: nextCode() })).headers.location).toBe('/sign-in');
    // And a new password does not do away with the factor.
    const answer = await post('/sign-in', { login, password: 'другой пароль', next: '/' });
    expect(answer.headers.location).toBe('/sign-in/second?next=%2F');
  });

  test('guesses are slowed down, whatever the password says in between', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1)
      statuses.push((await second(await half(), { code: '000000' })).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await second(await half(), { code: nextCode() });
    expect([right.statusCode, right.headers['retry-after']]).toEqual([429, expect.any(String)]);
    clock.moveBy(61_000);
    expect((await second(await half(), { code: code() })).statusCode).toBe(303);
  });
});

describe('a remembered browser', () => {
  test('is not asked for thirty days, the next one is', async () => {
    const done = await second(await half(), { code: nextCode(), remember: 'yes' });
    const remembered = cookiesOf(done.headers['set-cookie']);
    const again = await post('/sign-in', { login, password, next: '/account' }, remembered);
    expect(again.headers.location).toBe('/account');
    await half();
    clock.moveBy(30 * 86_400_000 + 1_000);
    await half({ cookie: remembered });
  });

  test('is forgotten when its owner wishes', async () => {
    expect.hasAssertions();
    const done = await second(await half(), { code: nextCode(), remember: 'yes' });
    const remembered = cookiesOf(done.headers['set-cookie']);
    await post('/security/forget-devices', {}, remembered);
    await half({ cookie: remembered });
  });

  test('stands for its own account alone', async () => {
    const done = await second(await half(), { code: nextCode(), remember: 'yes' });
    const other = `${login}.other`;
    await schools.account(other, [[1, await schools.person(1, other)]]);
    await schools.superuser.query(
      `insert into directory.totp_factor (account_id, secret_enc, confirmed_at)
       select a.id, t.secret_enc, t.confirmed_at from directory.account a, directory.totp_factor t
       where a.login = $1 and t.account_id = $2`,
      [other, accountId],
    );
    const answer = await post(
      '/sign-in',
      { login: other, password, next: '/' },
      cookiesOf(done.headers['set-cookie']),
    );
    expect(answer.headers.location).toBe('/sign-in/second?next=%2F');
  });
});

describe('changing the factor', () => {
  test('wants a proof that is not older than a quarter of an hour, by the factor itself', async () => {
    clock.moveBy(16 * 60_000);
    const refused = await post('/security/app/remove', {}, cookie);
    expect(refused.headers.location).toBe('/security/proof?next=/security');
    // A password somebody saw does not stand for the code.
    expect((await post('/security/proof', { password, next: '/security' }, cookie)).statusCode).toBe(422);
    const wrong = await post('/security/proof', { code: '000000', next: '/security' }, cookie);
    expect(wrong.statusCode).toBe(401);
    const proved = await post('/security/proof', { code: nextCode(), next: '/security' }, cookie);
    expect(proved.headers.location).toBe('/security');
    await post('/security/app/remove', {}, cookie);
    expect((await post('/sign-in', { login, password, next: '/' })).headers.location).toBe('/');
    const page = await shown<{ factor: object; events: { kind: string }[] }>('/security');
    expect(page.factor).toEqual({ appSince: null, codesLeft: 0, trustedDevices: 0 });
    expect(latestChange(page.events)).toBe('appRemoved');
  });

  test('another secret is in use only after its first code; until then the old one is', async () => {
    const old = secret;
    await post('/security/app/start', {}, cookie);
    const page = await shown<{ key: string }>('/security/app');
    const kept = await server.app.inject({ url: '/security/app', headers: { cookie } });
    expect(kept.headers['cache-control']).toBe('no-store');
    const wrong = await post('/security/app', { code: nextCode() }, cookie);
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('factor.wrongFirstCode')]);
    expect((await second(await half(), { code: code() })).statusCode).toBe(303);
    secret = page.key.replaceAll(' ', '');
    expect((await post('/security/app', { code: nextCode() }, cookie)).headers.location).toBe('/security');
    expect((await second(await half(), { code: nextCode() })).statusCode).toBe(303);
    secret = old;
    expect((await second(await half(), { code: nextCode() })).statusCode).toBe(401);
  });

  test('new recovery codes end the old ones', async () => {
    const answer = await post('/security/codes', {}, cookie);
    expect(answer.headers['cache-control']).toBe('no-store');
    const fresh = viewFacts<{ codes: readonly string[] }>(answer.body).codes;
    expect((await second(await half(), { recovery: codes[3] ?? '' })).statusCode).toBe(401);
    expect((await second(await half(), { recovery: fresh[3] ?? '' })).statusCode).toBe(303);
  });

  test('what no browser answered makes no passkey', async () => {
    const { options } = await shown<{ options: { rp: { id: string } } }>('/security/passkey');
    expect(options.rp.id).toBe('localhost');
    for (const passkey of ['', '{"id":"AAAA","response":{}}'])
      expect((await post('/security/passkey', { passkey }, cookie)).statusCode).toBe(422);
    clock.moveBy(16 * 60_000);
    const late = await server.app.inject({ url: '/security/passkey', headers: { cookie } });
    expect(late.headers.location).toBe('/security/proof?next=/security/passkey');
  });

  test('nobody without a session gets anywhere', async () => {
    for (const path of ['/security/app', '/security/app/start', '/security/app/remove', '/security/codes'])
      expect((await post(path, {}, await half())).headers.location, path).toBe('/sign-in');
  });

  test('a reset takes everything away and is told of', async () => {
    await schools.database.db.identity((tx) => resetFactor(tx, { accountId, now: clock.now(), by: null }));
    const answer = await post('/sign-in', { login, password, next: '/' });
    expect(answer.headers.location).toBe('/');
    cookie = cookiesOf(answer.headers['set-cookie']);
    const { events } = await shown<{ events: { kind: string }[] }>('/security');
    expect(latestChange(events)).toBe('factorReset');
  });
});
