import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import { firstWork, type MarksReply, markOf } from '../marks/testing-marks.ts';
import { journalModule } from '../module.ts';
import { holdPeriodLocks } from '../pages/write-queries.ts';
import type { PeriodLocks } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const deputy = school.staff('Завучева', 'deputyHead');
const principal = school.staff('Директорова', 'principal');
const admin = school.staff('Админова', 'schoolAdmin');
const secretary = school.staff('Секретарёва', 'secretary');
const seventh = school.withClass('7Б', 25);
const eighth = school.withClass('8А', 5);
const homeroom = seventh.homeroomOf('Классная');
const guardian = school.guardianOf(seventh.students[0] ?? '');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const geometry = eighth.taughtBy(teacher, 'Геометрия');
const [, second = '', third = ''] = school.frame.periodIds;
let server: SchoolServer;
/** Reads what commands leave to the sealer; the server's own role may only write it. */
let sealer: pg.Client;

beforeAll(async () => {
  const people = { teacher, deputy, principal, admin, secretary, homeroom, guardian };
  server = await serverOf([school], { modules: [journalModule], people, hearsEvents: true });
  sealer = new pg.Client(server.database.addresses.jobs);
  await sealer.connect();
  for (const [page, of] of [
    [algebra, seventh],
    [geometry, eighth],
  ] as const)
    await server.put('teacher', `/journal-pages/${page.id}/marks`, {
      body: { works: [firstWork(page.lessonOn(today), school.frame.answer)], cells: [cellOf(4, page, of)] },
    });
});
afterAll(async () => {
  await sealer.end();
  await server.stop();
});
beforeEach(() => open({ reason: 'Начало испытания' }));

type Reply = { readonly grades?: number[]; readonly code?: string };
type Sending = { as?: string; period?: string; grades?: number[] | null; key?: string };

const lock = ({ as = 'deputy', period = second, grades = null, key }: Sending = {}) =>
  server.post<Reply>(as, `/grading-periods/${period}/lock`, { body: { grades }, key });
const open = ({
  as = 'deputy',
  period = second,
  grades = null,
  reason = 'Исправление по приказу',
  key,
}: Sending & { reason?: string } = {}) =>
  server.post<Reply>(as, `/grading-periods/${period}/open`, { body: { grades, reason }, key });

const cellOf = (index: number, page = algebra, of = seventh) =>
  markOf({ workId: page.lessonOn(today), studentId: of.students[index] ?? '', value: '4' });
const put = (cell: ReturnType<typeof markOf>, page = algebra) =>
  server.put<MarksReply>('teacher', `/journal-pages/${page.id}/marks`, {
    body: { works: [], cells: [cell] },
  });
const stored = async (studentId: string) =>
  (await server.sql(`select 1 from journal.mark where school_id = 1 and student_id = '${studentId}'`)).length;
const stamp = async () =>
  Number(
    (
      await server.sql<{ stamp: string }>(
        `select count(*) + count(unlocked_at) as stamp from journal.period_lock where school_id = 1`,
      )
    )[0]?.stamp,
  );
const list = async () => (await server.get<PeriodLocks>('deputy', '/grading-periods')).reply;
const quarter = async () => (await list()).periods.find(({ id }) => id === second);

