import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { anOffice } from '../testing-office.ts';

type Reply = {
  readonly id: string;
  readonly guardianId: string;
  readonly version: number;
  readonly code?: string;
};
type Office = Awaited<ReturnType<typeof anOffice>>;

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.server.stop());

const student = () => office.seventhA.students[0] ?? '';
const grandmother = {
  lastName: 'Бабушкина',
  firstName: 'Вера',
  middleName: null,
  birthDate: null,
  gender: 'female',
  phone: '+7 900 000-00-00',
  email: null,
};
const wish = (given: Readonly<Record<string, unknown>> = {}) => ({
  guardian: { person: grandmother },
  kinship: 'grandmother',
  scope: ['marks'],
  basis: 'доверенность № 4',
  startDate: '2026-11-24',
  ...given,
});
const add = (body: unknown, { to = student(), as = 'secretary', key = uuidv7() } = {}) =>
  office.server.post<Reply>(as, `/students/${to}/guardianships`, { body, key });
const rights = () =>
  office.server.sql<Record<string, unknown>>(
    `select kinship, scope, basis, end_date as "endDate", version from roster.guardianship where school_id = 1 order by id`,
  );

let id = '';
let guardianId = '';

test('a new person gets a right; the same key gives it once', async () => {
  const key = uuidv7();
  const once = await add(wish(), { key });
  expect(once.status).toBe(200);
  expect(await add(wish(), { key })).toEqual(once);
  ({ id, guardianId } = once.reply);
  expect(await rights()).toEqual([
    { kinship: 'grandmother', scope: ['marks'], basis: 'доверенность № 4', endDate: null, version: 1 },
  ]);
});

test('what it covers is written anew by versions', async () => {
  const body = { kinship: 'guardian', scope: ['marks', 'documents'], basis: null, expected: 1 };
  expect((await office.server.put<Reply>('secretary', `/guardianships/${id}`, { body })).reply.version).toBe(
    2,
  );
  const late = await office.server.put<Reply>('secretary', `/guardianships/${id}`, { body });
  expect([late.status, late.reply.code]).toEqual([409, 'roster.changedMeanwhile']);
});

test('it ends with a day, and the end can be taken back', async () => {
  const end = (endDate: string | null, expected: number) =>
    office.server.post<Reply>('secretary', `/guardianships/${id}/end`, { body: { endDate, expected } });
  expect((await end('2026-11-23', 2)).reply.version).toBe(3);
  expect(await rights()).toMatchObject([{ endDate: '2026-11-23' }]);
  expect((await end(null, 3)).reply.version).toBe(4);
  expect(await rights()).toMatchObject([{ endDate: null }]);
});

test.each([
  [
    'a person of another school',
    () => add(wish({ guardian: { personId: office.abroad.students[0] } })),
    422,
    'roster.unknownGuardian',
  ],
  [
    'a student of another school',
    () => add(wish(), { to: office.abroad.students[0] ?? '' }),
    404,
    'notFound',
  ],
  ['one who is no student', () => add(wish(), { to: office.people.teacher.personId }), 404, 'notFound'],
  ['the student itself', () => add(wish({ guardian: { personId: student() } })), 422, 'roster.ownGuardian'],
  [
    'who has the right already',
    () => add(wish({ guardian: { personId: guardianId } })),
    409,
    'roster.alreadyGuardian',
  ],
  ['a right to nothing', () => add(wish({ scope: [] })), 400, 'invalidInput'],
  ['the deputy head', () => add(wish(), { as: 'deputy' }), 403, 'notAllowed'],
  ['the guardian', () => add(wish(), { as: 'guardian' }), 404, 'notFound'],
  ['another school’s office', () => add(wish(), { as: 'stranger' }), 404, 'notFound'],
])('refused: %s; nothing is stored', async (_what, ask, status, code) => {
  const before = await rights();
  const answer = await ask();
  expect([answer.status, answer.reply.code]).toEqual([status, code]);
  expect(await rights()).toEqual(before);
});
