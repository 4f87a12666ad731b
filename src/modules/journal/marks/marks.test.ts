import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { MarksSet } from '../events.ts';
import type { JournalPage } from '../pages/contract.ts';
import type { CellOutcome, MarkCell } from './contract.ts';
import { firstWork, type MarksReply, markOf } from './testing-marks.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const seventh = school.withClass('7Б', 25);
const homeroom = seventh.homeroomOf('Классная');
const algebra = seventh.taughtBy(teacher, 'Алгебра');
const student = (index: number) => seventh.students[index] ?? '';
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school], { modules: [journalModule], people: { teacher, homeroom } });
});
afterAll(() => server.stop());

type Sending = { readonly as?: string; readonly page?: string; readonly key?: string };

function put(cells: readonly MarkCell[], { as = 'teacher', page = algebra.id, key }: Sending = {}) {
  const lessons = [...new Set(cells.map(({ workId }) => workId))];
  const works = lessons.map((lessonId) => firstWork(lessonId, school.frame.answer));
  return server.put<MarksReply>(as, `/journal-pages/${page}/marks`, { body: { works, cells }, key });
}

async function outcomesOf(cells: readonly MarkCell[], sending: Sending = {}): Promise<CellOutcome[]> {
  const { status, reply } = await put(cells, sending);
  expect(status, JSON.stringify(reply)).toBe(200);
  return reply.cells;
}

/** A mark of the first student on today's lesson; change what the test is about. */
const cell = (given: Partial<MarkCell> = {}) =>
  markOf({ workId: algebra.lessonOn(today), studentId: student(0), ...given });

const marksOf = (studentId: string) =>
  server.sql<{ value: string | null; version: number }>(
    `select value, version from journal.mark where school_id = 1 and student_id = '${studentId}' order by work_id, attempt, slot`,
  );

test('a first mark makes its work and stands on the page', async () => {
  const studentId = student(1);
  expect(await outcomesOf([cell({ studentId, comment: 'Молодец' })])).toEqual([
    { state: 'written', version: 1 },
  ]);
  const page = (await server.get<JournalPage>('teacher', `/journal-pages/${algebra.id}`)).reply;
  const place = page.students.findIndex(([id]) => id === studentId);
  const work = page.works.findIndex(([id]) => id === algebra.lessonOn(today));
  expect(page.marks).toContainEqual([work, place, 1, 1, '5', 1, 'Молодец', null]);
  expect(page.works[work]?.slice(2, 5)).toEqual([1, 0, 1]);
  const news = await vi.waitFor(async () => {
    const [event] = await server.sql<{ topics: string[]; payload: MarksSet }>(
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
  const { reply } = await server.get<{
    revisions: { oldValue: string | null; newValue: string | null; reasonCode: string }[];
  }>('homeroom', `/journal-pages/${algebra.id}/marks/${algebra.lessonOn(today)}/${studentId}/revisions`);
  const told = reply.revisions.map(
    ({ oldValue, newValue, reasonCode }) => `${oldValue} → ${newValue}: ${reasonCode}`,
  );
  expect(new Set(told)).toEqual(
    new Set([
      'null → 3: entered',
      '3 → 4: corrected',
      '4 → null: cleared',
      'null → 5: entered',
      'null → 4: retake',
    ]),
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
    cell({ value: '7' }),
  ];
  const once = await outcomesOf(cells, { key });
  expect(once.map(({ state }) => state)).toEqual(['written', 'conflict', 'refused']);
  expect(await outcomesOf(cells, { key })).toEqual(once);
  const reused = await put([cell({ studentId, value: '5' })], { key });
  expect([reused.status, reused.reply.code]).toEqual([422, 'idempotencyKeyReused']);
  expect(await marksOf(studentId)).toEqual([{ value: '3', version: 1 }]);
});

test('eight retries of one key at once write one mark', async () => {
  const studentId = student(6);
  const key = uuidv7();
  const all = await Promise.all(Array.from({ length: 8 }, () => outcomesOf([cell({ studentId })], { key })));
  expect(all).toEqual(Array.from({ length: 8 }, () => [{ state: 'written', version: 1 }]));
  const [count] = await server.sql<{ n: number }>(
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

test('a request of marks is two statements, however many cells; a page is one', async () => {
  const column = seventh.students.map((studentId) =>
    cell({ studentId, workId: algebra.lessonOn('2026-11-17') }),
  );
  expect(await server.statementsDuring(() => outcomesOf(column))).toBe(2);
  expect(await server.statementsDuring(() => server.get('teacher', `/journal-pages/${algebra.id}`))).toBe(1);
});

test('a whole page of 35 × 40 cells is written at once', async () => {
  const cells = algebra.lessons
    .filter(({ date }) => date >= '2026-11-17' && date <= today)
    .flatMap(({ id: workId }) =>
      seventh.students.flatMap((studentId) =>
        [3, 4, 5, 6, 7, 8, 9].flatMap((attempt) =>
          [1, 2].map((slot) => cell({ workId, studentId, attempt, slot, value: '4' })),
        ),
      ),
    );
  expect(cells).toHaveLength(1400);
  const outcomes = await outcomesOf(cells);
  expect(outcomes.filter(({ state }) => state === 'written').length).toBeGreaterThan(1380);
}, 10_000);