test('a closed quarter takes nothing into the journal, and says so; opened, it takes marks again', async () => {
  const studentId = seventh.students[1] ?? '';
  expect((await lock()).reply.grades).toContain(7);
  expect((await put(cellOf(1))).reply.cells).toMatchObject([
    { state: 'refused', code: 'marks.periodLocked', facts: { period: '2 четверть' } },
  ]);
  const lessonId = algebra.lessonOn(today);
  const record = await server.put<Reply>('teacher', `/lessons/${lessonId}/record`, {
    body: { topic: 'Формулы', attendanceTaken: true, expected: 0 },
  });
  expect([record.status, record.reply.code]).toEqual([409, 'marks.periodLocked']);
  const attendance = await server.put<MarksReply>('teacher', `/journal-pages/${algebra.id}/attendance`, {
    body: { cells: [{ lessonId, studentId, fact: 'absent', minutes: null, expected: 0 }] },
  });
  expect(attendance.reply.cells).toMatchObject([{ state: 'refused', code: 'marks.periodLocked' }]);
  const final = await server.put<MarksReply>('teacher', `/journal-pages/${algebra.id}/final-marks`, {
    body: {
      cells: [{ studentId, gradingPeriodId: second, kind: 'period', value: '4', expected: 0, reason: null }],
    },
  });
  expect(final.reply.cells).toMatchObject([{ state: 'refused', code: 'finalMarks.periodLocked' }]);
  const written = await server.sql(
    `select student_id from journal.mark where school_id = 1 and student_id = '${studentId}'
     union all select student_id from journal.attendance where school_id = 1 and student_id = '${studentId}'
     union all select student_id from journal.final_mark where school_id = 1 and student_id = '${studentId}'
     union all select lesson_id from journal.lesson_record where school_id = 1 and lesson_id = '${lessonId}'`,
  );
  expect(written).toEqual([]);

  expect((await open({ as: 'principal' })).reply.grades).toContain(7);
  expect((await put(cellOf(1))).reply.cells).toEqual([{ state: 'written', version: 1 }]);
});

test('some grades are closed and the others go on', async () => {
  expect((await lock({ grades: [8] })).reply.grades).toEqual([8]);
  expect((await put(cellOf(2))).reply.cells).toMatchObject([{ state: 'written' }]);
  expect((await put(cellOf(0, geometry, eighth), geometry)).reply.cells).toMatchObject([
    { code: 'marks.periodLocked' },
  ]);
});

test('a period closed for all is opened for one grade: the reason stands there, the others stay closed', async () => {
  await lock();
  const closedBy = (await quarter())?.locks[0];
  await open({ grades: [8], reason: 'Ошибка в отметке 8 «А»', as: 'principal' });
  expect((await put(cellOf(3))).reply.cells).toMatchObject([{ code: 'marks.periodLocked' }]);
  expect((await put(cellOf(1, geometry, eighth), geometry)).reply.cells).toMatchObject([
    { state: 'written' },
  ]);
  const period = await quarter();
  // Those that go on were closed by the same person at the same moment.
  expect(period?.locks.find(({ grade }) => grade === 7)).toEqual({ ...closedBy, grade: 7 });
  expect(period?.locks.some(({ grade }) => grade === 8 || grade === null)).toBe(false);
  expect(period?.openings[0]).toMatchObject({ grade: 8, reason: 'Ошибка в отметке 8 «А»' });
  expect(period?.openings[0]?.byName).toMatch(/Директорова/u);
});

test('every closing and every opening makes the stamp grow, what changes nothing leaves it', async () => {
  const seen = [await stamp()];
  const grows = async (act: () => Promise<unknown>) => {
    await act();
    seen.push(await stamp());
    expect(seen.at(-1)).toBeGreaterThan(seen.at(-2) ?? Infinity);
  };
  await grows(() => lock({ grades: [7] }));
  await grows(() => lock());
  await grows(() => open({ grades: [7] }));
  await grows(() => lock({ grades: [7] }));
  await grows(() => open());
  await grows(() => lock());
  expect((await lock()).reply).toEqual({ grades: [] });
  expect(await stamp()).toBe(seen.at(-1));
});

test('a repeated request answers the same and writes once', async () => {
  const key = uuidv7();
  const once = await lock({ grades: [7], key });
  const before = await stamp();
  expect((await lock({ grades: [7], key })).reply).toEqual(once.reply);
  expect(await stamp()).toBe(before);
});

test('an opening without a reason, an unknown grade and a period to come are refused and nothing is stored', async () => {
  await lock();
  const before = await stamp();
  expect((await open({ reason: '  ' })).reply.code).toBe('periodLock.reasonRequired');
  expect((await open({ grades: [12] })).reply.code).toBe('periodLock.unknownGrade');
  expect((await lock({ grades: [12] })).reply.code).toBe('periodLock.unknownGrade');
  expect((await lock({ period: third })).reply.code).toBe('periodLock.notBegun');
  expect((await lock({ period: uuidv7() })).status).toBe(404);
  expect(await stamp()).toBe(before);
});

