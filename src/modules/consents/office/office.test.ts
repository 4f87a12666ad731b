import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testConsents, today, type TestConsents } from '../testing-consents.ts';
import type { ClassConsents } from './contract.ts';

let school: TestConsents;
beforeAll(async () => {
  school = await testConsents();
});
afterAll(() => school.drop());

const readClass = async (login = 'secretary') =>
  (await school.api(login, `GET 1/classes/${school.classId}/consents`)).json<ClassConsents>();

const standingOf = async (of: string) => {
  const { students } = await readClass();
  const purpose = await school.purposeId();
  return students
    .find(({ id }) => id === school.people[of])
    ?.consents.find(({ purposeId }) => purposeId === purpose);
};

const paper = async (change: Readonly<Record<string, unknown>> = {}, of = 'child', login = 'secretary') =>
  school.api(login, `POST 1/students/${school.people[of] ?? ''}/paper-consents`, {
    purposeId: await school.purposeId(),
    version: 1,
    signerId: school.people['mama'],
    word: 'yes',
    signedOn: '2026-11-20',
    receivedBy: school.people['homeroom'],
    ...change,
  });

test('the office sees the class: who may sign, who is waited for', async () => {
  const read = await readClass();
  expect(read.mayRegister).toBe(true);
  expect(read.purposes.map(({ code }) => code)).toEqual(['gosuslugi', 'notices', 'photo']);
  const signersOf = (of: string) =>
    read.students.find(({ id }) => id === school.people[of])?.signers.map(({ lastName }) => lastName);
  expect(signersOf('child')).toEqual(['mama', 'papa']);
  expect(signersOf('teen')).toEqual(['mama', 'papa', 'teen']);
  expect(signersOf('adult')).toEqual(['adult']);
  expect(await standingOf('child')).toMatchObject({ state: 'waits', words: [] });
  expect(read.receivers.map(({ lastName }) => lastName)).toEqual(['secretary', 'homeroom']);
});

test('a signed paper is registered once, with its date and who received it', async () => {
  const done = await paper();
  expect([done.statusCode, done.json()]).toEqual([200, { state: 'stands' }]);
  await paper();
  const { rows } = await school.superuser.query(
    `select way, signed_on::text as "signedOn", received_by = $1 as "byHomeroom", recorded_by = $2 as "bySecretary"
     from consents.decision`,
    [school.people['homeroom'], school.people['secretary']],
  );
  expect(rows).toEqual([{ way: 'paper', signedOn: '2026-11-20', byHomeroom: true, bySecretary: true }]);
  expect((await school.consent('papa', 'child'))?.words).toMatchObject([{ whose: 'guardian', way: 'paper' }]);
});

test('a paper of an earlier day does not undo what was said since', async () => {
  await school.say('mama', 'child', 'withdrawn');
  expect((await paper({ signedOn: '2026-11-19' })).json()).toEqual({ state: 'refused' });
  expect((await paper({ signedOn: today })).json()).toEqual({ state: 'stands' });
});

test('a paper brought on the day of an answer and a withdrawal is a new word', async () => {
  const own = { signerId: school.people['papa'], signedOn: today };
  await school.say('papa', 'justTeen', 'yes');
  await school.say('papa', 'justTeen', 'withdrawn');
  expect((await paper(own, 'justTeen')).json()).toEqual({ state: 'forNow' });
  await school.say('papa', 'justTeen', 'withdrawn');
  expect((await paper(own, 'justTeen')).json()).toEqual({ state: 'forNow' });
  await school.superuser.query('delete from consents.decision where student_id = $1', [
    school.people['justTeen'],
  ]);
});

test.each([
  ['a day that has not come', { signedOn: '2026-11-25' }, 'consents.dayAhead'],
  ['a grandmother', { signerId: 'granny' }, 'consents.notEntitled'],
  ['a guardian without the scope', { signerId: 'stepmother' }, 'consents.notEntitled'],
  ['a guardian whose right has ended', { signerId: 'former' }, 'consents.notEntitled'],
  ['a child under 14', { signerId: 'child' }, 'consents.notEntitled'],
  ['somebody of another school', { signerId: 'foreign' }, 'consents.notEntitled'],
  ['a text there never was', { version: 2 }, 'consents.unknownText'],
  ['received by a mother', { receivedBy: 'mama' }, 'consents.unknownReceiver'],
  [
    'a withdrawal of what was never given',
    { signerId: 'papa', word: 'withdrawn' },
    'consents.nothingToWithdraw',
  ],
])('not registered: %s', async (_what, change, code) => {
  const named = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, school.people[String(value)] ?? value]),
  );
  const answer = await paper(named);
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
});

test('a student’s paper counts from the 14th birthday on', async () => {
  const own = { signerId: school.people['justTeen'] };
  expect((await paper({ ...own, signedOn: '2026-11-09' }, 'justTeen')).statusCode).toBe(422);
  expect((await paper({ ...own, signedOn: '2026-11-10' }, 'justTeen')).json()).toEqual({ state: 'waits' });
});

describe('who may', () => {
  test.each([
    ['secretary', 200, 200],
    ['schoolAdmin', 200, 200],
    ['deputyHead', 200, 403],
    ['homeroom', 200, 404],
    ['teacher', 404, 404],
    ['mama', 404, 404],
    ['stranger', 404, 404],
  ])('%s', async (login, reads, registers) => {
    const read = await school.api(login, `GET 1/classes/${school.classId}/consents`);
    expect(read.statusCode).toBe(reads);
    expect((await paper({}, 'child', login)).statusCode).toBe(registers);
  });

  test('a class and a student of another school are not there', async () => {
    const read = await school.api('secretary', `GET 1/classes/${school.foreignClassId}/consents`);
    expect(read.statusCode).toBe(404);
    expect((await paper({}, 'foreign')).statusCode).toBe(404);
    const blanks = await school.api('secretary', `POST 1/classes/${school.classId}/consent-blanks`, {
      purposeId: await school.purposeId(),
      studentIds: [school.people['foreign']],
    });
    expect(blanks.statusCode).toBe(422);
  });
});

test('blanks are filled with what the school knows, lines stand for the rest, a student under and over 14', async () => {
  await school.superuser.query(
    `update roster.person set phone = '+7 900 000-00-01', email = 'mama@mail.test' where id = $1`,
    [school.people['mama']],
  );
  const answer = await school.api('homeroom', `POST 1/classes/${school.classId}/consent-blanks`, {
    purposeId: await school.purposeId('photo'),
    studentIds: [school.people['child'], school.people['teen']],
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)));
  expect(text).toHaveLength(2);
  const [child = '', teen = ''] = text;
  for (const part of [
    'Школа № 1',
    'населённый пункт',
    'директора',
    'mama Имя',
    'Адрес регистрации родителя',
    'Паспорт родителя',
    '+7 900 000-00-01',
    'mama@mail.test',
    'child Имя',
    '7 «А»',
    'Адрес регистрации ученика',
    'Телефон ученика',
    'Свидетельство о рождении',
    'дата',
    'подпись',
    'Публикация фотографий и видео',
  ])
    expect(child.replaceAll('\u00A0', ' ')).toContain(part);
  expect(teen).toContain('Паспорт ученика');
  expect(teen).not.toContain('Свидетельство');
  const { rows } = await school.superuser.query<{ action: string }>(
    `select action from platform.audit_pending where action = 'consents.printBlanks'
     union all select action from platform.audit_seal where action = 'consents.printBlanks'`,
  );
  expect(rows).toHaveLength(1);
});
