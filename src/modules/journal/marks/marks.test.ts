import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool, clockOfTests } from '#modules/testing/testing-school.ts';
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts';
import { statement } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { type TestApp, testApp } from '#platform/testing-app.ts';
import type { MarksSet } from '../events.ts';
import type { JournalPage } from '../pages/contract.ts';
import type { CellOutcome, MarkCell } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const other = aSchool(2);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const deputy = school.staff('Завучева', 'deputyHead');
const seventh = school.withClass('7Б', 25);
const late = seventh.withStudent('Поздняева', '2026-11-10');
const departed = seventh.withStudent('Ушедшая', '2026-09-01', '2026-10-20');
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const physics = seventh.taughtBy(colleague, 'Физика');
const first = school.withClass('1А', 3);
const reading = first.taughtBy(teacher, 'Чтение');
const strangers = other.withClass('7Б', 2);
const strangePage = strangers.taughtBy(other.teacher('Чужая'), 'Алгебра');
const guardian = school.guardianOf(seventh.students[0] ?? '');
const cancelled = algebra.lessonOn('2026-11-19');
const substituted = physics.lessonOn('2026-11-23');

let database: TestDatabase;
let api: TestApp;

beforeAll(async () => {
  database = await testDatabase();
  await school.writeInto(database.db);
  await other.writeInto(database.db);
  await sql(`update timetable.lesson set state = 'cancelled' where school_id = 1 and id = '${cancelled}'`);
  await sql(
    `update timetable.lesson set teacher_id = '${teacher.personId}' where school_id = 1 and id = '${substituted}'`,
  );
  const accounts = {
    teacher: [teacher],
    colleague: [colleague],
    deputy: [deputy],
    homeroom: [homeroom],
    guardian: [guardian],
  };
  api = testApp({ database, modules: [journalModule], accounts, clock: clockOfTests });
});

afterAll(async () => {
  await api.app.close();
  await database.drop();
});

const student = (index: number) => seventh.students[index] ?? '';
let made = 0;
async function sql<Row>(text: string): Promise<Row[]> {
  made += 1;
  return database.db.inSchool({ schoolId: 1, studentIds: '*' }, (tx) =>
    tx.rows<Row>(statement(`test.${made}`, text)),
  );
}

/** A mark of the first student on today's lesson; change what the test is about. */
function cell(given: Partial<MarkCell> = {}): MarkCell {
  return {
    workId: algebra.lessonOn(today),
    studentId: student(0),
    attempt: 1,
    slot: 1,
    value: '5',
    comment: null,
    pointDue: null,
    expected: 0,
    reasonCode: 'entered',
    reason: null,
    ...given,
  };
}

const firstWork = (lessonId: string) => ({
  id: lessonId,
  lessonId,
  ordinal: 1,
  workTypeId: school.frame.answer,
  weight: null,
  title: null,
});

type Sending = {
  readonly as?: string;
  readonly page?: string;
  readonly key?: string;
  readonly works?: unknown[];
};

async function put(
  cells: readonly MarkCell[],
  { as = 'teacher', page = algebra.id, key = uuidv7(), works }: Sending = {},
) {
  const lessons = [...new Set(cells.map(({ workId }) => workId))];
  return api.app.inject({
    method: 'PUT',
    url: `/api/schools/1/journal-pages/${page}/marks`,
    headers: { cookie: `parta=${as}`, 'idempotency-key': key },
    payload: { works: works ?? lessons.map(firstWork), cells },
  });
}

async function outcomesOf(cells: readonly MarkCell[], sending: Sending = {}): Promise<CellOutcome[]> {
  const answer = await put(cells, sending);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ cells: CellOutcome[] }>().cells;
}

async function readPage(as: string, page = algebra.id, query = '') {
  return api.app.inject({
    method: 'GET',
    url: `/api/schools/1/journal-pages/${page}${query}`,
    headers: { cookie: `parta=${as}` },
  });
}

const marksOf = (studentId: string) =>
  sql<{ value: string | null; version: number }>(
    `select value, version from journal.mark where school_id = 1 and student_id = '${studentId}' order by work_id, attempt, slot`,
  );

test('a first mark makes its work and stands on the page', async () => {
  const studentId = student(1);
  expect(await outcomesOf([cell({ studentId, comment: 'Молодец' })])).toEqual([
    { state: 'written', version: 1 },
  ]);
  const page = (await readPage('teacher')).json<JournalPage>();
  const place = page.students.findIndex(([id]) => id === studentId);
  const work = page.works.findIndex(([id]) => id === algebra.lessonOn(today));
  expect(page.marks).toContainEqual([work, place, 1, 1, '5', 1, 'Молодец', null]);
  expect(page.works[work]?.slice(2, 5)).toEqual([1, 0, 1]);
  const news = await vi.waitFor(async () => {
    const [event] = await sql<{ topics: string[]; payload: MarksSet }>(
      `select topics, payload from platform.event where school_id = 1 and 'student:${studentId}' = any (topics)`,
    );
    if (!event) throw new Error('not yet numbered');
    return event;
  });
  expect(news.topics).toEqual([`page:${algebra.id}`, `student:${studentId}`]);
  expect(news.payload).toMatchObject({
    pageId: algebra.id,
    authorId: teacher.personId,
    works: [{ id: algebra.lessonOn(today), ordinal: 1, weight: 1 }],
    cells: [{ studentId, value: '5', comment: 'Молодец', version: 1 }],
  });
});

