import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { rosterModule } from '#modules/roster/module.ts';
import { codeTo, letters, mailEnvironment } from '#modules/identity/testing-letters.ts';
import {
  postForm,
  signedInAs,
  testClock,
  testSchools,
  type TestSchools,
  type TestServer,
} from '#modules/identity/testing-school.ts';
import { onboardingModule } from './module.ts';
import { tellSenders } from './tell-senders-job.ts';

let schools: TestSchools;
let server: TestServer;
const clock = testClock();
const accounts: Record<string, { account: string; person: string }> = {};

beforeAll(async () => {
  schools = await testSchools();
  const environment = { ...mailEnvironment, PARTA_ORIGIN: 'https://diary.school.test' };
  server = await schools.server({ clock, environment, modules: [rosterModule, onboardingModule] });
  for (const login of ['asker', 'silent']) {
    const person = await schools.person(1, login);
    accounts[login] = { person, account: await schools.account(login, [[1, person]]) };
  }
  const cookie = await signedInAs(server, 'asker');
  await postForm(server, '/contacts', { cookie, act: 'ask', email: 'asker@mail.test' });
  await postForm(server, '/contacts', { cookie, act: 'confirm', code: await codeTo('asker') });
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const at = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);

function request(login: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  return schools.row('onboarding.link_request', {
    school_id: 1,
    id: uuidv7(),
    account_id: accounts[login]?.account,
    person_id: accounts[login]?.person,
    last_name: 'Ёлкин',
    first_name: 'Пётр',
    birth_date: '2015-03-08',
    kinship: 'mother',
    document_kind: 'birthCertificate',
    asked_at: at(-20),
    expires_at: at(10),
    ...values,
  });
}

const run = () => tellSenders.run(server.platform, {});
const refused = { state: 'refused', refusal: 'notConfirmed', decided_at: at(-0.1) };

test('who asked hears once that it is decided, and nothing of the child', async () => {
  await request('asker', refused);
  await request('silent', refused);
  await request('asker', {});
  await run();
  await run();
  const [, letter] = await letters('asker', 2);
  expect(letter?.subject).toBe('По вашей заявке есть решение');
  expect(letter?.text).toContain('https://diary.school.test/account/children');
  for (const word of ['Ёлкин', 'Пётр', 'отказ']) expect(`${letter?.text}${letter?.html}`).not.toContain(word);
  await expect(letters('asker', 3)).rejects.toThrow('fewer than 3');
}, 30_000);

test('three days before it ends undecided, once; not for old decisions and what was taken back', async () => {
  await request('asker', { expires_at: at(2) });
  await request('asker', { expires_at: at(-1) });
  await request('asker', { ...refused, decided_at: at(-5) });
  await request('asker', { state: 'withdrawn', decided_at: at(-0.1) });
  await run();
  await run();
  const all = await letters('asker', 3);
  expect(all.at(-1)?.subject).toBe('Заявка скоро закроется');
  await expect(letters('asker', 4)).rejects.toThrow('fewer than 4');
}, 30_000);

test('a mail server that is away is asked again later', async () => {
  const id = await request('asker', { ...refused, decided_at: at(-0.2) });
  const away = await schools.server({
    clock,
    environment: { ...mailEnvironment, PARTA_SMTP: 'smtp://127.0.0.1:9' },
    modules: [rosterModule, onboardingModule],
  });
  await tellSenders.run(away.platform, {});
  await away.stop();
  const told = async () => {
    const { rows } = await schools.superuser.query<{ told_at: Date | null }>(
      'select told_at from onboarding.link_request where id = $1',
      [id],
    );
    return rows[0]?.told_at ?? null;
  };
  expect(await told()).toBeNull();
  await run();
  expect(await told()).not.toBeNull();
});
