import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { rosterModule } from '#modules/roster/module.ts';
import {
  sessionStatus,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '#modules/identity/testing-school.ts';
import { listen } from '#modules/identity/testing-stream.ts';
import { onboardingModule } from '../module.ts';
import { expireLinkRequests } from '../expire-links-job.ts';

let schools: TestSchools;
let server: TestServer;
const cookies: Record<string, string> = {};
const ids = { mama: '', child: '', second: '', foreign: '' };

beforeAll(async () => {
  schools = await testSchools();
  const modules = [rosterModule, onboardingModule];
  server = await schools.server({ modules });
  ids.mama = await schools.person(1, 'Ёлкина');
  ids.child = await student(1, 'Ёлкин');
  ids.second = await student(1, 'Елкин');
  ids.foreign = await student(2, 'Ёлкин');
  await guardianship(ids.mama, ids.child);
  await schools.account('mama', [[1, ids.mama]]);
  await schools.account('child', [[1, ids.child]]);
  await schools.account('papa', [[1, await schools.person(1, 'Папин')]]);
  for (const [login, schoolId, role] of [
    ['secretary', 1, 'secretary'],
    ['deputy', 1, 'deputyHead'],
    ['teacher', 1, 'teacher'],
    ['stranger', 2, 'secretary'],
  ] as const) {
    const person = await schools.person(schoolId, login);
    await schools.account(login, [[schoolId, person]]);
    await schools.row('identity.role_grant', {
      school_id: schoolId,
      person_id: person,
      role,
      start_date: '2020-09-01',
    });
  }
  for (const login of ['mama', 'child', 'papa', 'secretary', 'deputy', 'teacher', 'stranger'])
    cookies[login] = await signedInAs(server, login);
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

async function student(schoolId: number, lastName: string): Promise<string> {
  const id = await schools.person(schoolId, lastName);
  await schools.superuser.query(`update roster.person set birth_date = '2015-03-08' where id = $1`, [id]);
  await schools.row('roster.admission', { school_id: schoolId, student_id: id, start_date: '2020-09-01' });
  return id;
}

const guardianship = (guardian: string, of: string) =>
  schools.row('roster.guardianship', {
    school_id: 1,
    guardian_id: guardian,
    student_id: of,
    kinship: 'mother',
    start_date: '2020-09-01',
  });

const child = {
  act: 'ask',
  school: '1',
  lastName: 'Ёлкин',
  firstName: 'Имя',
  birthDate: '2015-03-08',
  kinship: 'mother',
  document: 'birthCertificate',
  documentTail: '3456',
};

const send = (login: string, fields: Readonly<Record<string, string>>) =>
  server.app.inject({
    method: 'POST',
    url: '/account/children',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: cookies[login] },
    payload: new URLSearchParams(fields).toString(),
  });

type Line = { id: string; state: string; lastName: string };

async function queue(login = 'secretary'): Promise<readonly Line[]> {
  const answer = await server.app.inject({
    url: '/api/schools/1/link-requests',
    headers: { cookie: cookies[login] },
  });
  return answer.json<{ requests: Line[] }>().requests;
}

const post = (login: string, path: string, body: object) =>
  server.app.inject({
    method: 'POST',
    url: `/api/schools/1/link-requests/${path}`,
    headers: { cookie: cookies[login], 'idempotency-key': uuidv7() },
    payload: body,
  });

const right = (studentId: string) => ({
  studentId,
  kinship: 'mother',
  scope: ['marks'],
  basis: 'свидетельство о рождении',
  endDate: null,
});

async function childrenOf(login: string): Promise<readonly string[]> {
  const answer = await server.app.inject({ url: '/api/session', headers: { cookie: cookies[login] } });
  const { persons } = answer.json<{ persons: { students: { studentId: string }[] }[] }>();
  return persons.flatMap(({ students }) => students.map(({ studentId }) => studentId)).toSorted();
}

const acts = async () => {
  const { rows } = await schools.superuser.query<{ action: string }>(
    `select action from platform.audit_pending where action like 'onboarding.%'
     union all select action from platform.audit_seal where action like 'onboarding.%'`,
  );
  return rows.map(({ action }) => action).toSorted();
};

test('a guardian asks, the office confirms by a document, and the diary opens at once', async () => {
  const asked = await send('mama', child);
  expect([asked.statusCode, asked.headers.location]).toEqual([303, '/account/children?sent=1']);
  // Sent twice, it waits once.
  await send('mama', child);
  const waiting = await queue();
  expect(waiting).toHaveLength(1);
  const id = waiting[0]?.id ?? '';
  const suggested = await server.app.inject({
    url: `/api/schools/1/link-requests/${id}/students`,
    headers: { cookie: cookies['secretary'] },
  });
  expect(
    suggested
      .json<{ students: { id: string; isLinked: boolean }[] }>()
      .students.map((one) => [one.id, one.isLinked]),
  ).toEqual(
    expect.arrayContaining([
      [ids.child, true],
      [ids.second, false],
    ]),
  );
  expect(suggested.body).not.toContain(ids.foreign);
  expect(await childrenOf('mama')).toEqual([ids.child]);
  const accepted = await post('secretary', `${id}/accept`, right(ids.second));
  expect(accepted.statusCode).toBe(200);
  await expect.poll(() => childrenOf('mama')).toEqual([ids.child, ids.second].toSorted());
  expect((await post('secretary', `${id}/accept`, right(ids.second))).json()).toEqual(accepted.json());
  expect(await queue()).toEqual([]);
  expect(await acts()).toEqual(['onboarding.acceptLink', 'onboarding.askForLink']);
  // The right ends: the open stream is told, and the diary is closed within a second.
  const stream = await listen(server, 'mama');
  const { guardianshipId } = accepted.json<{ guardianshipId: string }>();
  await server.app.inject({
    method: 'POST',
    url: `/api/schools/1/guardianships/${guardianshipId}/end`,
    headers: { cookie: cookies['secretary'] },
    payload: { endDate: '2020-10-01', expected: 1 },
  });
  await expect.poll(() => childrenOf('mama')).toEqual([ids.child]);
  await expect.poll(() => stream.text()).toContain('event: resync');
  stream.close();
});

test('whether there is such a child, no answer tells', async () => {
  const known = await send('papa', child);
  const unknown = await send('papa', { ...child, lastName: 'Несуществующий' });
  expect([unknown.statusCode, unknown.headers.location, unknown.body]).toEqual([
    known.statusCode,
    known.headers.location,
    known.body,
  ]);
  expect(await queue()).toHaveLength(2);
});

test.each([
  ['a deputy head', 'deputy', 403],
  ['a teacher', 'teacher', 404],
  ['the sender', 'papa', 404],
  ['another school’s office', 'stranger', 404],
])('not decided by %s', async (_who, login, status) => {
  const [first] = await queue();
  const id = first?.id ?? '';
  expect((await post(login, `${id}/accept`, right(ids.second))).statusCode).toBe(status);
  expect((await post(login, `${id}/refuse`, { reason: 'notConfirmed', word: null })).statusCode).toBe(status);
  expect(await queue()).toHaveLength(2);
});

test.each([
  ['no document seen', { basis: ' ' }, 422, 'links.basisMissing'],
  ['an end that has passed', { endDate: '2020-01-01' }, 422, 'links.endBeforeToday'],
])('refused: %s', async (_what, change, status, code) => {
  const [first] = await queue();
  const answer = await post('secretary', `${first?.id}/accept`, { ...right(ids.second), ...change });
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
});

test('refused: a student of another school, and one who is no student', async () => {
  const [first] = await queue();
  for (const studentId of [ids.foreign, ids.mama]) {
    const answer = await post('secretary', `${first?.id}/accept`, right(studentId));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'links.unknownStudent']);
  }
});

