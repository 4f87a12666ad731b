import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { AttendanceOutcome } from '../attendance/contract.ts';
import type { FinalMarkOutcome } from '../final-marks/contract.ts';
import type { JournalPage } from '../pages/contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const seventh = school.withClass('7Б', 6);
const departed = seventh.withStudent('Ушедшая', '2026-09-01', '2026-10-20');
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const physics = seventh.taughtBy(colleague, 'Физика');
const first = school.withClass('1А', 2);
const reading = first.taughtBy(teacher, 'Чтение');
const [quarter1 = '', quarter2 = '', quarter3 = ''] = school.frame.periodIds;
const student = (index: number) => seventh.students[index] ?? '';

let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school], { modules: [journalModule], people: { teacher, colleague, homeroom } });
});
afterAll(() => server.stop());

const page = async () => (await server.get<JournalPage>('teacher', `/journal-pages/${algebra.id}`)).reply;

describe('attendance', () => {
  type Cell = { lessonId: string; studentId: string; fact: string; minutes: number | null; expected: number };
  const absent = (given: Partial<Cell> = {}): Cell => ({
    lessonId: algebra.lessonOn(today),
    studentId: student(0),
    fact: 'absent',
    minutes: null,
    expected: 0,
    ...given,
  });
  const take = async (cells: readonly Cell[], at: { page?: string; key?: string } = {}) => {
    const path = `/journal-pages/${at.page ?? algebra.id}/attendance`;
    const { status, reply } = await server.put<{ cells: AttendanceOutcome[] }>('teacher', path, {
      body: { cells },
      key: at.key,
    });
    expect(status).toBe(200);
    return reply.cells;
  };

  test('is written, corrected and kept with its revisions', async () => {
    expect(await take([absent(), absent({ studentId: student(1), fact: 'late', minutes: 10 })])).toEqual([
      { state: 'written', version: 1 },
      { state: 'written', version: 1 },
    ]);
    expect(await take([absent({ fact: 'present', expected: 1 })])).toEqual([
      { state: 'written', version: 2 },
    ]);
    const rows = (await page()).attendance.map(([, at, fact, minutes, version]) => [
      at,
      fact,
      minutes,
      version,
    ]);
    expect(rows).toEqual([
      [0, 'present', null, 2],
      [1, 'late', 10, 1],
    ]);
    const revisions = await server.sql(
      `select old_fact, new_fact from journal.attendance_revision where school_id = 1 and student_id = '${student(0)}' order by version`,
    );
    expect(revisions).toEqual([
      { old_fact: null, new_fact: 'absent' },
      { old_fact: 'absent', new_fact: 'present' },
    ]);
  });

  test('conflicts show both sides, repeats answer the same', async () => {
    const key = uuidv7();
    const cells = [absent({ studentId: student(1) }), absent({ studentId: student(2) })];
    const once = await take(cells, { key });
    expect(once).toMatchObject([
      { state: 'conflict', fact: 'late', minutes: 10, version: 1, authorName: 'Ковалёва Мария' },
      { state: 'written', version: 1 },
    ]);
    expect(await take(cells, { key })).toEqual(once);
  });

  test.each<[string, () => Partial<Cell>, string]>([
    ['a lesson of another page', () => ({ lessonId: physics.lessonOn(today) }), 'attendance.unknownLesson'],
    ['who left', () => ({ studentId: departed }), 'marks.departed'],
    ['another class', () => ({ studentId: first.students[0] ?? '' }), 'marks.notMember'],
    ['a lesson of next week', () => ({ lessonId: algebra.lessonOn('2026-12-01') }), 'marks.notYetHeld'],
    ['minutes of an absence', () => ({ minutes: 5 }), 'attendance.minutesWithoutLateness'],
    ['a lesson of October', () => ({ lessonId: algebra.lessonOn('2026-10-01') }), 'marks.editWindowClosed'],
  ])('%s is refused', async (_what, given, code) => {
    const before = await server.sql('select * from journal.attendance where school_id = 1');
    const asked = absent({ studentId: student(3), ...given() });
    expect((await take([asked, absent({ studentId: student(2) })]))[0]).toMatchObject({
      state: 'refused',
      code,
    });
    expect(await server.sql('select * from journal.attendance where school_id = 1')).toEqual(before);
  });

  test('is taken in grade 1 too', async () => {
    const cell = absent({ lessonId: reading.lessonOn(today), studentId: first.students[0] ?? '' });
    expect(await take([cell], { page: reading.id })).toEqual([{ state: 'written', version: 1 }]);
  });
});

