import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { readTables } from '#platform/spreadsheet/index.ts';
import { aLoadOffice } from './testing-load.ts';
import type { Load } from '#modules/roster/load/contract.ts';
import { type TeacherStay, withEnd, withTeacher } from '#modules/roster/load/rules.ts';

type Office = Awaited<ReturnType<typeof aLoadOffice>>;
type Refused = { readonly code?: string; readonly facts?: Readonly<Record<string, unknown>> };

let office: Office;
/** Reads what commands leave to the sealer; the server's own role may only write it. */
let sealer: pg.Client;
beforeAll(async () => {
  office = await aLoadOffice();
  sealer = new pg.Client(office.server.database.addresses.jobs);
  await sealer.connect();
});
afterAll(async () => {
  await sealer.end();
  await office.server.stop();
});

const load = (as = 'secretary') => office.server.get<Load>(as, '/load');
const pageOf = async (id: string) => (await load()).reply.pages.find((page) => page.id === id);
const stayOf = (staffId: string, startDate: string, endDate: string | null = null): TeacherStay => ({
  staffId,
  startDate,
  endDate,
});
const set = (
  teachers: readonly TeacherStay[],
  {
    expected,
    as = 'secretary',
    pageId = office.algebra.id,
  }: { expected: readonly TeacherStay[]; as?: string; pageId?: string },
) =>
  office.server.put<Refused & { teachers?: TeacherStay[] }>(as, `/journal-pages/${pageId}/teachers`, {
    body: { teachers, expected },
  });
const add = (
  given: Readonly<Record<string, unknown>> = {},
  { as = 'deputy', key = uuidv7() }: { as?: string; key?: string } = {},
) =>
  office.server.post<Refused & { id: string }>(as, '/load/pages', {
    key,
    body: {
      groupId: office.seventhA.groupId,
      subjectId: office.music,
      hoursTenths: 10,
      teacher: { staffId: office.people.teacher.personId, startDate: '2026-11-24' },
      ...given,
    },
  });
const actsOf = async (action: string) => {
  const { rows } = await sealer.query<{ subject: unknown }>(
    `select subject from (
       select school_id, action, subject from platform.audit_pending
       union all select school_id, action, subject from platform.audit_seal) a
     where school_id = 1 and action = $1`,
    [action],
  );
  return rows;
};
const stored = () =>
  office.server.sql(
    `select a.id, a.retired_at, t.staff_id, t.start_date, t.end_date from roster.teaching_assignment a
     left join roster.assignment_teacher t on t.school_id = 1 and t.assignment_id = a.id
     where a.school_id = 1 order by a.id, t.id`,
  );
const mark = (as: string) =>
  office.server.put<Refused>(as, `/lessons/${office.algebra.lessonOn('2026-11-24')}/record`, {
    body: { topic: 'Формулы', attendanceTaken: false, expected: 0 },
  });

test('the page is one statement; the principal reads and does not write', async () => {
  expect(await office.server.statementsDuring(() => load())).toBe(1);
  expect((await load('principal')).reply.mayWrite).toBe(false);
  const { reply } = await load('deputy');
  expect(reply.mayWrite).toBe(true);
  expect(reply.classes.map(({ grade, letter }) => `${grade}${letter}`)).toEqual(['7А', '7Б']);
  expect(reply.pages).toHaveLength(2);
  expect(reply.staff.map(({ lastName }) => lastName)).toContain('Ковалёва');
});

