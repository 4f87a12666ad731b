import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { ClassAbsences, ClassDay } from '../class-day/contract.ts';
import { journalModule } from '../module.ts';
import type { JournalPage } from '../pages/contract.ts';
import { spanFault } from './rules.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const deputy = school.staff('Завучева', 'deputyHead');
const seventh = school.withClass('7Б', 6);
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const history = seventh.taughtBy(teacher, 'История');
const eighth = school.withClass('8А', 3);
const other = eighth.homeroomOf('Соседкина');
const student = (index: number) => seventh.students[index] ?? '';
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school], {
    modules: [journalModule],
    people: { teacher, homeroom, other, deputy },
  });
  const cells = [student(0), student(1)].map((studentId) => ({
    lessonId: algebra.lessonOn(today),
    studentId,
    fact: 'absent',
    minutes: null,
    expected: 0,
  }));
  await server.put('teacher', `/journal-pages/${algebra.id}/attendance`, { body: { cells } });
});
afterAll(() => server.stop());

type Reply = {
  readonly version?: number;
  readonly code?: string;
  readonly facts?: { current: { reason: string } };
};

const aReason = { reason: 'ill', startDate: today, endDate: today, note: null, isEnded: false, expected: 0 };

function put(given: object, { as = 'homeroom', studentId = student(0), id = uuidv7() } = {}) {
  return server.put<Reply>(as, `/students/${studentId}/absence-reasons/${id}`, {
    body: { ...aReason, ...given },
    key: undefined,
  });
}

const day = async (as: string, date = today) =>
  (await server.get<ClassDay>(as, `/classes/${seventh.id}/day?date=${date}`)).reply;
const reasonOf = ({ students }: ClassDay, id: string) =>
  students.find((one) => one.id === id)?.reason ?? null;

test('the homeroom teacher sees who is away and says why; who leads the school reads no illness and no note', async () => {
  const before = await day('homeroom');
  expect(before.lessons.map(({ subject, attendanceTaken }) => [subject, attendanceTaken])).toContainEqual([
    'Алгебра',
    false,
  ]);
  const place = before.lessons.findIndex(({ subject }) => subject === 'Алгебра');
  expect(before.students.find(({ id }) => id === student(0))?.facts).toEqual([[place, 'absent', null]]);
  expect(reasonOf(before, student(0))).toBeNull();
  const written = await put({ note: 'Справка 12', endDate: '2026-11-26' });
  expect([written.status, written.reply]).toEqual([200, { version: 1 }]);
  const after = reasonOf(await day('homeroom'), student(0));
  expect(after).toMatchObject({ reason: 'ill', note: 'Справка 12', startDate: today, endDate: '2026-11-26' });
  const seenAbove = await day('deputy');
  expect(reasonOf(seenAbove, student(0))).toMatchObject({ reason: 'excused', note: null });
  expect(seenAbove.may).toEqual({ setReasons: false });
  expect(reasonOf(await day('homeroom', '2026-11-27'), student(0))).toBeNull();
});

test('a lesson on the journal page inherits the reason, illness only for the homeroom teacher', async () => {
  const studentId = student(1);
  await put({}, { studentId });
  const reasonOnPage = async (as: string) => {
    const { reply } = await server.get<JournalPage>(as, `/journal-pages/${algebra.id}`);
    const place = reply.students.findIndex(([id]) => id === studentId);
    return reply.attendance.find(([, who]) => who === place)?.[5];
  };
  expect([await reasonOnPage('homeroom'), await reasonOnPage('teacher')]).toEqual(['ill', 'excused']);
});

test('the newest reason wins; taken back, the one before stands again; both stay in the records', async () => {
  const studentId = student(2);
  const first = uuidv7();
  const second = uuidv7();
  await put({ reason: 'excused', endDate: '2026-11-30' }, { studentId, id: first });
  await put({ reason: 'unexcused' }, { studentId, id: second });
  const seen = async () => reasonOf(await day('homeroom'), studentId)?.reason;
  expect(await seen()).toBe('unexcused');
  await put({ reason: 'unexcused', isEnded: true, expected: 1 }, { studentId, id: second });
  expect(await seen()).toBe('excused');
  const rows = await server.sql<{ line: string }>(
    `select version || ' ' || reason || ' ' || is_ended as line from journal.absence_reason_revision
     where school_id = 1 and student_id = '${studentId}' order by at, version`,
  );
  expect(rows.map(({ line }) => line)).toEqual(['1 excused false', '1 unexcused false', '2 unexcused true']);
});

