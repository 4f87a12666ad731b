import { afterAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { aDeputysSchool, today } from './testing-acts.ts';

const { deputy, ill, algebra, history, child, server, act, undo, lessonRow, counts, wanted, diaryLessons } =
  await aDeputysSchool();
afterAll(() => server.stop());

describe('homework follows', () => {
  const dueOf = async () =>
    (
      await server.sql(
        `select due_date as date, version from homework.homework where school_id = 1 and given_lesson_id = '${algebra.lessonOn(today)}'`,
      )
    )[0];

  test('a cancelled lesson, its return, and a move', async () => {
    const given = await server.put('ill', `/lessons/${algebra.lessonOn(today)}/homework`, {
      body: {
        text: '№ 412',
        minutes: null,
        dueRule: 'next',
        dueLessonId: null,
        dueDate: null,
        publishAt: null,
        expected: 0,
      },
    });
    expect(given.status).toBe(200);
    expect(await dueOf()).toMatchObject({ date: '2026-11-26' });
    const cancelling = uuidv7();
    const { reply } = await act([await wanted(algebra.lessonOn('2026-11-26'), { kind: 'cancellation' })], {
      actId: cancelling,
      reasonCode: 'quarantine',
    });
    expect(reply.homework).toBe(1);
    expect(await dueOf()).toEqual({ date: '2026-11-30', version: 2 });
    expect(await diaryLessons('2026-11-26')).toMatchObject([
      { state: 'cancelled', changes: [{ kind: 'cancellation', reason: 'quarantine' }] },
    ]);
    await undo(cancelling);
    expect(await dueOf()).toEqual({ date: '2026-11-26', version: 3 });
    const moving = uuidv7();
    await act(
      [await wanted(algebra.lessonOn('2026-11-26'), { kind: 'move', date: '2026-11-27', number: 4 })],
      {
        actId: moving,
        reasonCode: 'schedule',
      },
    );
    expect(await dueOf()).toEqual({ date: '2026-11-27', version: 4 });
    expect(await lessonRow(algebra.lessonOn('2026-11-26'))).toMatchObject({ date: '2026-11-27', number: 4 });
    await undo(moving);
    expect(await lessonRow(algebra.lessonOn('2026-11-26'))).toMatchObject({ date: '2026-11-26', number: 4 });
    const revisions = await server.sql<{ author: string }>(
      'select author_id as author from homework.homework_revision where school_id = 1 order by version',
    );
    expect(revisions.map(({ author }) => author === deputy.personId)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });
});

test('another subject: a cancelled lesson and one that stands in its place, taken back together', async () => {
  const lessonId = algebra.lessonOn('2026-12-01');
  const actId = uuidv7();
  const { status } = await act([await wanted(lessonId, { kind: 'replacement', pageId: history.id })], {
    actId,
  });
  expect(status).toBe(200);
  const lessons = await diaryLessons('2026-12-01');
  expect(lessons).toMatchObject(
    [
      { subject: 'История', replacesId: lessonId, teacher: { lastName: 'Замещаева' } },
      { id: lessonId, state: 'cancelled' },
    ].toSorted((one) => (lessons[0]?.['id'] === one.id ? -1 : 1)),
  );
  expect((await undo(actId)).status).toBe(200);
  expect((await diaryLessons('2026-12-01')).map(({ subject, state }) => [subject, state])).toEqual([
    ['Алгебра', 'planned'],
  ]);
});

test('a lesson with marks is moved with them within the past, never cancelled nor sent ahead', async () => {
  const lessonId = algebra.lessonOn('2026-11-19');
  await server.sql(
    `insert into journal.attendance (school_id, lesson_id, student_id, fact, author_id)
     values (1, '${lessonId}', '${child}', 'absent', '${ill.personId}') returning 1`,
  );
  const before = await counts();
  for (const change of [
    { kind: 'cancellation' },
    { kind: 'replacement', pageId: history.id },
    { kind: 'move', date: '2026-11-27', number: 4 },
  ])
    expect((await act([await wanted(lessonId, change)])).reply.code).toBe('timetable.lessonHasEntries');
  expect(await counts()).toEqual(before);
  const moved = await act([await wanted(lessonId, { kind: 'move', date: '2026-11-20', number: 3 })]);
  expect(moved.status).toBe(200);
  expect(await diaryLessons('2026-11-20')).toMatchObject([{ id: lessonId, attendance: { fact: 'absent' } }]);
});