test('correcting, clearing, a dual mark and a retake leave their revisions', async () => {
  const studentId = student(2);
  const written = async (given: Partial<MarkCell>) =>
    expect(await outcomesOf([cell({ studentId, ...given })])).toEqual([
      { state: 'written', version: (given.expected ?? 0) + 1 },
    ]);
  await written({ value: '3' });
  await written({ value: '4', expected: 1, reasonCode: 'corrected' });
  await written({ value: null, expected: 2 });
  await written({ slot: 2, value: '5' });
  await written({ attempt: 2, value: '4', reasonCode: 'retake' });
  const answer = await api.app.inject({
    method: 'GET',
    url: `/api/schools/1/journal-pages/${algebra.id}/marks/${algebra.lessonOn(today)}/${studentId}/revisions`,
    headers: { cookie: 'parta=homeroom' },
  });
  const { revisions } = answer.json<{
    revisions: { oldValue: string | null; newValue: string | null; reasonCode: string }[];
  }>();
  expect(
    revisions.map(({ oldValue, newValue, reasonCode }) => [oldValue, newValue, reasonCode]).toSorted(),
  ).toEqual(
    [
      [null, '3', 'entered'],
      ['3', '4', 'corrected'],
      ['4', null, 'cleared'],
      [null, '5', 'entered'],
      [null, '4', 'retake'],
    ].toSorted(),
  );
});

test('a conflict shows what stands there, who set it and when; the other cells are written', async () => {
  const studentId = student(3);
  await outcomesOf([cell({ studentId, value: '4' })]);
  const [conflict, written] = await outcomesOf([
    cell({ studentId, value: '2' }),
    cell({ studentId: student(4) }),
  ]);
  expect(conflict).toEqual({
    state: 'conflict',
    value: '4',
    comment: null,
    pointDue: null,
    version: 1,
    authorId: teacher.personId,
    authorName: 'Ковалёва Мария',
    at: '2026-11-24T08:40:00.000Z',
  });
  expect(written).toEqual({ state: 'written', version: 1 });
  expect(await marksOf(studentId)).toEqual([{ value: '4', version: 1 }]);
});

test('the same key again answers the same and writes nothing; with another body it is refused', async () => {
  const studentId = student(5);
  const key = uuidv7();
  const cells = [
    cell({ studentId, value: '3' }),
    cell({ studentId: student(3), value: '2' }),
    cell({ studentId: departed }),
  ];
  const once = await outcomesOf(cells, { key });
  expect(once.map(({ state }) => state)).toEqual(['written', 'conflict', 'refused']);
  expect(await outcomesOf(cells, { key })).toEqual(once);
  const reused = await put([cell({ studentId, value: '5' })], { key });
  expect([reused.statusCode, reused.json<{ code: string }>().code]).toEqual([422, 'idempotencyKeyReused']);
  expect(await marksOf(studentId)).toEqual([{ value: '3', version: 1 }]);
});

test('eight retries of one key at once write one mark', async () => {
  const studentId = student(6);
  const key = uuidv7();
  const all = await Promise.all(Array.from({ length: 8 }, () => outcomesOf([cell({ studentId })], { key })));
  expect(all).toEqual(Array.from({ length: 8 }, () => [{ state: 'written', version: 1 }]));
  const [count] = await sql<{ n: number }>(
    `select count(*)::int as n from journal.mark_revision where school_id = 1 and student_id = '${studentId}'`,
  );
  expect(count?.n).toBe(1);
});

test('of two writers of one empty cell one wins, the other sees it', async () => {
  for (let round = 0; round < 10; round += 1) {
    const at = cell({ studentId: student(7), attempt: 1 + (round % 9), slot: round < 9 ? 1 : 2 });
    const both = await Promise.all([
      outcomesOf([{ ...at, value: '5' }]),
      outcomesOf([{ ...at, value: '2' }]),
    ]);
    const states = both.flat().map(({ state }) => state);
    expect(states.toSorted()).toEqual(['conflict', 'written']);
    const winner = both[0]?.[0]?.state === 'written' ? '5' : '2';
    expect(both.flat().find(({ state }) => state === 'conflict')).toMatchObject({
      value: winner,
      version: 1,
    });
  }
});

test('two writers of a whole column in opposite order do not lock each other out', async () => {
  const lesson = algebra.lessonOn('2026-11-23');
  const column = Array.from({ length: 15 }, (_, index) =>
    cell({ workId: lesson, studentId: student(index + 8) }),
  );
  const [one, two] = await Promise.all([outcomesOf(column), outcomesOf(column.toReversed())]);
  const won = [...(one ?? []), ...(two ?? [])].filter(({ state }) => state === 'written');
  expect(won).toHaveLength(15);
});