test('who changes an older version is shown what stands there; nothing is overwritten', async () => {
  const id = uuidv7();
  const studentId = student(3);
  await put({}, { studentId, id });
  await put({ reason: 'excused', expected: 1 }, { studentId, id });
  const late = await put({ reason: 'unexcused', expected: 1 }, { studentId, id });
  expect([late.status, late.reply.code]).toEqual([409, 'absence.changedMeanwhile']);
  expect(late.reply.facts?.current).toMatchObject({ reason: 'excused' });
  // The same id under another student's address is nobody's.
  const foreign = await put({ expected: 2 }, { studentId: student(4), id });
  expect(foreign.status).toBe(409);
  expect(reasonOf(await day('homeroom'), studentId)?.reason).toBe('excused');
});

test.each([
  ['reversed days', { startDate: today, endDate: '2026-11-20' }, 422, 'absence.datesReversed'],
  ['half a year and more', { startDate: '2026-09-01', endDate: '2027-05-20' }, 422, 'absence.tooLong'],
  ['a code that is none', { reason: 'late' }, 400, 'invalidInput'],
])('%s are refused and nothing is stored', async (_, given, status, code) => {
  const studentId = student(5);
  const answer = await put(given, { studentId });
  expect([answer.status, answer.reply.code]).toEqual([status, code]);
  expect(reasonOf(await day('homeroom'), studentId)).toBeNull();
});

test('another class’s homeroom teacher and the subject teacher find nothing, the deputy head may not', async () => {
  const tried = await Promise.all(
    ['other', 'teacher', 'deputy'].map(async (as) => (await put({}, { as, studentId: student(5) })).status),
  );
  expect(tried).toEqual([404, 404, 403]);
  expect((await server.get('other', `/classes/${seventh.id}/day`)).status).toBe(404);
  expect((await server.get('teacher', `/classes/${seventh.id}/day`)).status).toBe(404);
  expect(reasonOf(await day('homeroom'), student(5))).toBeNull();
});

test('the news names student and pages and never the reason; neither does the audit', async () => {
  const studentId = student(4);
  await put({ note: 'Грипп' }, { studentId });
  const event = await vi.waitFor(async () => {
    const [found] = await server.sql<{ topics: string[]; text: string }>(
      `select topics, payload::text as text from platform.event
       where school_id = 1 and name = 'journal.absenceReasonSet' and 'student:${studentId}' = any (topics)`,
    );
    if (!found) throw new Error('not yet numbered');
    return found;
  });
  expect(event.topics).toEqual(
    expect.arrayContaining([`class:${seventh.id}`, `page:${algebra.id}`, `page:${history.id}`]),
  );
  expect(event.text).not.toMatch(/ill|Грипп/);
});

test('a month counts lessons by reason, and a day is missed when all own lessons were', async () => {
  const studentId = student(0);
  const cells = [algebra, history].map((page) => ({ page, lessonId: page.lessonOn('2026-11-23') }));
  for (const { page, lessonId } of cells) {
    const cell = { lessonId, studentId, fact: 'absent', minutes: null, expected: 0 };
    await server.put('teacher', `/journal-pages/${page.id}/attendance`, { body: { cells: [cell] } });
  }
  const read = async (as: string) =>
    (
      await server.get<ClassAbsences>(as, `/classes/${seventh.id}/absences?from=2026-11-01&to=2026-11-30`)
    ).reply.students.find(({ id }) => id === studentId);
  expect(await read('homeroom')).toMatchObject({ missed: 3, ill: 1, unclear: 2, excused: 0, fullDays: 1 });
  expect(await read('deputy')).toMatchObject({ missed: 3, ill: 0, excused: 1, unclear: 2 });
  expect(await server.statementsDuring(() => read('homeroom'))).toBe(1);
  expect(await server.statementsDuring(() => day('homeroom'))).toBe(1);
});

test.each([
  ['one day', today, today, null],
  ['before the school', '2020-01-01', '2020-01-02', 'absence.notAtSchool'],
  ['the last allowed length', '2026-09-01', '2027-03-19', null],
  ['a day more', '2026-09-01', '2027-03-20', 'absence.tooLong'],
] as const)('days of a reason: %s', (_, startDate, endDate, fault) => {
  const stays = [{ startDate: '2026-09-01', endDate: null }];
  expect(spanFault({ startDate, endDate }, stays)).toBe(fault);
});
