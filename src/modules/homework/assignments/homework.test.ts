import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { homeworkModule } from '#modules/homework/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import type { ReplyOf } from '#platform/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { assignHomework } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const sixth = school.withClass('6А', 3);
const homeroom = sixth.homeroomOf('Классная');
const maths = sixth.taughtBy(teacher, 'Математика');
const russian = sixth.taughtBy(colleague, 'Русский язык');
const guardian = school.guardianOf(sixth.students[0] ?? '');
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school], {
    modules: [homeworkModule],
    people: { teacher, colleague, homeroom, guardian },
  });
  await server.sql(
    `update timetable.lesson set state = 'cancelled' where school_id = 1 and id = '${maths.lessonOn('2026-11-19')}'`,
  );
});
afterAll(() => server.stop());

type Reply = ReplyOf<typeof assignHomework> & {
  readonly code?: string;
  readonly facts?: { current: unknown };
};

const homework = (given: Readonly<Record<string, unknown>> = {}) => ({
  text: '№ 287, 289',
  minutes: 60,
  dueRule: 'next',
  dueLessonId: null,
  dueDate: null,
  publishAt: null,
  expected: 0,
  ...given,
});
const give = (lessonId: string, body: unknown, at: { as?: string; key?: string } = {}) =>
  server.put<Reply>(at.as ?? 'teacher', `/lessons/${lessonId}/homework`, { body, key: at.key });

test('is due at the next lesson, changes and is taken back; the same key gives the same', async () => {
  const key = uuidv7();
  const lesson = maths.lessonOn(today);
  const due = { dueLessonId: maths.lessonOn('2026-11-26'), dueDate: '2026-11-26' };
  const once = await give(lesson, homework(), { key });
  expect(once).toEqual({ status: 200, reply: { version: 1, isLate: false, ...due, warning: null } });
  expect(await give(lesson, homework(), { key })).toEqual(once);
  expect((await give(lesson, homework({ text: '№ 290', expected: 1 }))).reply.version).toBe(2);
  expect((await give(lesson, homework({ text: ' ', expected: 2 }))).reply.version).toBe(3);
  const revisions = await server.sql(
    'select version, text from homework.homework_revision where school_id = 1 order by version',
  );
  expect(revisions).toEqual([
    { version: 1, text: '№ 287, 289' },
    { version: 2, text: '№ 290' },
    { version: 3, text: null },
  ]);
});

test('a conflict shows what another device has given', async () => {
  const { status, reply } = await give(maths.lessonOn(today), homework({ expected: 1 }));
  expect([status, reply.code]).toEqual([409, 'homework.changedMeanwhile']);
  expect(reply.facts?.current).toMatchObject({ version: 3, text: null, authorName: 'Ковалёва Мария' });
});

test('given after the lesson it is late and due one lesson later', async () => {
  const { reply } = await give(maths.lessonOn('2026-11-23'), homework({ minutes: null }));
  expect(reply).toMatchObject({ isLate: true, dueDate: '2026-11-26' });
});

test('more than the norm of a day is warned of', async () => {
  const lesson = russian.lessonOn(today);
  const pinned = { dueRule: 'date', dueDate: '2026-11-30' };
  expect(
    (await give(lesson, homework({ minutes: 95, ...pinned }), { as: 'colleague' })).reply.warning,
  ).toBeNull();
  const { reply } = await give(maths.lessonOn('2026-11-26'), homework({ minutes: 60, ...pinned }));
  expect(reply.warning).toEqual({ date: '2026-11-30', grade: 6, minutes: 155, limit: 150 });
});

test('planned for a later lesson it is published when that lesson ends', async () => {
  const [row] = await server.sql<{ publish_at: string }>(
    `select publish_at from homework.homework where school_id = 1 and given_lesson_id = '${maths.lessonOn('2026-11-26')}'`,
  );
  expect(row?.publish_at).toBe('2026-11-26T09:15:00.000Z');
});

test('what was to be shown later can be shown at once, and then keeps its moment', async () => {
  const lesson = russian.lessonOn('2026-11-23');
  const published = async (publishAt: string | null, expected: number) => {
    await give(lesson, homework({ publishAt, expected }), { as: 'colleague' });
    const [row] = await server.sql<{ publish_at: string }>(
      `select publish_at from homework.homework where school_id = 1 and given_lesson_id = '${lesson}'`,
    );
    return row?.publish_at ?? '';
  };
  expect(await published('2099-01-11T05:00:00.000Z', 0)).toBe('2099-01-11T05:00:00.000Z');
  const atOnce = await published(null, 1);
  expect(atOnce < '2099').toBe(true);
  expect(await published(null, 2)).toBe(atOnce);
});

test('families of the group hear of it', async () => {
  const event = await vi.waitFor(async () => {
    const [first] = await server.sql<{ topics: string[] }>(
      `select topics from platform.event where school_id = 1 and name = 'homework.assigned' order by seq limit 1`,
    );
    if (!first) throw new Error('not yet numbered');
    return first;
  });
  expect(event.topics.toSorted()).toEqual(
    [`page:${maths.id}`, ...sixth.students.map((id) => `student:${id}`)].toSorted(),
  );
});

test.each<[string, string, Readonly<Record<string, unknown>>, string]>([
  ['a cancelled lesson', '2026-11-19', {}, 'homework.lessonCancelled'],
  ['a lesson of October', '2026-10-01', {}, 'homework.editWindowClosed'],
  ['a due day without a date', '2026-11-17', { dueRule: 'date' }, 'homework.dueDateMissing'],
  ['a due day before', '2026-11-17', { dueRule: 'date', dueDate: '2026-11-16' }, 'homework.dueTooEarly'],
  [
    'a lesson of another page',
    '2026-11-17',
    { dueRule: 'pinned', dueLessonId: russian.lessonOn('2026-11-26') },
    'homework.dueLessonMissing',
  ],
])('%s is refused', async (_what, date, given, code) => {
  expect((await give(maths.lessonOn(date), homework(given))).reply.code).toBe(code);
});

test.each([
  ['homeroom', 403],
  ['colleague', 404],
  ['guardian', 404],
])('%s may not: %i', async (as, status) => {
  expect((await give(maths.lessonOn('2026-11-17'), homework(), { as })).status).toBe(status);
});
