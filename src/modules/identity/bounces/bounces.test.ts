import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { newChallenge } from '../challenge/commands.ts';
import { codeLetter } from '../letters.ts';
import { partsOf } from '../identity-parts.ts';
import { readReturnedLetters } from '../read-bounces-job.ts';
import { twoClasses } from '../testing-classes.ts';
import { bounceEnvironment, codeTo, mailEnvironment } from '../testing-letters.ts';
import {
  cookiesOf,
  postForm,
  signedInAs,
  testClock,
  testSchools,
  type TestClock,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { solved } from '../testing-challenge.ts';
import { sendLetter } from './commands.ts';

const mail = inject('mailServer');

/** OpenSMTPD sends the letters back, Dovecot has them: both need root. */
describe.skipIf(bounceEnvironment === null)('letters that come back', () => {
  let schools: TestSchools;
  let server: TestServer;
  let clock: TestClock;
  const logged: string[] = [];

  beforeAll(async () => {
    schools = await testSchools();
    await twoClasses(schools);
    clock = testClock();
    server = await schools.server({
      clock,
      environment: bounceEnvironment ?? {},
      log: (line) => void logged.push(line),
    });
  });
  afterAll(async () => {
    await server.stop();
    await schools.drop();
  });

  /** Reads the mailbox until so many letters more have been looked at. */
  async function cameBack(count: number): Promise<{ marked: number; ignored: number }> {
    const sum = { marked: 0, ignored: 0 };
    for (let attempt = 0; attempt < 100 && sum.marked + sum.ignored < count; attempt += 1) {
      const told = await readReturnedLetters(server.platform);
      sum.marked += told.marked;
      sum.ignored += told.ignored;
      if (sum.marked + sum.ignored < count) await sleep(100);
    }
    return sum;
  }
  const shown = async (url: string, cookie: string) =>
    (await server.app.inject({ url, headers: { cookie } })).body;
  const give = (cookie: string, email: string) =>
    postForm(server, '/contacts', { cookie, act: 'ask', email });
  const accountOf = async (login: string) => {
    const { rows } = await schools.superuser.query<{ id: string }>(
      'select id from directory.account where login = lower($1)',
      [login],
    );
    return rows[0]?.id ?? '';
  };
  const eventsOf = async (accountId: string) => {
    const { rows } = await schools.superuser.query<{ kind: string; facts: unknown }>(
      `select kind, facts from directory.security_event where account_id = $1 and kind = 'letterReturned' order by id`,
      [accountId],
    );
    return rows;
  };
  /** A real letter to a dead address, for a mark on the confirmed one. */
  const sendFor = (accountId: string, { email, at }: { email: string; at: string }) => {
    const parts = partsOf(server.platform);
    const index = parts.index('email', 'directory', at);
    const letter = codeLetter('ru', { purpose: 'contact', code: '246810' });
    return sendLetter(parts, { accountId, email, index }, letter);
  };
  const deliver = (to: string, raw: string) => {
    const transport = createTransport(mail.address);
    return transport.sendMail({ envelope: { from: 'mailer@elsewhere.test', to: [to] }, raw });
  };
  const noticeFor = (to: string, status = '5.1.1') => `To: ${to}\r
MIME-Version: 1.0\r
Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; elsewhere.test\r
\r
Final-Recipient: rfc822; x@gone.test\r
Action: failed\r
Status: ${status}\r
--b--\r
`;

  test('a wrong address is told to its owner, corrected, and the code comes', async () => {
    const cookie = await signedInAs(server, 'deputy');
    expect((await give(cookie, 'deputi@gone.test')).statusCode).toBe(303);
    expect(await shown('/contacts', cookie)).toContain('"pending":"deputi@gone.test","bounced":null');
    expect(await cameBack(1)).toEqual({ marked: 1, ignored: 0 });
    expect(await shown('/contacts', cookie)).toContain(
      '"pending":null,"bounced":{"email":"deputi@gone.test","reason":"noAddress","isPending":true}',
    );
    expect(await shown('/account', cookie)).toContain('"bounced":{"email":"deputi@gone.test"');
    // Who leads the class or runs the school sees that letters do not arrive, never where to.
    const list = await shown('/api/schools/1/staff-access', cookie);
    expect(list).not.toContain('gone.test');
    const late = await postForm(server, '/contacts', { cookie, act: 'confirm', code: '123456' });
    expect(late.body).toContain('contacts.codeOver');
    const id = await accountOf('deputy');
    expect(await eventsOf(id)).toEqual([{ kind: 'letterReturned', facts: { reason: 'noAddress' } }]);
    await give(cookie, 'right-deputy@mail.test');
    expect(await shown('/contacts', cookie)).toContain('"pending":"right-deputy@mail.test","bounced":null');
    await postForm(server, '/contacts', { cookie, act: 'confirm', code: await codeTo('right-deputy') });
    expect(await shown('/contacts', cookie)).toContain(
      '"email":"right-deputy@mail.test","pending":null,"bounced":null',
    );
  });

  test('a confirmed address that takes letters no more: told once on the way, marked for the office without it', async () => {
    const cookie = await signedInAs(server, 'homeroom');
    await give(cookie, 'homeroom-a@mail.test');
    await postForm(server, '/contacts', { cookie, act: 'confirm', code: await codeTo('homeroom-a') });
    const id = await accountOf('homeroom');
    expect((await server.app.inject({ url: '/', headers: { cookie } })).headers.location).not.toContain(
      '/contacts',
    );
    await sendFor(id, { email: 'left@gone.test', at: 'homeroom-a@mail.test' });
    expect(await cameBack(1)).toEqual({ marked: 1, ignored: 0 });
    const ways = [];
    for (let at = 0; at < 2; at += 1)
      ways.push((await server.app.inject({ url: '/', headers: { cookie } })).headers.location);
    expect(ways[0]).toMatch(/^\/contacts\?next=%2F/u);
    expect(ways[1]).not.toContain('/contacts');
    expect(await shown('/contacts', cookie)).toContain(
      '"bounced":{"email":"homeroom-a@mail.test","reason":"noAddress","isPending":false}',
    );
    const office = await signedInAs(server, 'deputy');
    const list = await shown('/api/schools/1/staff-access', office);
    const marked = (
      JSON.parse(list) as { staff: { person: { login: string; mailReturns: boolean } }[] }
    ).staff
      .filter(({ person }) => person.mailReturns)
      .map(({ person }) => person.login);
    expect(marked).toEqual(['homeroom']);
    expect(list).not.toContain('mail.test');
    // The same address again: its code came, so letters reach it.
    await give(cookie, 'homeroom-a@mail.test');
    await postForm(server, '/contacts', { cookie, act: 'confirm', code: await codeTo('homeroom-a', 2) });
    expect(await shown('/contacts', cookie)).toContain('"bounced":null');
  });

  test('a letter that is put off changes nothing', async () => {
    const cookie = await signedInAs(server, 'teacher А');
    await give(cookie, 'slow@gone.test');
    expect(await cameBack(1)).toEqual({ marked: 0, ignored: 1 });
    expect(await shown('/contacts', cookie)).toContain('"pending":"slow@gone.test","bounced":null');
    expect(await eventsOf(await accountOf('teacher А'))).toEqual([]);
  });

  test('forged, repeated, late and foreign messages change nothing; ours are removed, a stranger’s stays', async () => {
    const [local, domain] = (mail.bounces?.address ?? '').split('@');
    const forged = `${local}+${'ab'.repeat(16)}@${domain}`;
    const cookie = await signedInAs(server, 'teacher А');
    await deliver(forged, noticeFor(forged));
    expect(await cameBack(1)).toEqual({ marked: 0, ignored: 1 });
    // The letter was about an address that is another by now.
    const id = await accountOf('teacher А');
    await sendFor(id, { email: 'a@gone.test', at: 'former@mail.test' });
    expect(await cameBack(1)).toEqual({ marked: 0, ignored: 1 });
    // Its time is over.
    await sendFor(id, { email: 'b@gone.test', at: 'slow@gone.test' });
    clock.moveBy(11 * 86_400_000);
    expect(await cameBack(1)).toEqual({ marked: 0, ignored: 1 });
    clock.moveBy(-11 * 86_400_000);
    expect(await shown('/contacts', cookie)).toContain('"bounced":null');
    await deliver(
      mail.bounces?.address ?? '',
      'To: bounces@mail.test\r\nSubject: hello\r\n\r\nWho are you?\r\n',
    );
    const box = join(mail.boxes, 'bounces');
    await expect.poll(() => readdir(join(box, 'new'))).toHaveLength(1);
    await readReturnedLetters(server.platform);
    expect((await readdir(join(box, 'cur'))).map((name) => name.endsWith('S'))).toEqual([true]);
    expect(await readdir(join(box, 'new'))).toEqual([]);
  });

  test('a notice that comes twice is heard once', async () => {
    const { rows } = await schools.superuser.query<{ token: string }>(
      `insert into directory.sent_letter select sha256('${'cd'.repeat(16)}'), a.id, c.blind_index, '2100-01-01'
       from directory.account a join directory.account_contact c on c.account_id = a.id where a.login = 'deputy'
       returning 1`,
    );
    expect(rows).toHaveLength(1);
    const [local, domain] = (mail.bounces?.address ?? '').split('@');
    const to = `${local}+${'cd'.repeat(16)}@${domain}`;
    await deliver(to, noticeFor(to, '5.2.2'));
    await deliver(to, noticeFor(to, '5.2.2'));
    expect(await cameBack(2)).toEqual({ marked: 1, ignored: 1 });
    const events = await eventsOf(await accountOf('deputy'));
    expect(events.map(({ facts }) => facts)).toEqual([{ reason: 'noAddress' }, { reason: 'full' }]);
  });

  test('whoever gets back in by a code shows that letters arrive', async () => {
    const cookie = await signedInAs(server, 'deputy');
    expect(await shown('/contacts', cookie)).toContain('"reason":"full"');
    const work = await solved(await newChallenge(partsOf(server.platform)));
    const asked = await postForm(server, '/recovery', {
      act: 'ask',
      email: 'right-deputy@mail.test',
      ...work,
    });
    const browser = cookiesOf(asked.headers['set-cookie']);
    // Between the two codes a letter told of a new device.
    const code = await codeTo('right-deputy', 3);
    await postForm(server, '/recovery', { cookie: browser, act: 'code', code });
    const own = 'трактор лунный кисель';
    const set = { act: 'password', login: 'deputy', password: own, repeated: own };
    await postForm(server, '/recovery', { cookie: browser, ...set });
    const again = await signedInAs(server, 'deputy', { password: own });
    expect(await shown('/contacts', again)).toContain('"bounced":null');
  });

  test('a mailbox that is away is told and harms nothing', async () => {
    const heard: string[] = [];
    const other = await schools.server({
      environment: {
        ...mailEnvironment,
        PARTA_BOUNCE_ADDRESS: 'bounces@mail.test',
        PARTA_BOUNCE_IMAP: 'imap://bounces:secret-word@127.0.0.1:9',
      },
      log: (line) => void heard.push(line),
    });
    const ready = async () =>
      (await other.app.inject({ url: '/api/health/ready' })).json<{ warnings: string[] }>();
    expect((await ready()).warnings).toEqual([]);
    await readReturnedLetters(other.platform);
    expect(await ready()).toEqual({ state: 'ready', warnings: ['bounceMailboxAway'] });
    await other.stop();
    expect(heard.join('')).toContain('the mailbox of returned letters is away');
    expect(heard.join('')).not.toContain('secret-word');
  });

  test('neither the log nor the table of letters knows an address or a token', async () => {
    const log = logged.join('');
    for (const secret of ['gone.test', 'mail.test', 'bounces+']) expect(log).not.toContain(secret);
    const acts = await schools.superuser.query<{ subject: string }>(
      `select subject::text from platform.audit_pending where action = 'identity.letterReturned'`,
    );
    for (const { subject } of acts.rows) expect(subject).not.toContain('.test');
  });
});
