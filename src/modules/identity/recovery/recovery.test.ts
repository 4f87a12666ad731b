import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoClasses } from '../testing-classes.ts';
import { newChallenge } from '../challenge/commands.ts';
import { partsOf } from '../identity-parts.ts';
import { solved } from '../testing-challenge.ts';
import { codeTo, letters, mailEnvironment } from '../testing-letters.ts';
import {
  cookiesOf,
  password,
  postSession,
  sessionStatus,
  signedInAs,
  testClock,
  testSchools,
  type TestClock,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { fitsPerson } from './rules.ts';

const fresh = 'трактор лунный кисель';

test('a date of birth is compared only where a school knows one', () => {
  expect(fitsPerson([], '')).toBe(true);
  expect(fitsPerson([], '1980-01-01')).toBe(true);
  expect(fitsPerson(['2013-05-04'], '')).toBe(false);
  expect(fitsPerson(['2013-05-04'], '2013-05-05')).toBe(false);
  expect(fitsPerson(['1985-02-03', '1985-02-04'], '1985-02-04')).toBe(true);
});

describe('by letters of a real server', () => {
  let schools: TestSchools;
  let server: TestServer;
  let clock: TestClock;
  const logged: string[] = [];

  beforeAll(async () => {
    schools = await testSchools();
    await twoClasses(schools);
    clock = testClock();
    const log = (line: string) => void logged.push(line);
    server = await schools.server({ clock, environment: mailEnvironment, log });
  });
  afterAll(async () => {
    await server.stop();
    await schools.drop();
  });

  const post = (url: string, fields: Readonly<Record<string, string>>, cookie = '') =>
    server.app.inject({
      method: 'POST',
      url,
      remoteAddress: '192.0.2.9',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie === '' ? {} : { cookie }) },
      payload: new URLSearchParams(fields).toString(),
    });
  const ask = async (fields: Readonly<Record<string, string>>) => {
    const work = await solved(await newChallenge(partsOf(server.platform)));
    const answer = await post('/recovery', { act: 'ask', login: '', birthDate: '', ...work, ...fields });
    return { status: answer.statusCode, cookie: cookiesOf(answer.headers['set-cookie']), body: answer.body };
  };
  const contact = (cookie: string, fields: Readonly<Record<string, string>>) =>
    post('/contacts', { next: '/account', ...fields }, cookie);

  /** Gives an account an e-mail, confirmed by its letter. */
  async function join(login: string, box: string, at = 1): Promise<string> {
    const cookie = await signedInAs(server, login);
    const asked = await contact(cookie, { act: 'ask', email: `${box}@mail.test` });
    expect(asked.statusCode, asked.body).toBe(303);
    const done = await contact(cookie, { act: 'confirm', code: await codeTo(box, at) });
    expect(done.statusCode, done.body).toBe(303);
    return cookie;
  }

  describe('an e-mail of one’s own', () => {
    test('is joined by the code of a letter, in any letter case, and shown to its owner alone', async () => {
      const cookie = await signedInAs(server, 'teacher А');
      await contact(cookie, { act: 'ask', email: ' Kuznetsova@MAIL.test ' });
      const [letter] = await letters('kuznetsova', 1);
      expect(letter?.subject).toBe('Подтвердите адрес');
      expect(letter?.from).toBe('diary@school.test');
      expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
      expect(letter?.html).toContain(await codeTo('kuznetsova'));
      const wrong = await contact(cookie, { act: 'confirm', code: '000000' });
      expect(wrong.body).toContain('contacts.codeWrong');
      expect(wrong.body).toContain('"left":4');
      await contact(cookie, { act: 'confirm', code: await codeTo('kuznetsova') });
      const page = await server.app.inject({ url: '/contacts', headers: { cookie } });
      expect(page.body).toContain('kuznetsova@mail.test');
      const other = await signedInAs(server, 'deputy');
      expect((await server.app.inject({ url: '/contacts', headers: { cookie: other } })).body).not.toContain(
        'kuznetsova',
      );
    });

    test('five wrong codes end it, and the right one comes too late', async () => {
      const cookie = await signedInAs(server, 'deputy');
      await contact(cookie, { act: 'ask', email: 'five@mail.test' });
      const right = await codeTo('five');
      for (let at = 0; at < 5; at += 1) await contact(cookie, { act: 'confirm', code: '12345x' });
      const late = await contact(cookie, { act: 'confirm', code: right });
      expect(late.body).toContain('contacts.codeOver');
    });

    test.each([
      ['no address at all', 'иванова', 'contacts.emailInvalid'],
      ['two of them', 'a@b@mail.test', 'contacts.emailInvalid'],
      ['one the server takes no letters for', 'somebody@elsewhere.test', 'contacts.emailRefused'],
    ])('%s is named and stays typed', async (_, email, code) => {
      const cookie = await signedInAs(server, 'deputy');
      const answer = await contact(cookie, { act: 'ask', email });
      expect([answer.statusCode, answer.body.includes(code), answer.body.includes(email)]).toEqual([
        422,
        true,
        true,
      ]);
    });

    test('a change asks for the password when signing in was a while ago; the former address hears of it', async () => {
      const cookie = await join('teacher А', 'former');
      clock.moveBy(20 * 60_000);
      const asked = await contact(cookie, { act: 'ask', email: 'later@mail.test', password: 'не тот' });
      expect(asked.body).toContain('ownPassword.currentWrong');
      await contact(cookie, { act: 'ask', email: 'later@mail.test', password });
      await contact(cookie, { act: 'confirm', code: await codeTo('later') });
      expect((await letters('former', 2))[1]?.subject).toBe('Адрес почты изменён');
    });

    test('who has a second factor shows it for a change, not the password alone', async () => {
      const cookie = await signedInAs(server, 'teacher А');
      await schools.superuser.query(
        `insert into directory.totp_factor (account_id, secret_enc, confirmed_at)
         select id, 'x', now() from directory.account where login = lower('teacher А')`,
      );
      clock.moveBy(20 * 60_000);
      const page = await server.app.inject({ url: '/contacts', headers: { cookie } });
      expect(page.headers.location).toBe('/security/proof?next=%2Fcontacts');
      const asked = await contact(cookie, { act: 'ask', email: 'peeked@mail.test', password });
      expect(asked.headers.location).toMatch(/^\/security\/proof\?next=%2Fcontacts/u);
      await schools.superuser.query('delete from directory.totp_factor');
    });

    test('without mail nobody is led there', async () => {
      const silent = await schools.server({ clock });
      try {
        const cookie = await signedInAs(silent, 'deputy');
        const answers = await Promise.all(
          ['/contacts', '/account'].map((url) => silent.app.inject({ url, headers: { cookie } })),
        );
        expect(answers[0]?.headers.location).toBe('/account');
        expect(answers[1]?.body).toContain('"hasMail":false');
        expect((await silent.app.inject({ url: '/recovery' })).headers.location).toBe('/sign-in');
      } finally {
        await silent.stop();
      }
    });
  });

  describe('a forgotten password', () => {
    test('is replaced by the code of a letter; every session ends, and nobody is signed in by it', async () => {
      const open = await join('deputy', 'deputy');
      const { status, cookie } = await ask({ email: 'Deputy@mail.test' });
      expect(status).toBe(303);
      const early = await post(
        '/recovery',
        { act: 'password', login: 'deputy', password: fresh, repeated: fresh },
        cookie,
      );
      expect(early.body).toContain('recovery.over');
      const code = await codeTo('deputy', 2);
      expect((await post('/recovery', { act: 'code', code }, cookie)).statusCode).toBe(303);
      const short = await post(
        '/recovery',
        { act: 'password', login: 'deputy', password: 'раз', repeated: 'раз' },
        cookie,
      );
      expect(short.body).toContain('ownPassword.tooShort');
      const foreign = await post(
        '/recovery',
        { act: 'password', login: 'teacher А', password: fresh, repeated: fresh },
        cookie,
      );
      expect(foreign.body).toContain('recovery.over');
      const done = await post(
        '/recovery',
        { act: 'password', login: 'deputy', password: fresh, repeated: fresh },
        cookie,
      );
      expect([done.statusCode, done.headers.location]).toEqual([303, '/sign-in?recovered=1']);
      expect(cookiesOf(done.headers['set-cookie'])).not.toMatch(/parta=\w/u);
      expect(await sessionStatus(server, open)).toBe(401);
      expect((await postSession(server, 'deputy')).statusCode).toBe(401);
      expect((await postSession(server, 'deputy', { password: fresh })).statusCode).toBe(200);
      expect((await letters('deputy', 3))[2]?.subject).toBe('Пароль изменён');
      const again = await post(
        '/recovery',
        { act: 'password', login: 'deputy', password: fresh, repeated: fresh },
        cookie,
      );
      expect(again.body).toContain('recovery.over');
    });

    test('leaves a second factor in the way', async () => {
      await schools.superuser.query(
        `insert into directory.totp_factor (account_id, secret_enc, confirmed_at)
         select id, 'x', now() from directory.account where login = 'deputy'`,
      );
      const form = { login: 'deputy', password: fresh, next: '/' };
      const answer = await post('/sign-in', form);
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in/second?next=%2F']);
      expect(await sessionStatus(server, cookiesOf(answer.headers['set-cookie']))).toBe(401);
    });

    test('answers strangers just the same, and their codes fit nothing', async () => {
      const known = await ask({ email: 'deputy@mail.test' });
      const unknown = await ask({ email: 'nobody@mail.test' });
      expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
      const pages = await Promise.all(
        [known, unknown].map(({ cookie }) => server.app.inject({ url: '/recovery', headers: { cookie } })),
      );
      expect(pages[0]?.body).toBe(pages[1]?.body);
      const code = await codeTo('deputy', 4);
      const stolen = await post('/recovery', { act: 'code', code }, unknown.cookie);
      expect(stolen.body).toContain('contacts.codeWrong');
    });

    test('a code is good for ten minutes, five tries, and the browser that asked', async () => {
      const { cookie } = await ask({ email: 'deputy@mail.test' });
      const code = await codeTo('deputy', 5);
      const elsewhere = await post('/recovery', { act: 'code', code });
      expect(elsewhere.body).toContain('recovery.over');
      clock.moveBy(11 * 60_000);
      expect((await post('/recovery', { act: 'code', code }, cookie)).body).toContain('recovery.over');
      clock.moveBy(25 * 3_600_000);
      const second = await ask({ email: 'deputy@mail.test' });
      const right = await codeTo('deputy', 6);
      for (let at = 0; at < 5; at += 1) await post('/recovery', { act: 'code', code: '1' }, second.cookie);
      expect((await post('/recovery', { act: 'code', code: right }, second.cookie)).body).toContain(
        'recovery.over',
      );
    });

    test('who has a date of birth at school must know it', async () => {
      await schools.superuser.query(
        `update roster.person p set birth_date = '1980-02-29' from directory.account_person a
         join directory.account c on c.id = a.account_id and c.login = lower('teacher А') where p.id = a.person_id`,
      );
      await join('teacher А', 'born');
      await ask({ email: 'born@mail.test' });
      await ask({ email: 'born@mail.test', birthDate: '1980-02-28' });
      await ask({ email: 'born@mail.test', birthDate: '1980-02-29' });
      const got = await letters('born', 2);
      expect(got.map(({ subject }) => subject)).toEqual([
        'Подтвердите адрес',
        'Код для восстановления доступа',
      ]);
    });

    test('letters to one address are counted', async () => {
      const statuses: number[] = [];
      for (let at = 0; at < 7; at += 1) statuses.push((await ask({ email: 'flood@mail.test' })).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
    });
  });

  test('neither the database nor the log knows an address, a code or a password', async () => {
    const code = await codeTo('deputy', 6);
    const tables = ['account_contact', 'contact_code', 'recovery', 'account', 'session', 'sign_in_throttle'];
    for (const table of tables) {
      const { rows } = await schools.superuser.query<{ row: string }>(
        `select convert_from(decode(string_agg(encode(convert_to(t::text, 'utf8'), 'hex'), ''), 'hex'), 'utf8') as row
         from directory.${table} t`,
      );
      for (const secret of ['mail.test', 'kuznetsova', fresh])
        expect(rows[0]?.row ?? '', table).not.toContain(secret);
    }
    const acts = await schools.superuser.query<{ subject: string }>(
      'select subject::text from platform.audit_pending',
    );
    for (const { subject } of acts.rows) expect(subject).not.toContain('mail.test');
    const log = logged.join('');
    for (const secret of ['mail.test', code, fresh, password]) expect(log).not.toContain(secret);
  });
});
