import { afterAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { today } from '../changes/testing-acts.ts';
import { aSchoolWithBells } from './testing-days.ts';

const given = await aSchoolWithBells();
const { algebra, busyPage, history, ill, substitute, child, short, server } = given;
const { off, preview, put, set, end, statesOf, lessonsOf, diaryDay, wanted, act } = given;
afterAll(() => server.stop());

const quarantined = ['11-26', '11-30', '12-01', '12-03', '12-07', '12-08'];

describe('a class on quarantine', () => {
  const homework = async () =>
    (
      await server.sql<{ date: string }>(
        `select due_date as date from homework.homework where school_id = 1 and given_lesson_id = '${algebra.lessonOn(today)}'`,
      )
    )[0]?.date;

  test('loses its lessons with the reason; entries, ids and the other classes stay; homework goes on', async () => {
    await server.put('ill', `/lessons/${algebra.lessonOn(today)}/homework`, {
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
    await server.sql(
      `insert into journal.attendance (school_id, lesson_id, student_id, fact, author_id)
       values (1, '${algebra.lessonOn('2026-11-26')}', '${child}', 'absent', '${ill.personId}') returning 1`,
    );
    await server.sql(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values (1, '${algebra.lessonOn('2026-12-01')}', 'Корень') returning 1`,
    );
    const before = await lessonsOf(algebra.id);
    const others = await lessonsOf(busyPage.id);
    const { reply } = await preview(off());
    expect(reply).toMatchObject({
      counts: { cancelled: 10, added: 0, moved: 0, retimed: 0, retired: 0 },
      classes: [{ grade: 7, letter: 'Б', days: 9, cancelled: 10 }],
      held: { marks: 1, notes: 1 },
      clashes: { count: 0 },
    });
    expect(reply.held.lessons).toMatchObject([
      { date: '2026-11-26', number: 4, subject: 'Алгебра', entries: 'marks' },
      { date: '2026-12-01', entries: 'notes' },
    ]);
    expect(await lessonsOf(algebra.id)).toEqual(before);

    const id = uuidv7();
    const key = uuidv7();
    const once = await put(id, { ...off(), agreed: reply.fingerprint }, { key });
    expect(once).toMatchObject({ status: 200, reply: { counts: { cancelled: 10 }, homework: 1 } });
    expect(await put(id, { ...off(), agreed: reply.fingerprint }, { key })).toEqual(once);
    expect((await lessonsOf(algebra.id)).map((lesson) => lesson.id)).toEqual(before.map((one) => one.id));
    expect((await statesOf(algebra.id)).filter((state) => state.endsWith('cancelled'))).toEqual(
      quarantined.map((date) => `${date} cancelled`),
    );
    expect(await lessonsOf(busyPage.id)).toEqual(others);
    expect(await homework()).toBe('2026-12-10');
    expect(await diaryDay('2026-11-26')).toMatchObject({
      off: { name: null, until: '2026-12-08', reason: 'quarantine' },
      lessons: [
        { subject: 'История', state: 'cancelled' },
        { state: 'cancelled', attendance: { fact: 'absent' }, changes: [{ reason: 'quarantine' }] },
      ],
    });

    const { reply: ending } = await given.previewEnding(id, '2026-11-26');
    expect(ending.counts).toMatchObject({ restored: 10, added: 0, moved: 0, retired: 0, cancelled: 0 });
    expect((await end(id, '2026-11-26')).reply).toMatchObject({ counts: { restored: 10 }, homework: 1 });
    expect(await lessonsOf(algebra.id)).toEqual(before);
    expect(await homework()).toBe('2026-11-26');
    expect(await diaryDay('2026-11-26')).toMatchObject({
      off: null,
      lessons: [{ state: 'planned' }, { state: 'planned', attendance: { fact: 'absent' }, changes: [] }],
    });
    const twice = await end(id, '2026-11-26');
    expect([twice.status, twice.reply.counts.restored]).toEqual([200, 0]);
    expect((await put(id, { ...off(), agreed: 'x' })).status).toBe(200);
    expect((await put(id, { ...off({ to: '2026-12-07' }), agreed: 'x' })).reply.code).toBe(
      'dayOverrides.exists',
    );
    expect((await end(id, '2026-12-09')).reply.code).toBe('dayOverrides.notInForce');
  });

  test('that ends earlier gives the rest of its days back', async () => {
    const { id } = await set(off());
    expect((await end(id, '2026-12-03')).status).toBe(200);
    const cancelled = (await statesOf(algebra.id)).filter((state) => state.endsWith('cancelled'));
    expect(cancelled).toEqual(['11-26', '11-30', '12-01'].map((date) => `${date} cancelled`));
    expect((await diaryDay('2026-12-03'))?.off).toBeNull();
    expect((await end(id, '2026-12-07')).reply.counts.restored).toBe(0);
    expect((await end(id, '2026-11-26')).status).toBe(200);
  });

  test('a substitution stands again with its lesson, and one lesson alone does not come back by hand', async () => {
    const lessonId = algebra.lessonOn('2026-12-07');
    const actId = uuidv7();
    await act([await wanted(lessonId, { kind: 'substitution', teacherId: substitute.personId })], { actId });
    const { id } = await set(off());
    expect((await given.undo(id)).reply.code).toBe('timetable.changedMeanwhile');
    await end(id, '2026-11-26');
    expect(await given.lessonRow(lessonId)).toMatchObject({
      state: 'planned',
      teacher: substitute.personId,
    });
    expect((await given.undo(actId)).status).toBe(200);
  });
});

test('the board of the day tells it once, the staff’s week and the teacher’s day say why', async () => {
  const { id } = await set(off());
  type Board = { special: unknown; lessons: unknown };
  const board = await server.get<Board>('deputy', '/timetable/days/2026-11-26');
  expect(board.reply.special).toMatchObject([
    { id, kind: 'off', schoolClass: { grade: 7, letter: 'Б' }, reasonCode: 'quarantine', cancelled: 2 },
  ]);
  expect(board.reply.lessons).toEqual([]);
  type Week = { days: { date: string; off: unknown }[] };
  const week = await server.get<Week>('ill', `/timetable/classes/${given.classId}?from=2026-11-26`);
  expect(week.reply.days.map((day) => day.off !== null)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  type Day = { off: unknown; lessons: unknown };
  const day = await server.get<Day>('ill', '/teacher-day?date=2026-11-26');
  expect(day.reply).toMatchObject({ off: null, lessons: [{ state: 'cancelled', reason: 'quarantine' }] });
  const list = await server.get<{ overrides: { id: string }[] }>('secretary', '/timetable/day-overrides');
  expect(list.reply.overrides.find((one) => one.id === id)).toMatchObject({
    schoolClass: { grade: 7 },
    from: '2026-11-26',
    to: '2026-12-08',
    author: { lastName: 'Завуч' },
    endedFrom: null,
  });
  await end(id, '2026-11-26');
});

describe('lessons of another weekday', () => {
  const monday = off({
    scope: 'school',
    scopeId: '',
    kind: 'weekday',
    from: '2026-12-05',
    to: '2026-12-05',
    asWeekday: 1,
    reasonCode: 'schedule',
  });

  test('a Saturday works as a Monday; taken back its lessons leave, done again the same come', async () => {
    const { reply } = await preview(monday);
    expect(reply.counts).toMatchObject({ added: 3, cancelled: 0, retired: 0 });
    const first = await set(monday);
    const [lesson] = await lessonsOf(history.id, '2026-12-05', '2026-12-05');
    expect(lesson).toMatchObject({ number: 2, starts: '09:25', state: 'planned' });
    expect(await diaryDay('2026-12-05')).toMatchObject({
      off: null,
      special: { asWeekday: 1, otherBells: false, reason: 'schedule' },
      lessons: [{ subject: 'История' }, { subject: 'Алгебра' }],
    });
    await server.sql(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values (1, '${lesson?.id ?? ''}', 'Реформы') returning 1`,
    );
    expect((await end(first.id, '2026-12-05')).reply.counts).toMatchObject({ retired: 3 });
    expect((await diaryDay('2026-12-05'))?.special).toBeNull();
    const again = await set(monday);
    expect(again.reply.counts).toMatchObject({ added: 0, moved: 3 });
    expect((await lessonsOf(history.id, '2026-12-05', '2026-12-05'))[0]?.id).toBe(lesson?.id);
    await end(again.id, '2026-12-05');
  });

  test('a usual day as another: what has entries is cancelled, the rest leaves, all come back', async () => {
    const asTuesday = { ...monday, from: '2026-12-07', to: '2026-12-07', asWeekday: 2 };
    const [own] = await lessonsOf(history.id, '2026-12-07', '2026-12-07');
    expect((await preview(asTuesday)).reply.counts).toMatchObject({ retired: 1, cancelled: 0 });
    await server.sql(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values (1, '${own?.id ?? ''}', 'Указ') returning 1`,
    );
    const { reply } = await preview(asTuesday);
    expect(reply.counts).toMatchObject({ retired: 0, cancelled: 1 });
    expect(reply.held).toMatchObject({ marks: 0, notes: 1 });
    const { id } = await set(asTuesday);
    expect((await lessonsOf(history.id, '2026-12-07', '2026-12-07'))[0]?.state).toBe('cancelled');
    expect((await end(id, '2026-12-07')).reply.counts).toMatchObject({ restored: 1 });
    expect(await lessonsOf(history.id, '2026-12-07', '2026-12-07')).toEqual([own]);
  });

  test('who was given another lesson at that time is named as a clash, and nothing else is', async () => {
    const lessonId = busyPage.lessonOn('2026-12-01');
    const [moving, standingIn] = [uuidv7(), uuidv7()];
    const move = { kind: 'move', date: '2026-12-05', number: 4 };
    await act([await wanted(lessonId, move)], { actId: moving });
    const substitution = { kind: 'substitution', teacherId: ill.personId };
    await act([await wanted(lessonId, substitution)], { actId: standingIn, acceptsClashes: true });
    const { reply } = await preview({ ...monday, scope: 'class', scopeId: given.classId });
    expect(reply.clashes).toEqual({
      count: 1,
      items: [
        {
          kind: 'teacher',
          lessonId: expect.any(String) as string,
          name: 'Больных Мария',
          date: '2026-12-05',
          other: { subject: 'Алгебра', group: '6А', number: 4 },
        },
      ],
    });
    await given.undo(standingIn);
    expect((await preview({ ...monday, scope: 'class', scopeId: given.classId })).reply.clashes.count).toBe(
      0,
    );
    await given.undo(moving);
  });
});

describe('other bells', () => {
  test('ring for the lessons of the day, substituted ones too, and are taken back', async () => {
    const lessonId = algebra.lessonOn('2026-12-03');
    const actId = uuidv7();
    await act([await wanted(lessonId, { kind: 'substitution', teacherId: substitute.personId })], { actId });
    const bells = off({ kind: 'bells', from: '2026-12-03', to: '2026-12-03', bellScheduleId: short });
    const { id, reply } = await set({ ...bells, scope: 'school', scopeId: '', reasonCode: 'event' });
    expect(reply.counts).toMatchObject({ retimed: 3, cancelled: 0, added: 0 });
    expect((await lessonsOf(algebra.id, '2026-12-03', '2026-12-03'))[0]).toMatchObject({
      starts: '10:30',
      state: 'planned',
    });
    expect(await diaryDay('2026-12-03')).toMatchObject({
      special: { asWeekday: null, otherBells: true, reason: 'event' },
      lessons: [{ starts: '09:50' }, { starts: '10:30', teacher: { lastName: 'Замещаева' } }],
    });
    await end(id, '2026-12-03');
    expect((await lessonsOf(algebra.id, '2026-12-03', '2026-12-03'))[0]?.starts).toBe('11:35');
    expect((await given.undo(actId)).status).toBe(200);
  });
});
