import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SchoolServer } from '#modules/testing/testing-server.ts';
import { aPdf } from '#platform/files/testing-files.ts';
import { uuidv7 } from '#platform/ids.ts';
import {
  abroad,
  attach,
  blobs,
  early,
  give,
  late,
  maths,
  remove,
  startServer,
  statusFor,
  substituted,
} from './testing-homework-files.ts';

let server: SchoolServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('who reads it', () => {
  let ofEarly: string;
  let ofLate: string;
  let ofSubstituted: string;
  beforeAll(async () => {
    ofEarly = (await attach(early)).id;
    ofLate = (await attach(late)).id;
    ofSubstituted = (await attach(substituted, { as: 'substitute' })).id;
  });

  test.each([
    ['the teacher', 'teacher', 200],
    ['the homeroom teacher', 'homeroom', 200],
    ['whoever leads the school', 'deputy', 200],
    ['a guardian', 'guardian', 200],
    ['the student', 'anna', 200],
    ['a classmate', 'boris', 200],
    ['a student who left before it was given', 'left', 404],
    ['a guardian until yesterday', 'former', 404],
    ['a guardian without the right to the marks', 'noMarks', 404],
    ['a guardian of the class next door', 'neighbour', 404],
    ['its homeroom teacher', 'otherHomeroom', 404],
    ['a teacher of another page', 'colleague', 404],
    ['a substitute at another lesson', 'substitute', 404],
    ['the office', 'secretary', 404],
    ['nobody signed in', 'stranger', 401],
  ])('%s', async (_who, as, status) => {
    expect(await statusFor(as, ofLate)).toBe(status);
  });

  test('who left keeps what was given before, and the substitute has its own lesson', async () => {
    expect(await statusFor('left', ofEarly)).toBe(200);
    expect(await statusFor('substitute', ofSubstituted)).toBe(200);
  });

  test('a file of another school is not there, whoever asks', async () => {
    const id = uuidv7();
    await server.database.db.inSchool({ schoolId: 2, studentIds: '*' }, async (tx) => {
      const homeworkId = uuidv7();
      const [author] = await tx.rows<{ id: string }>({
        name: 'test.foreignAuthor',
        text: 'select staff_id as id from roster.assignment_teacher where school_id = 2',
      });
      await tx.run(
        {
          name: 'test.foreignHomework',
          text: `insert into homework.homework (school_id, id, assignment_id, given_lesson_id, text, author_id)
            values (2, $1, $2, $3, 'Лист', $4)`,
        },
        [homeworkId, abroad.id, abroad.lessonOn('2026-11-24'), author?.id],
      );
      await tx.run(
        {
          name: 'test.foreignFile',
          text: `insert into homework.file (school_id, homework_id, id, name, kind, size, sha256, position, author_id, created_at)
            select 2, $1, $2, f.name, f.kind, f.size, f.sha256, 1, $3, now() from
              (values ('Лист.pdf', 'pdf', 1, decode($4, 'hex'))) f(name, kind, size, sha256)`,
        },
        [homeworkId, id, author?.id, '00'.repeat(32)],
      );
    });
    for (const as of ['teacher', 'deputy', 'guardian']) expect(await statusFor(as, id)).toBe(404);
  });

  test('before it is published staff alone', async () => {
    const lesson = maths.lessonOn('2026-11-30');
    await give(lesson);
    const { id } = await attach(lesson);
    expect([await statusFor('teacher', id), await statusFor('guardian', id)]).toEqual([200, 404]);
  });

  test('of homework that was taken back nobody', async () => {
    const lesson = maths.lessonOn('2026-11-19');
    await give(lesson);
    const { id } = await attach(lesson);
    await give(lesson, { text: '', expected: 1 });
    expect([await statusFor('teacher', id), await statusFor('guardian', id)]).toEqual([404, 404]);
  });
});

test.each([
  ['homeroom', 403],
  ['deputy', 403],
  ['substitute', 404],
  ['colleague', 404],
  ['guardian', 404],
  ['anna', 404],
])('%s attaches nothing and takes nothing off: %i', async (as, status) => {
  const before = blobs().length;
  expect((await attach(late, { as, bytes: aPdf('чужой') })).status).toBe(status);
  // Not a byte of it was kept.
  expect(blobs().length).toBe(before);
  const { id } = await attach(early);
  expect((await remove(early, id, as)).status).toBe(status);
  await remove(early, id);
});
