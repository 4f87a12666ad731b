import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { homeworkModule } from '#modules/homework/module.ts';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { CopyTargets } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const foreign = aSchool(2);
const teacher = school.teacher('Ковалёва');
const colleague = school.teacher('Орлов');
const seventhA = school.withClass('7А', 2);
const seventhB = school.withClass('7Б', 2);
const source = seventhA.taughtBy(teacher, 'Алгебра');
const parallel = seventhB.taughtBy(teacher, 'Алгебра');
const geometry = seventhB.taughtBy(teacher, 'Геометрия');
const notOwn = seventhB.taughtBy(colleague, 'Физика');
/** Taught until yesterday. */
const former = seventhB.taughtBy(colleague, 'Черчение');
school.row('roster.assignment_teacher', {
  id: uuidv7(),
  assignment_id: former.id,
  staff_id: teacher.personId,
  start_date: '2026-09-01',
  end_date: '2026-11-23',
});
const abroad = foreign.withClass('7А', 1).taughtBy(foreign.teacher('Чужая'), 'Алгебра');
const homeroom = seventhB.homeroomOf('Классная');

let server: SchoolServer;
beforeAll(async () => {
  server = await serverOf([school, foreign], {
    modules: [journalModule, homeworkModule],
    people: { teacher, colleague, homeroom },
  });
});
afterAll(() => server.stop());

const targets = (lessonId: string, as = 'teacher') =>
  server.get<CopyTargets>(as, `/lessons/${lessonId}/copy-targets`);
const put = (
  as: string,
  lessonId: string,
  what: 'record' | 'homework',
  body: Readonly<Record<string, unknown>>,
) => server.put<{ version?: number; code?: string }>(as, `/lessons/${lessonId}/${what}`, { body });
const record = { topic: 'Разность квадратов', attendanceTaken: false, expected: 0 };
const homework = {
  text: '№ 412',
  minutes: 30,
  dueRule: 'next',
  dueLessonId: null,
  dueDate: null,
  publishAt: null,
  expected: 0,
};

describe('where a lesson can be copied to', () => {
  test('own pages of today, the same subject first, with what stands in their lessons', async () => {
    await put('teacher', parallel.lessonOn(today), 'record', { ...record, topic: 'Степени' });
    const { reply } = await targets(source.lessonOn(today));
    expect(reply.pages.map(({ id, isSameSubject }) => [id, isSameSubject])).toEqual([
      [parallel.id, true],
      [geometry.id, false],
    ]);
    const lessons = reply.pages[0]?.lessons ?? [];
    expect(lessons.every(({ date }) => date >= '2026-11-17' && date <= '2026-12-08')).toBe(true);
    expect(lessons.find(({ id }) => id === parallel.lessonOn(today))).toMatchObject({
      topic: 'Степени',
      recordVersion: 1,
      homework: null,
      homeworkVersion: 0,
    });
  });

  test.each([
    ['who does not teach it does not know the lesson', 'colleague', 404],
    ['the homeroom teacher of the other class neither', 'homeroom', 404],
  ])('%s', async (_, as, status) => {
    expect((await targets(source.lessonOn(today), as)).status).toBe(status);
  });
});

test('the copy is written as usual, and what is not one’s own refuses it', async () => {
  const written = await put('teacher', parallel.lessonOn('2026-11-26'), 'record', record);
  expect([written.status, written.reply.version]).toEqual([200, 1]);
  expect((await put('teacher', parallel.lessonOn('2026-11-26'), 'homework', homework)).status).toBe(200);
  for (const [lessonId, status] of [
    [notOwn.lessonOn('2026-11-26'), 404],
    [former.lessonOn('2026-11-26'), 404],
    [abroad.lessonOn('2026-11-26'), 404],
  ] as const) {
    expect((await put('teacher', lessonId, 'record', record)).status).toBe(status);
    expect((await put('teacher', lessonId, 'homework', homework)).status).toBe(status);
  }
  const rows = await server.sql<{ id: string }>(
    'select lesson_id as id from journal.lesson_record where school_id = 1 order by 1',
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual(
    [parallel.lessonOn(today), parallel.lessonOn('2026-11-26')].toSorted(),
  );
});

test('a colleague who was quicker is not overwritten', async () => {
  const lessonId = geometry.lessonOn('2026-11-26');
  await put('teacher', lessonId, 'record', { ...record, topic: 'Углы' });
  const late = await put('teacher', lessonId, 'record', record);
  expect([late.status, late.reply.code]).toEqual([409, 'lessonRecord.changedMeanwhile']);
});