test.each<[string, () => Partial<MarkCell>, string]>([
  ['a lesson of another page', () => ({ workId: physics.lessonOn(today) }), 'marks.unknownWork'],
  ['a lesson of another school', () => ({ workId: strangePage.lessonOn(today) }), 'marks.unknownWork'],
  ['a work that is none', () => ({ workId: uuidv7() }), 'marks.unknownWork'],
  ['a student of another class', () => ({ studentId: first.students[0] ?? '' }), 'marks.notMember'],
  ['a student of another school', () => ({ studentId: strangers.students[0] ?? '' }), 'marks.notMember'],
  [
    'a student who came later',
    () => ({ studentId: late, workId: algebra.lessonOn('2026-11-09') }),
    'marks.notMember',
  ],
  ['a student who left', () => ({ studentId: departed }), 'marks.departed'],
  ['a value of no scale', () => ({ value: '7' }), 'marks.unknownValue'],
  [
    'the first week of the quarter',
    () => ({ workId: algebra.lessonOn('2026-11-02') }),
    'marks.editWindowClosed',
  ],
  ['a lesson of next week', () => ({ workId: algebra.lessonOn('2026-12-01') }), 'marks.notYetHeld'],
  ['a cancelled lesson', () => ({ workId: cancelled }), 'marks.lessonCancelled'],
  [
    'an old lesson without a reason',
    () => ({ workId: algebra.lessonOn('2026-11-16') }),
    'marks.reasonRequired',
  ],
])('%s is refused and nothing is stored of it', async (_what, given, code) => {
  const refused = cell({ studentId: student(24), ...given() });
  const before = await sql('select * from journal.work');
  const [outcome] = await outcomesOf([refused]);
  expect(outcome).toMatchObject({ state: 'refused', code });
  expect(await sql('select * from journal.work')).toEqual(before);
  expect(await marksOf(refused.studentId)).toEqual([]);
});

test('an old lesson takes a mark with a typed reason', async () => {
  const [outcome] = await outcomesOf([
    cell({ studentId: student(24), workId: algebra.lessonOn('2026-11-16'), reason: 'Переписал работу' }),
  ]);
  expect(outcome).toEqual({ state: 'written', version: 1 });
  const [revision] = await sql<{ reason: string; reason_code: string }>(
    `select reason, reason_code from journal.mark_revision where school_id = 1 and student_id = '${student(24)}'`,
  );
  expect(revision).toEqual({ reason: 'Переписал работу', reason_code: 'lateEntry' });
});

test('a locked period closes its lessons', async () => {
  const [, second] = school.frame.periodIds;
  const lock = uuidv7();
  await sql(
    `insert into journal.period_lock (school_id, id, grading_period_id, locked_by) values (1, '${lock}', '${second}', '${deputy.personId}')`,
  );
  const [outcome] = await outcomesOf([cell({ studentId: student(22) })]);
  await sql(`update journal.period_lock set unlocked_at = now() where school_id = 1 and id = '${lock}'`);
  expect(outcome).toMatchObject({ code: 'marks.periodLocked', facts: { period: '2 четверть' } });
  expect(await outcomesOf([cell({ studentId: student(22) })])).toEqual([{ state: 'written', version: 1 }]);
});

test('grade 1 takes no marks', async () => {
  const [outcome] = await outcomesOf(
    [cell({ workId: reading.lessonOn(today), studentId: first.students[0] ?? '' })],
    { page: reading.id },
  );
  expect(outcome).toMatchObject({ state: 'refused', code: 'marks.noMarksHere' });
});

test('a substitute marks in the lesson it stands in at, and there only', async () => {
  const outcomes = await outcomesOf(
    [
      cell({ workId: substituted, studentId: student(0) }),
      cell({ workId: physics.lessonOn(today), studentId: student(0) }),
    ],
    { page: physics.id },
  );
  expect(outcomes).toMatchObject([{ state: 'written' }, { state: 'refused', code: 'marks.notYourLesson' }]);
});

test.each<[string, number]>([
  ['deputy', 403],
  ['homeroom', 403],
  ['colleague', 404],
  ['guardian', 404],
])('%s sets no marks here: %i', async (as, status) => {
  expect((await put([cell()], { as })).statusCode).toBe(status);
});

test.each<[string, number]>([
  ['teacher', 200],
  ['deputy', 200],
  ['homeroom', 200],
  ['colleague', 404],
  ['guardian', 404],
])('%s reads the page: %i', async (as, status) => {
  expect((await readPage(as)).statusCode).toBe(status);
});

test('a page of another school is not there', async () => {
  expect((await readPage('deputy', strangePage.id)).statusCode).toBe(404);
  expect((await put([cell()], { page: strangePage.id })).statusCode).toBe(404);
});
