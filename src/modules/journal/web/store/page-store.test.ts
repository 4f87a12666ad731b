// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JournalPage } from '../../pages/contract.ts';
import { queueOf } from '../queue/queue.ts';
import { keyOf } from '../queue/writes.ts';
import { averageText } from '../../marks/rules.ts';
import { pageActs } from './acts.ts';
import { pageStore } from './page-store.ts';

const scale = ['5', '4', '3', '2'].map((code) => ({
  code,
  numerator: Number(code),
  denominator: 1,
  band: null,
  isOffered: true,
}));
const lesson = (id: string, date: string) => ({
  id,
  date,
  number: 1,
  starts: '08:30',
  ends: '09:15',
  state: 'planned' as const,
  teacherId: null,
  topic: null,
  attendanceTaken: false,
  recordVersion: 0,
  homework: null,
});
const page: JournalPage = {
  asOf: 1,
  today: '2026-11-23',
  time: '11:40',
  page: {
    id: 'p',
    kind: 'lesson',
    subject: { id: 's', name: 'Алгебра' },
    group: { id: 'g', name: '7Б', kind: 'class' },
    classes: [{ id: 'c', grade: 7, letter: 'Б' }],
    teachers: [],
  },
  settings: {
    editWindowDays: 14,
    reasonAfterDays: 7,
    averagesPreset: 'math',
    averageKind: 'weighted',
    pointHoldsFive: false,
    minimumMarks: 1,
    retakes: 'replace',
    markWhenAbsent: 'allow',
    moveAfterMark: 'down',
  },
  scale,
  workTypes: [{ id: 't', name: 'Ответ на уроке', abbr: 'О', weight: 1, isDefault: true, isRetired: false }],
  periods: [],
  from: '2026-11-02',
  to: '2026-12-30',
  lessons: [lesson('l-old', '2026-11-02'), lesson('l-week', '2026-11-12'), lesson('l-now', '2026-11-23')],
  works: [['l-week', 1, 1, 0, 3, null, 1]],
  students: [
    ['a', 'Гаврилов', 'Тимур', '2026-09-01', null],
    ['b', 'Белова', 'Анна', '2026-09-01', '2026-11-20'],
  ],
  marks: [[0, 0, 1, 1, '5', 2, null, null]],
  elsewhere: [],
  attendance: [],
  finalMarks: [],
  may: { write: true, writeLessons: [], setFinalMarks: true, seeReasons: false },
};

type Sent = { readonly key: string | null; readonly body: { readonly cells: readonly unknown[] } };

let sent: Sent[] = [];
let answer: () => Response = () => Response.error();
let count = 0;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  // The edge of the browser: what leaves it and what comes back.
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    sent.push({ key: headers.get('idempotency-key'), body: JSON.parse(String(init.body)) as Sent['body'] });
    return Promise.resolve(answer());
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function opened() {
  count += 1;
  const queue = queueOf({ accountId: 'me', schoolId: 1, pageId: `page ${count}` });
  const store = pageStore(page, queue);
  const acts = pageActs(store, `page ${count}`, 'undone');
  const { students, columns } = store.model.value;
  const cell = (lessonId: string, row: number) => {
    const column = columns.find((one) => one.lesson.id === lessonId);
    const student = students[row];
    if (!column || !student) throw new Error('The page has no such cell.');
    return { column, student };
  };
  const text = (lessonId: string, row: number) => {
    const { column, student } = cell(lessonId, row);
    const { marks, state } = store.cell(column, student).value;
    return [marks.map(({ value }) => value).join('/'), state];
  };
  return { store, acts, cell, text };
}

const written = (version: number) => () => Response.json({ cells: [{ state: 'written', version }] });
const place = (workId: string) => ({ workId, studentId: 'a', attempt: 1, slot: 1 });
const news = (value: string, version: number) => ({
  key: keyOf.mark(place('l-now')),
  known: { content: { value, comment: null, pointDue: null }, version },
});

