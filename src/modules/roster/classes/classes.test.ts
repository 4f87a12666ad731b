import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { anOffice } from '../testing-office.ts';
import type { ClassList } from './contract.ts';

type Answer = { readonly id?: string; readonly code?: string };

let office: Awaited<ReturnType<typeof anOffice>>;
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.server.stop());

const list = async () => (await office.server.get<ClassList>('deputy', '/classes')).reply.classes;
const lineOf = async (id: string) => (await list()).find((line) => line.id === id);
const open = (given: object = {}, { as = 'secretary', key = uuidv7() } = {}) =>
  office.server.post<Answer>(as, '/classes', {
    key,
    body: { grade: 8, letter: 'ф', shift: 2, homeroomId: null, ...given },
  });

describe('a class is opened by hand', () => {
  test('once, with a capital letter, its shift and its leader', async () => {
    const key = uuidv7();
    const homeroomId = office.people.teacher.personId;
    const first = await open({ homeroomId }, { key });
    expect(first.status).toBe(200);
    expect(await open({ homeroomId }, { key })).toEqual(first);
    expect(await lineOf(first.reply.id ?? '')).toMatchObject({
      grade: 8,
      letter: 'Ф',
      shift: 2,
      students: 0,
      homeroom: [{ id: homeroomId }],
    });
  });

  test.each([
    ['the same class again', { letter: 'Ф' }, 409, 'roster.classStands'],
    [
      'somebody who does not work here as its leader',
      { letter: 'Ш', homeroomId: uuidv7() },
      422,
      'roster.unknownStaff',
    ],
    ['a letter with a sign', { letter: 'Ф-1' }, 400, 'invalidInput'],
  ])('%s is refused', async (_, given, status, code) => {
    const answer = await open(given);
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
    expect((await list()).filter(({ letter }) => letter === 'Ш')).toEqual([]);
  });

  test.each([
    ['teacher', 404],
    ['guardian', 404],
    ['stranger', 404],
  ])('%s: %i', async (as, status) => {
    expect((await open({ letter: 'Щ' }, { as })).status).toBe(status);
  });
});

describe('another homeroom teacher', () => {
  const set = (given: object, as = 'deputy') =>
    office.server.put<Answer>(as, `/classes/${office.seventhA.id}/homeroom`, {
      body: { shift: 1, startDate: '2026-11-24', ...given },
    });

  test('leads from the day on, the one before until the day before; a second deputy is told', async () => {
    const before = office.people.homeroom.personId;
    const after = office.people.teacher.personId;
    expect((await set({ staffId: after, expected: before })).status).toBe(200);
    expect(
      await office.server.sql(
        `select staff_id, start_date, end_date from roster.class_homeroom where school_id = 1 and class_id = '${office.seventhA.id}' order by start_date`,
      ),
    ).toEqual([
      { staff_id: before, start_date: '2026-09-01', end_date: '2026-11-23' },
      { staff_id: after, start_date: '2026-11-24', end_date: null },
    ]);
    const late = await set({ staffId: null, expected: before });
    expect([late.status, late.reply.code]).toEqual([409, 'roster.changedMeanwhile']);
  });

  test('nobody, and a shift; a day of the summer is refused', async () => {
    const now = office.people.teacher.personId;
    const summer = await set({ staffId: null, expected: now, startDate: '2027-07-01' });
    expect([summer.status, summer.reply.code]).toEqual([422, 'roster.outsideYear']);
    expect((await set({ staffId: null, expected: now, shift: 2, startDate: '2026-11-25' })).status).toBe(200);
    expect(await lineOf(office.seventhA.id)).toMatchObject({ shift: 2 });
  });
});
