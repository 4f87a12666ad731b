import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { aDeputysSchool, today, type Wanted } from './testing-acts.ts';

const { school, deputy, ill, left, algebra, busyPage, foreign, child, server, act, undo, counts, wanted } =
  await aDeputysSchool();
afterAll(() => server.stop());

describe('refused with a code, nothing stored', () => {
  const cases: readonly [string, () => Promise<Wanted> | Wanted, string, number][] = [
    [
      'a lesson of another school',
      () => ({ lessonId: foreign.lessonOn(today), expected: 1, kind: 'cancellation' }),
      'timetable.unknownLesson',
      422,
    ],
    [
      'a lesson that is not there',
      () => ({ lessonId: uuidv7(), expected: 1, kind: 'cancellation' }),
      'timetable.unknownLesson',
      422,
    ],
    [
      'a teacher who left',
      () => wanted(algebra.lessonOn(today), { kind: 'substitution', teacherId: left.personId }),
      'timetable.unknownTeacher',
      422,
    ],
    [
      'a student as teacher',
      () => wanted(algebra.lessonOn(today), { kind: 'substitution', teacherId: child }),
      'timetable.unknownTeacher',
      422,
    ],
    [
      'a teacher of another school',
      () => wanted(algebra.lessonOn(today), { kind: 'substitution', teacherId: foreign.id }),
      'timetable.unknownTeacher',
      422,
    ],
    [
      'the page’s own teacher',
      () => wanted(algebra.lessonOn(today), { kind: 'substitution', teacherId: ill.personId }),
      'timetable.nothingChanges',
      422,
    ],
    [
      'a room that is not there',
      () => wanted(algebra.lessonOn(today), { kind: 'room', roomId: uuidv7() }),
      'timetable.unknownRoom',
      422,
    ],
    [
      'a page of another class',
      () => wanted(algebra.lessonOn(today), { kind: 'replacement', pageId: busyPage.id }),
      'timetable.unknownPage',
      422,
    ],
    [
      'a page of another school',
      () => wanted(algebra.lessonOn(today), { kind: 'replacement', pageId: foreign.id }),
      'timetable.unknownPage',
      422,
    ],
    [
      'a slot of the same page',
      () => wanted(algebra.lessonOn(today), { kind: 'move', date: '2026-11-26', number: 4 }),
      'timetable.slotTaken',
      409,
    ],
    [
      'a day outside the year',
      () => wanted(algebra.lessonOn(today), { kind: 'move', date: '2027-07-01', number: 4 }),
      'timetable.outsideYear',
      422,
    ],
    [
      'a lesson of another class to merge with',
      () => wanted(algebra.lessonOn(today), { kind: 'merge', withLessonId: busyPage.lessonOn(today) }),
      'timetable.cannotMerge',
      422,
    ],
    [
      'a lesson of a closed period',
      () => wanted(algebra.lessonOn('2026-10-20'), { kind: 'cancellation' }),
      'timetable.periodLocked',
      409,
    ],
    [
      'a day in a closed period',
      () => wanted(algebra.lessonOn(today), { kind: 'move', date: '2026-10-21', number: 4 }),
      'timetable.periodLocked',
      409,
    ],
  ];

  beforeAll(async () => {
    await server.sql(
      `insert into journal.period_lock (school_id, id, grading_period_id, grade, locked_by)
       values (1, '${uuidv7()}', '${school.frame.periodIds[0]}', null, '${deputy.personId}') returning 1`,
    );
  });

  test.each(cases)('%s', async (_, change, code, status) => {
    const given = await change();
    const before = await counts();
    const answer = await act([given], { acceptsClashes: true });
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['a teacher', 'ill', 403],
    ['a guardian', 'guardian', 404],
  ])('%s may not', async (_, as, status) => {
    const change = await wanted(algebra.lessonOn(today), { kind: 'cancellation' });
    const before = await counts();
    expect((await act([change], { as })).status).toBe(status);
    expect((await undo(uuidv7(), as)).status).toBe(status === 403 ? 404 : status);
    expect(await counts()).toEqual(before);
  });

  test('an act without anything, an absence that ends before it begins, of nobody', async () => {
    expect((await act([])).reply.code).toBe('timetable.emptyAct');
    const absence = { staffId: ill.personId, from: '2026-11-26', to: '2026-11-25' };
    expect((await act([], { absence })).reply.code).toBe('timetable.absenceSpan');
    expect((await act([], { absence: { ...absence, to: '2026-11-26', staffId: child } })).reply.code).toBe(
      'timetable.unknownTeacher',
    );
    expect((await undo(uuidv7())).status).toBe(404);
  });
});