test('a mark shows and counts at once, and is sent with the work it makes', async () => {
  const { store, acts, cell, text } = opened();
  answer = written(1);
  acts.setMark([cell('l-now', 0)], '2');
  expect(text('l-now', 0)).toEqual(['2', 'queued']);
  // (5 × 3 + 2 × 1) / 4
  expect(averageText(store.row(cell('l-now', 0).student).value.weighted)).toBe('4,25');
  await vi.advanceTimersByTimeAsync(300);
  expect(sent).toMatchObject([{ body: { works: [{ id: 'l-now', lessonId: 'l-now', ordinal: 1 }] } }]);
  expect(text('l-now', 0)).toEqual(['2', 'saved']);
});

test('without a network the same request goes again under its key', async () => {
  const { acts, cell, text } = opened();
  let isDown = true;
  answer = () => {
    if (isDown) throw new TypeError('no network');
    return written(1)();
  };
  acts.setMark([cell('l-now', 0)], '4');
  await vi.advanceTimersByTimeAsync(800);
  expect(text('l-now', 0)).toEqual(['4', 'queued']);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1500);
  expect(text('l-now', 0)).toEqual(['4', 'saved']);
  expect(sent.length).toBeGreaterThan(1);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
});

test('news change a cell, but never over what is being written', () => {
  const { store, acts, cell, text } = opened();
  store.learn([news('3', 1)]);
  expect(text('l-now', 0)).toEqual(['3', null]);
  acts.setMark([cell('l-now', 0)], '5');
  store.learn([news('4', 2)]);
  expect(text('l-now', 0)).toEqual(['5', 'queued']);
  expect(store.known(keyOf.mark(place('l-now')))?.version).toBe(2);
});

test('news older than what is known change nothing', () => {
  const { store, text } = opened();
  store.learn([news('3', 5)]);
  store.learn([news('2', 4)]);
  expect(text('l-now', 0)).toEqual(['3', null]);
});

test('undo writes what stood before', () => {
  const { store, acts, cell, text } = opened();
  acts.setMark([cell('l-now', 0)], '3');
  acts.toggleAttendance([cell('l-now', 0)], 'late');
  acts.undo();
  expect(store.contentAt('attendance', { lessonId: 'l-now', studentId: 'a' })?.fact ?? 'present').toBe(
    'present',
  );
  acts.undo();
  expect(text('l-now', 0)[0]).toBe('');
  acts.redo();
  expect(text('l-now', 0)[0]).toBe('3');
});

test.each([
  ['l-old', 0, { state: 'closed', lock: 'marks.editWindowClosed' }],
  ['l-now', 1, { state: 'closed', lock: 'marks.departed' }],
  ['l-week', 0, { state: 'ask', lessonId: 'l-week' }],
] as const)('%s, row %i', (lessonId, row, result) => {
  const { acts, cell } = opened();
  expect(acts.setMark([cell(lessonId, row)], '4')).toMatchObject(result);
});

test('a given reason travels with the marks of its lesson', async () => {
  const { acts, cell } = opened();
  answer = written(3);
  acts.giveReason('l-week', 'Исправлена ошибка');
  expect(acts.setMark([cell('l-week', 0)], '4')).toMatchObject({ state: 'done', count: 1 });
  await vi.advanceTimersByTimeAsync(300);
  expect(sent[0]?.body.cells[0]).toMatchObject({
    reason: 'Исправлена ошибка',
    reasonCode: 'corrected',
    expected: 2,
  });
});

test('marks of the subject from the group before count in the average', () => {
  count += 1;
  const queue = queueOf({ accountId: 'me', schoolId: 1, pageId: `page ${count}` });
  const came: JournalPage['elsewhere'] = [
    [0, 'w-there', 1, 1, '2', 1, '2026-11-05', null, 'Группа 1'],
    [0, 'w-there', 2, 1, '3', 1, '2026-11-05', null, 'Группа 1'],
  ];
  const store = pageStore({ ...page, elsewhere: came }, queue);
  const [first, second] = store.model.value.students.map((student) => store.row(student).value.weighted);
  // (5 × 3 + 3 × 1) / 4: a retake there takes the place of its first attempt as here.
  expect([first, second].map((average) => average && averageText(average))).toEqual(['4,50', null]);
});
