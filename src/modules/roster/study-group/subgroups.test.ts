import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReplyOf } from '#platform/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import { anOffice } from '../testing-office.ts';
import type { getSubgroups } from './contract.ts';

type Answer = { readonly moved?: number; readonly code?: string };
type Office = Awaited<ReturnType<typeof anOffice>>;

let office: Office;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.server.stop());

const student = () => office.seventhA.students[0] ?? '';
const move = (given: Readonly<Record<string, unknown>>, { as = 'secretary', key = uuidv7(), of = '' } = {}) =>
  office.server.post<Answer>(as, `/classes/${of === '' ? office.seventhA.id : of}/subgroup-moves`, {
    key,
    body: {
      date: '2026-11-24',
      moves: [
        { studentId: student(), fromGroupId: office.english.a1, toGroupId: office.english.a2, ...given },
      ],
    },
  });
const page = (date: string) =>
  office.server.get<ReplyOf<typeof getSubgroups>>(
    'secretary',
    `/classes/${office.seventhA.id}/subgroups?date=${date}`,
  );
const groupOn = async (date: string) =>
  (await page(date)).reply.stays.find(({ studentId }) => studentId === student())?.groupId;
const stays = () =>
  office.server.sql(
    `select student_id, group_id, start_date, end_date from roster.group_membership where school_id = 1 order by id`,
  );

test('a student changes the subgroup from a day on; the same key does it once', async () => {
  const key = uuidv7();
  expect(await move({}, { key })).toEqual({ status: 200, reply: { moved: 1 } });
  expect(await move({}, { key })).toEqual({ status: 200, reply: { moved: 1 } });
  expect(await groupOn('2026-11-23')).toBe(office.english.a1);
  expect(await groupOn('2026-11-24')).toBe(office.english.a2);
});

test('and back again, as if nothing was', async () => {
  const { english } = office;
  expect((await move({ fromGroupId: english.a2, toGroupId: english.a1 })).status).toBe(200);
  expect(await groupOn('2026-11-24')).toBe(english.a1);
  const own = (await stays()).filter((row) => (row as { student_id: string }).student_id === student());
  expect(own.filter((row) => (row as { end_date: string | null }).end_date === null)).toHaveLength(2);
});

test('the page is one statement', async () => {
  expect(await office.server.statementsDuring(() => page('2026-11-24'))).toBe(1);
  const { reply } = await page('2026-11-24');
  expect([reply.groups.length, reply.students.length, reply.mayWrite]).toEqual([2, 4, true]);
});

test.each([
  [
    'a place where it no longer is',
    () => move({ fromGroupId: office.english.a2, toGroupId: null }),
    409,
    'roster.changedMeanwhile',
  ],
  [
    'a subgroup of another class',
    () => move({ toGroupId: office.english.b1 }),
    422,
    'roster.unknownSubgroup',
  ],
  [
    'a student of another class',
    () => move({ studentId: office.seventhB.students[0] }),
    422,
    'roster.notInClass',
  ],
  [
    'a student of another school',
    () => move({ studentId: office.abroad.students[0] }),
    422,
    'roster.notInClass',
  ],
  ['a class of another school', () => move({}, { of: office.abroad.id }), 404, 'notFound'],
  ['the deputy head', () => move({}, { as: 'deputy' }), 403, 'notAllowed'],
  ['the teacher', () => move({}, { as: 'teacher' }), 404, 'notFound'],
  ['another school’s office', () => move({}, { as: 'stranger' }), 404, 'notFound'],
])('refused: %s; nothing is stored', async (_what, ask, status, code) => {
  const before = await stays();
  const answer = await ask();
  expect([answer.status, answer.reply.code]).toEqual([status, code]);
  expect(await stays()).toEqual(before);
});