describe('a page gets another teacher from a day on', () => {
  const before = () => [stayOf(office.people.teacher.personId, '2026-09-01')];
  const after = () =>
    withTeacher(before(), { staffId: office.people.librarian.personId, startDate: '2026-11-24' });

  test('history is kept, the page stays, and who was no teacher is one now', async () => {
    expect((await mark('librarian')).status).toBe(404);
    const { status, reply } = await set(after(), { expected: before() });
    expect([status, reply.teachers]).toEqual([200, after()]);
    expect((await pageOf(office.algebra.id))?.teachers).toEqual(after());
    expect(
      await office.server.sql(
        `select role, start_date, end_date from identity.role_grant
         where school_id = 1 and person_id = '${office.people.librarian.personId}' order by role`,
      ),
    ).toEqual([{ role: 'teacher', start_date: '2026-11-24', end_date: null }]);
    expect((await mark('librarian')).status).toBe(200);
    expect((await mark('teacher')).status).not.toBe(200);
  });

  test('the same request again changes nothing', async () => {
    const rows = await stored();
    expect((await set(after(), { expected: before() })).status).toBe(200);
    expect(await stored()).toEqual(rows);
  });

  test('who did not see it is shown what stands', async () => {
    const { status, reply } = await set(
      withTeacher(before(), { staffId: office.people.deputy.personId, startDate: '2026-12-01' }),
      { expected: before(), as: 'deputy' },
    );
    expect([status, reply.code, reply.facts]).toEqual([409, 'roster.changedMeanwhile', { current: after() }]);
  });

  test('a last day leaves the page without a teacher; the end is taken back', async () => {
    const ended = withEnd(after(), after()[1] ?? stayOf('', ''), '2026-12-04');
    expect((await set(ended, { expected: after() })).status).toBe(200);
    expect((await pageOf(office.algebra.id))?.teachers.at(-1)?.endDate).toBe('2026-12-04');
    expect((await set(after(), { expected: ended })).status).toBe(200);
    expect((await pageOf(office.algebra.id))?.teachers.at(-1)?.endDate).toBe(null);
  });

  test('each time an act, and news for the page and its class', async () => {
    const events = await vi.waitFor(async () => {
      const sealed = await office.server.sql<{ topics: string[] }>(
        `select topics from platform.event where school_id = 1 and name = 'roster.rosterChanged'`,
      );
      expect(sealed).toHaveLength(3);
      return sealed;
    });
    for (const { topics } of events)
      expect(topics).toEqual(
        expect.arrayContaining(['people', `class:${office.seventhA.id}`, `page:${office.algebra.id}`]),
      );
    expect(await actsOf('roster.setTeachers')).toHaveLength(3);
  });
});

describe('a journal page is opened', () => {
  test('once for one key, with marks by numbers and its teacher', async () => {
    const key = uuidv7();
    const once = await add({}, { key });
    expect(once.status).toBe(200);
    expect(await add({}, { key })).toEqual(once);
    expect(await pageOf(once.reply.id)).toMatchObject({
      hoursTenths: 10,
      journalKind: 'lesson',
      teachers: [stayOf(office.people.teacher.personId, '2026-11-24')],
    });
    expect(
      await office.server.sql(
        `select scale_id from roster.teaching_assignment where school_id = 1 and id = '${once.reply.id}'`,
      ),
    ).toEqual([{ scale_id: office.school.frame.scaleId }]);
    const again = await add();
    expect([again.status, again.reply.code, again.reply.facts]).toEqual([
      409,
      'roster.pageStands',
      { pageId: once.reply.id },
    ]);
  });

  test('a retired one comes back with its entries, and another teacher', async () => {
    const { id } = (await add({ groupId: office.subgroup })).reply;
    await office.server.sql(
      `update roster.teaching_assignment set retired_at = now() where school_id = 1 and id = '${id}' returning id`,
    );
    expect(await pageOf(id)).toBe(undefined);
    const teacher = { staffId: office.people.deputy.personId, startDate: '2026-12-01' };
    expect((await add({ groupId: office.subgroup, hoursTenths: 25, teacher })).reply.id).toBe(id);
    expect(await pageOf(id)).toMatchObject({
      hoursTenths: 25,
      teachers: [
        stayOf(office.people.teacher.personId, '2026-11-24', '2026-11-30'),
        stayOf(office.people.deputy.personId, '2026-12-01'),
      ],
    });
  });

  test('extracurricular pages have no marks; a page may wait for its teacher', async () => {
    const { id } = (await add({ subjectId: office.club, teacher: null })).reply;
    expect(await pageOf(id)).toMatchObject({ journalKind: 'extracurricular', teachers: [] });
    expect(
      await office.server.sql(
        `select scale_id from roster.teaching_assignment where school_id = 1 and id = '${id}'`,
      ),
    ).toEqual([{ scale_id: null }]);
  });
});

