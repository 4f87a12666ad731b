import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretHash } from '../access-slips/commands.ts';
import { partsOf } from '../identity-parts.ts';
import {
  sessionStatus,
  signedInAs,
  testSchools,
  type TestSchools,
  type TestServer,
} from '../testing-school.ts';
import { joiningRefusal } from './rules.ts';

let schools: TestSchools;
let server: TestServer;

beforeAll(async () => {
  schools = await testSchools();
  server = await schools.server();
});
afterAll(async () => {
  await server.stop();
  await schools.drop();
});

const free = { isOwn: false, isStudent: false, holdsRole: false, hasFactor: false };

test('only what a guardian’s slip opens is joined', () => {
  expect(joiningRefusal(free)).toBeNull();
  expect(joiningRefusal({ ...free, isOwn: true })).toBe('joining.own');
  expect(joiningRefusal({ ...free, isStudent: true })).toBe('joining.student');
  expect(joiningRefusal({ ...free, holdsRole: true })).toBe('joining.staff');
  expect(joiningRefusal({ ...free, hasFactor: true })).toBe('joining.guarded');
});

let people = 0;

/** A child of a new guardian in a school, and the guardian's account; without a password it waits for its slip. */
async function family(schoolId: number, { login, isUsed }: { login: string; isUsed: boolean }) {
  people += 1;
  const guardian = await schools.person(schoolId, `Мама${people}`);
  const student = await schools.person(schoolId, `Ребёнок${people}`);
  await schools.row('roster.admission', {
    school_id: schoolId,
    student_id: student,
    start_date: '2020-09-01',
  });
  await schools.row('roster.guardianship', {
    school_id: schoolId,
    guardian_id: guardian,
    student_id: student,
    kinship: 'mother',
    scope: ['marks'],
    start_date: '2020-09-01',
  });
  const accountId = await schools.account(login, [[schoolId, guardian]]);
  if (!isUsed)
    await schools.superuser.query('update directory.account set password_hash = null where id = $1', [
      accountId,
    ]);
  return { accountId, guardian, student };
}

/** A slip with the given secret. */
async function slip(
  accountId: string,
  at: { schoolId: number; personId: string; secret: string; days?: number },
) {
  const expires = new Date(Date.now() + (at.days ?? 30) * 86_400_000);
  await schools.row('directory.access_slip', {
    account_id: accountId,
    school_id: at.schoolId,
    person_id: at.personId,
    secret_hash: secretHash(partsOf(server.platform).slipKey, at.secret),
    expires_at: expires,
  });
}

const add = (cookie: string, code: string) =>
  server.app.inject({
    method: 'POST',
    url: '/account/add',
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams({ code }).toString(),
  });

async function childrenOf(cookie: string): Promise<readonly string[]> {
  const answer = await server.app.inject({ url: '/api/session', headers: { cookie } });
  const { persons } = answer.json<{ persons: readonly { students: readonly { studentId: string }[] }[] }>();
  return persons.flatMap(({ students }) => students.map(({ studentId }) => studentId)).toSorted();
}

test('a second child, in the same school and in another, is a code away', async () => {
  const own = await family(1, { login: 'mama', isUsed: true });
  const second = await family(1, { login: 'mama2', isUsed: false });
  const elsewhere = await family(2, { login: 'mama3', isUsed: false });
  await slip(second.accountId, { schoolId: 1, personId: second.guardian, secret: 'aaaaa11111' });
  await slip(elsewhere.accountId, { schoolId: 2, personId: elsewhere.guardian, secret: 'bbbbb11111' });
  const cookie = await signedInAs(server, 'mama');
  expect(await childrenOf(cookie)).toEqual([own.student]);
  const done = await add(cookie, 'AAAAA-11111');
  expect([done.statusCode, done.headers.location]).toEqual([303, '/account?added=1']);
  await add(cookie, 'bbbbb11111');
  expect(await childrenOf(cookie)).toEqual([own.student, second.student, elsewhere.student].toSorted());
  expect((await add(cookie, 'AAAAA-11111')).body).toContain('signIn.wrongCode');
  const { rows } = await schools.superuser.query<{ open: string }>(
    `select count(*) as open from directory.account where id = any ($1) and disabled_at is null`,
    [[second.accountId, elsewhere.accountId]],
  );
  expect(rows[0]?.open).toBe('0');
});

test('a foreign code, an old one, one of a student or of staff, and one’s own add nothing and stay typed', async () => {
  const own = await family(1, { login: 'papa', isUsed: true });
  const old = await family(1, { login: 'old', isUsed: false });
  const student = await schools.account('student', [[1, own.student]]);
  await schools.superuser.query('update directory.account set password_hash = null where id = $1', [student]);
  const teacher = await schools.person(1, 'Учитель');
  await schools.row('roster.staff', {
    school_id: 1,
    person_id: teacher,
    position: 'учитель',
    start_date: '2020-09-01',
  });
  await schools.row('identity.role_grant', {
    school_id: 1,
    person_id: teacher,
    role: 'teacher',
    start_date: '2020-09-01',
  });
  const staff = await schools.account('staff', [[1, teacher]]);
  await schools.superuser.query('update directory.account set password_hash = null where id = $1', [staff]);
  await slip(old.accountId, { schoolId: 1, personId: old.guardian, secret: 'ddddd11111', days: -1 });
  await slip(student, { schoolId: 1, personId: own.student, secret: 'eeeee11111' });
  await slip(staff, { schoolId: 1, personId: teacher, secret: 'fffff11111' });
  await slip(own.accountId, { schoolId: 1, personId: own.guardian, secret: 'ggggg11111' });
  const guarded = await family(1, { login: 'guarded', isUsed: true });
  await schools.superuser.query(
    `insert into directory.totp_factor (account_id, secret_enc, confirmed_at) values ($1, 'x', now())`,
    [guarded.accountId],
  );
  await slip(guarded.accountId, { schoolId: 1, personId: guarded.guardian, secret: 'jjjjj11111' });
  const cookie = await signedInAs(server, 'papa');
  for (const [code, problem] of [
    ['zzzzz11111', 'signIn.wrongCode'],
    ['привет', 'signIn.wrongCode'],
    ['ddddd11111', 'signIn.slipExpired'],
    ['eeeee11111', 'joining.student'],
    ['fffff11111', 'joining.staff'],
    ['ggggg11111', 'joining.own'],
    ['jjjjj11111', 'joining.guarded'],
  ] as const) {
    const answer = await add(cookie, code);
    expect([answer.statusCode, answer.body.includes(problem), answer.body.includes(code)], code).toEqual([
      422,
      true,
      true,
    ]);
  }
  expect(await childrenOf(cookie)).toEqual([own.student]);
});

test('what the slip’s account had open ends at once; strangers are sent to the door', async () => {
  const own = await family(1, { login: 'closing', isUsed: true });
  const second = await family(1, { login: 'closing2', isUsed: true });
  await slip(second.accountId, { schoolId: 1, personId: second.guardian, secret: 'hhhhh11111' });
  const former = await signedInAs(server, 'closing2');
  expect(await sessionStatus(server, former)).toBe(200);
  const cookie = await signedInAs(server, 'closing');
  await add(cookie, 'hhhhh11111');
  expect(await sessionStatus(server, former)).toBe(401);
  expect(await childrenOf(cookie)).toEqual([own.student, second.student].toSorted());
  const stranger = await server.app.inject({ url: '/account/add' });
  expect([stranger.statusCode, stranger.headers.location]).toEqual([303, '/sign-in?next=%2Faccount%2Fadd']);
});