test('a refusal is worded for the sender, and ends the request', async () => {
  const [first] = await queue();
  const path = `${first?.id}/refuse`;
  const wordless = await post('secretary', path, { reason: 'other', word: ' ' });
  expect(wordless.json<{ code: string }>().code).toBe('links.reasonMissing');
  expect((await post('secretary', path, { reason: 'documentNeeded', word: 'Кабинет 12' })).statusCode).toBe(
    200,
  );
  const again = await post('secretary', path, { reason: 'documentNeeded', word: null });
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'links.decided']);
  const page = await server.app.inject({ url: '/account/children', headers: { cookie: cookies['papa'] } });
  expect(page.body).toContain('Кабинет 12');
});

test('the sender takes it back; nobody else can', async () => {
  const [waiting] = await queue();
  const request = waiting?.id ?? '';
  expect((await send('mama', { act: 'withdraw', school: '1', request })).statusCode).toBe(404);
  expect(await queue()).toHaveLength(1);
  expect((await send('papa', { act: 'withdraw', school: '1', request })).statusCode).toBe(303);
  expect(await queue()).toEqual([]);
});

test.each([
  ['a student', 'child', child, 403, 'links.student'],
  ['a school that does not know one', 'papa', { ...child, school: '2' }, 404, 'notFound'],
  [
    'a birthday that cannot be',
    'papa',
    { ...child, birthDate: '2015-02-30' },
    422,
    'links.birthDateImpossible',
  ],
])('not asked: %s', async (_what, login, fields, status, code) => {
  const answer = await send(login, fields);
  expect(answer.statusCode).toBe(status);
  expect(answer.body).toContain(code);
  expect(await queue()).toEqual([]);
});

test('nobody floods a school', async () => {
  for (const lastName of ['Первый', 'Второй', 'Третий']) await send('papa', { ...child, lastName });
  const fourth = await send('papa', { ...child, lastName: 'Четвёртый' });
  expect(fourth.statusCode).toBe(422);
  expect(fourth.body).toContain('links.tooMany');
  // Nothing typed is lost.
  expect(fourth.body).toContain('Четвёртый');
  expect(await queue()).toHaveLength(3);
});

test('after its days it can no longer be decided, and the night ends it', async () => {
  const [first] = await queue();
  await schools.superuser.query(
    `update onboarding.link_request set asked_at = asked_at - interval '30 days', expires_at = expires_at - interval '30 days'`,
  );
  const late = await post('secretary', `${first?.id}/accept`, right(ids.second));
  expect(late.json<{ code: string }>().code).toBe('links.expired');
  expect(await queue()).toEqual([]);
  await expireLinkRequests.run(server.platform, {});
  await expireLinkRequests.run(server.platform, {});
  const { rows } = await schools.superuser.query(
    `select state, count(*)::int from onboarding.link_request where person_id <> $1 group by state order by state`,
    [ids.mama],
  );
  expect(rows).toEqual([
    { state: 'expired', count: 3 },
    { state: 'refused', count: 1 },
    { state: 'withdrawn', count: 1 },
  ]);
  expect((await acts()).filter((action) => action === 'onboarding.expireLink')).toHaveLength(3);
});

test('who is not signed in is sent to sign in', async () => {
  const answer = await server.app.inject({ url: '/account/children' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?next=%2Faccount%2Fchildren']);
  expect(await sessionStatus(server, cookies['papa'] ?? '')).toBe(200);
});