test('the file holds every page with its teacher, and is an act', async () => {
  const { status, body } = await office.server.raw('principal', '/load/export?format=xlsx');
  expect(status).toBe(200);
  const [sheet] = readTables(body, 'load.xlsx');
  const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => cell.text));
  expect(rows[0]?.slice(0, 6)).toEqual(['Класс', 'Предмет', 'Подгруппа', 'Часов в неделю', 'Учитель', 'Вид']);
  expect(rows.find(([, subject]) => subject === 'Алгебра')?.slice(0, 6)).toEqual([
    expect.stringMatching(/^7.«А»$/u),
    'Алгебра',
    '',
    '3',
    'Библиотекарева Мария',
    'урок',
  ]);
  expect(await actsOf('roster.exportLoad')).toHaveLength(1);
});

describe('is refused, and nothing is stored', () => {
  const teacherOf = () => office.people.teacher.personId;
  const b = () => [stayOf(teacherOf(), '2026-09-01')];
  const setB = (teachers: readonly TeacherStay[], as = 'secretary') =>
    set(teachers, { expected: b(), as, pageId: office.algebraB.id });
  const cases: readonly (readonly [
    string,
    () => Promise<{ status: number; reply: Refused }>,
    number,
    string,
  ])[] = [
    [
      'a teacher of another school',
      () => setB([...b(), stayOf(office.abroad.teacherId, '2026-11-24')]),
      422,
      'roster.unknownTeacher',
    ],
    [
      'a student as a teacher',
      () => setB([...b(), stayOf(office.seventhA.students[0] ?? '', '2026-11-24')]),
      422,
      'roster.unknownTeacher',
    ],
    ['a history without its first teacher', () => setB([]), 422, 'roster.teacherMissing'],
    [
      'a day outside the year',
      () => setB([...b(), stayOf(office.people.deputy.personId, '2027-06-01')]),
      422,
      'roster.outsideYear',
    ],
    ['one person twice', () => setB([...b(), stayOf(teacherOf(), '2026-11-24')]), 422, 'roster.teachesTwice'],
    [
      'a page of another school',
      () => set([], { expected: [], pageId: office.abroad.pageId }),
      404,
      'notFound',
    ],
    ['the principal', () => setB([], 'principal'), 403, 'notAllowed'],
    ['the teacher of the page', () => setB([], 'teacher'), 404, 'notFound'],
    ['a homeroom teacher', () => setB([], 'homeroom'), 404, 'notFound'],
    ['a guardian', () => setB([], 'guardian'), 404, 'notFound'],
    ['another school’s office', () => setB([], 'stranger'), 404, 'notFound'],
    [
      'a new page: a group of another school',
      () => add({ groupId: office.abroad.groupId }),
      422,
      'roster.unknownGroup',
    ],
    [
      'a new page: a subject of another school',
      () => add({ subjectId: office.abroad.subjectId }),
      422,
      'roster.unknownSubject',
    ],
    [
      'a new page: a teacher of another school',
      () =>
        add({
          groupId: office.seventhB.groupId,
          teacher: { staffId: office.abroad.teacherId, startDate: '2026-11-24' },
        }),
      422,
      'roster.unknownTeacher',
    ],
    [
      'a new page: a day outside the year',
      () =>
        add({ groupId: office.seventhB.groupId, teacher: { staffId: teacherOf(), startDate: '2026-08-31' } }),
      422,
      'roster.outsideYear',
    ],
    ['a new page: the principal', () => add({}, { as: 'principal' }), 403, 'notAllowed'],
    ['a new page: a teacher', () => add({}, { as: 'teacher' }), 404, 'notFound'],
    ['a new page: another school’s office', () => add({}, { as: 'stranger' }), 404, 'notFound'],
  ];
  test.each(cases)('%s', async (_what, ask, status, code) => {
    const before = await stored();
    const answer = await ask();
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
    expect(await stored()).toEqual(before);
  });
});