describe('the lesson record', () => {
  const record = (lessonId: string, body: unknown, at: { as?: string; key?: string } = {}) =>
    server.put<{ version?: number; code?: string; facts?: { current: unknown } }>(
      at.as ?? 'teacher',
      `/lessons/${lessonId}/record`,
      { body, key: at.key },
    );

  test('keeps the topic and that attendance was taken', async () => {
    const key = uuidv7();
    const body = { topic: '  Формулы сокращённого умножения ', attendanceTaken: true, expected: 0 };
    expect(await record(algebra.lessonOn(today), body, { key })).toEqual({
      status: 200,
      reply: { version: 1 },
    });
    expect(await record(algebra.lessonOn(today), body, { key })).toEqual({
      status: 200,
      reply: { version: 1 },
    });
    const lesson = (await page()).lessons.find(({ id }) => id === algebra.lessonOn(today));
    expect(lesson).toMatchObject({
      topic: 'Формулы сокращённого умножения',
      attendanceTaken: true,
      recordVersion: 1,
    });
  });

  test('shows what another device has written', async () => {
    const body = { topic: 'Другая тема', attendanceTaken: false, expected: 0 };
    const { status, reply } = await record(algebra.lessonOn(today), body);
    expect([status, reply.code]).toEqual([409, 'lessonRecord.changedMeanwhile']);
    expect(reply.facts?.current).toMatchObject({ topic: 'Формулы сокращённого умножения', version: 1 });
  });

  test.each<[string, string, boolean, string]>([
    ['attendance ahead', '2026-12-01', true, 'marks.notYetHeld'],
    ['a lesson of October', '2026-10-01', false, 'marks.editWindowClosed'],
  ])('%s is refused', async (_what, date, attendanceTaken, code) => {
    const { reply } = await record(algebra.lessonOn(date), { topic: 'Тема', attendanceTaken, expected: 0 });
    expect(reply.code).toBe(code);
  });

  test('a topic may be written ahead', async () => {
    const body = { topic: 'Контрольная работа', attendanceTaken: false, expected: 0 };
    expect((await record(algebra.lessonOn('2026-12-01'), body)).status).toBe(200);
  });

  test.each([
    ['homeroom', 403],
    ['colleague', 404],
  ])('%s may not: %i', async (as, status) => {
    const body = { topic: 'Тема', attendanceTaken: false, expected: 0 };
    expect((await record(algebra.lessonOn('2026-11-23'), body, { as })).status).toBe(status);
  });
});