test.each([
  ['teacher', 404, 404],
  ['homeroom', 404, 404],
  ['secretary', 404, 404],
  ['guardian', 404, 404],
  ['admin', 200, 403],
])('%s reads the locks with %i and changes them with %i', async (as, reads, changes) => {
  const before = await stamp();
  expect((await server.get(as, '/grading-periods')).status).toBe(reads);
  expect((await lock({ as })).status).toBe(changes);
  expect((await open({ as })).status).toBe(changes);
  expect(await stamp()).toBe(before);
});

test('both acts stand in the audit with who, for whom and why, and the staff hear of them', async () => {
  await lock({ grades: [7] });
  await open({ grades: [7], reason: 'По приказу № 12' });
  const { rows: acts } = await sealer.query(
    // The sealer may have moved them on, and does so in one transaction.
    `select action, person_id, subject from (
       select school_id, id, action, person_id, subject from platform.audit_pending
       union all select school_id, id, action, person_id, subject from platform.audit_seal) a
     where school_id = 1 and action in ('journal.lockPeriod', 'journal.openPeriod') order by id desc limit 2`,
  );
  const told = { gradingPeriodId: second, grades: [7] };
  expect(acts).toMatchObject([
    {
      action: 'journal.openPeriod',
      person_id: deputy.personId,
      subject: { ...told, reason: 'По приказу № 12' },
    },
    { action: 'journal.lockPeriod', person_id: deputy.personId, subject: { ...told, isLocked: true } },
  ]);
  const { rows: events } = await sealer.query(
    `select topics, payload from (
       select school_id, id, name, topics, payload from platform.outbox
       union all select school_id, id, name, topics, payload from platform.event) e where school_id = 1 and name = 'journal.periodLocked' order by id desc limit 1`,
  );
  expect(events).toEqual([{ topics: ['staff'], payload: { ...told, isLocked: false } }]);
});

test('a lock waits for a mark that is being written, and whoever comes behind it is refused', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const cell = cellOf(10);
  // A writer as slow as a bad connection: it holds the periods and has not committed.
  const writer = server.database.db.inSchool({ schoolId: 1, studentIds: '*' }, async (tx) => {
    await holdPeriodLocks(tx as never);
    hold();
    await released;
  });
  await held;
  let isLocked = false;
  const locking = lock().then((answer) => {
    isLocked = true;
    return answer;
  });
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  expect(isLocked).toBe(false);
  const behind = put(cell);
  release();
  await writer;
  expect((await locking).reply.grades).toContain(7);
  expect((await behind).reply.cells).toMatchObject([{ state: 'refused', code: 'marks.periodLocked' }]);
  expect(await stored(cell.studentId)).toBe(0);
});

test('twenty marks and a lock at once: each landed before it or was refused, none after', async () => {
  // The page is judged from memory here, which only the lock's stamp keeps honest.
  await put(cellOf(5));
  const indexes = Array.from({ length: 12 }, (_, at) => at + 12);
  const writes = indexes.map(async (index) => {
    await new Promise((resolve) => {
      setTimeout(resolve, (index % 6) * 3);
    });
    return put(cellOf(index));
  });
  const locking = lock();
  const late = locking.then(() => put(cellOf(24)));
  const answers = await Promise.all(writes);
  for (const [at, { reply }] of answers.entries()) {
    const studentId = seventh.students[indexes[at] ?? -1] ?? '';
    const [outcome] = reply.cells;
    expect(await stored(studentId)).toBe(outcome?.state === 'written' ? 1 : 0);
    expect(outcome).toMatchObject(
      outcome?.state === 'written' ? { version: 1 } : { code: 'marks.periodLocked' },
    );
  }
  expect((await late).reply.cells).toMatchObject([{ code: 'marks.periodLocked' }]);
});