describe('works', () => {
  const lessonId = algebra.lessonOn('2026-11-23');
  const work = (given: Readonly<Record<string, unknown>> = {}) => ({
    lessonId,
    ordinal: 1,
    workTypeId: school.frame.controlWork,
    weight: 4,
    title: 'Контрольная № 2',
    expected: 0,
    ...given,
  });
  const set = (workId: string, body: unknown) =>
    server.put<{ version?: number; code?: string }>(
      'teacher',
      `/journal-pages/${algebra.id}/works/${workId}`,
      { body },
    );

  test('are made, get a second one, and change type and weight', async () => {
    const second = uuidv7();
    expect((await set(lessonId, work())).reply).toEqual({ version: 1 });
    expect((await set(second, work({ ordinal: 2, title: null }))).reply).toEqual({ version: 1 });
    expect((await set(lessonId, work({ weight: 3, expected: 1 }))).reply).toEqual({ version: 2 });
    const { works, workTypes } = await page();
    expect(
      works.map(([id, , ordinal, type, weight, title]) => [
        id,
        ordinal,
        workTypes[type]?.abbr,
        weight,
        title,
      ]),
    ).toEqual([
      [lessonId, 1, 'К', 3, 'Контрольная № 2'],
      [second, 2, 'К', 4, null],
    ]);
  });

  test.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    ['an old version', lessonId, {}, 'works.changedMeanwhile'],
    ['a taken place', uuidv7(), { ordinal: 2 }, 'works.ordinalTaken'],
    ['a first work with an id of its own', uuidv7(), {}, 'works.firstWorkId'],
    ['an unknown type', uuidv7(), { ordinal: 3, workTypeId: uuidv7() }, 'works.unknownType'],
    ['a lesson of another page', uuidv7(), { lessonId: physics.lessonOn(today) }, 'works.unknownLesson'],
  ])('%s is refused', async (_what, id, given, code) => {
    const { reply } = await set(id, work(given));
    expect(reply.code).toBe(code);
  });
});

describe('final marks', () => {
  const cell = (given: Readonly<Record<string, unknown>> = {}) => ({
    studentId: student(0),
    gradingPeriodId: quarter2,
    kind: 'period',
    value: '4',
    expected: 0,
    reason: null,
    ...given,
  });
  const set = async (cells: readonly unknown[], as = 'teacher') =>
    server.put<{ cells: FinalMarkOutcome[] }>(as, `/journal-pages/${algebra.id}/final-marks`, {
      body: { cells },
    });

  test('are written by subject and conflict by cell', async () => {
    const { reply } = await set([cell(), cell({ studentId: student(1), value: 'notAssessed' })]);
    expect(reply.cells).toEqual([
      { state: 'written', version: 1 },
      { state: 'written', version: 1 },
    ]);
    expect((await set([cell({ value: '5' })])).reply.cells).toMatchObject([
      { state: 'conflict', value: '4', version: 1, authorName: 'Ковалёва Мария' },
    ]);
    expect((await page()).finalMarks).toEqual([
      [0, 1, 'period', '4', 1],
      [1, 1, 'period', 'notAssessed', 1],
    ]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a quarter to come', { gradingPeriodId: quarter3 }, 'finalMarks.tooEarly'],
    ['no period of this class', { gradingPeriodId: uuidv7() }, 'finalMarks.unknownPeriod'],
    ['who left before the quarter', { studentId: departed }, 'finalMarks.notMember'],
    ['a value of no scale', { value: '6' }, 'marks.unknownValue'],
  ])('%s is refused', async (_what, given, code) => {
    expect((await set([cell(given)])).reply.cells).toMatchObject([{ state: 'refused', code }]);
  });

  test('who left in a quarter may have its mark', async () => {
    const asked = cell({ studentId: departed, gradingPeriodId: quarter1 });
    expect((await set([asked])).reply.cells).toEqual([{ state: 'written', version: 1 }]);
  });

  test('a locked quarter is closed', async () => {
    await server.sql(
      `insert into journal.period_lock (school_id, id, grading_period_id, locked_by)
       values (1, '${uuidv7()}', '${quarter1}', '${teacher.personId}')`,
    );
    const { reply } = await set([cell({ gradingPeriodId: quarter1 })]);
    expect(reply.cells).toMatchObject([{ state: 'refused', code: 'finalMarks.periodLocked' }]);
    expect((await page()).periods.map(({ isLocked }) => isLocked)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('are the teacher’s alone', async () => {
    expect((await set([cell()], 'homeroom')).status).toBe(403);
    expect((await set([cell()], 'colleague')).status).toBe(404);
  });
});
