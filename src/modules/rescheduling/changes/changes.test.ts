import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diaryModule } from '#modules/diary/module.ts';
import { homeworkModule } from '#modules/homework/module.ts';
import { journalModule } from '#modules/journal/module.ts';
import { aSchool } from '#modules/testing/testing-school.ts';
import { type SchoolServer, serverOf } from '#modules/testing/testing-server.ts';
import { timetableModule } from '#modules/timetable/module.ts';
import { uuidv7 } from '#platform/ids.ts';
import { reschedulingModule } from '../module.ts';
import type { ActDone } from './contract.ts';

const today = '2026-11-24';
const school = aSchool(1);
const otherSchool = aSchool(2);
const deputy = school.staff('Завуч', 'deputyHead');
const ill = school.teacher('Больных');
const substitute = school.teacher('Замещаева');
const busy = school.teacher('Занятова');
const left = school.teacher('Уволенная');
const seventh = school.withClass('7Б', 2);
const sixth = school.withClass('6А', 2);
const algebra = seventh.taughtBy(ill, 'Алгебра');
const history = seventh.taughtBy(substitute, 'История', { from: '2026-12-25', until: '2026-12-25' });
const busyPage = sixth.taughtBy(busy, 'Алгебра');
const foreign = otherSchool.withClass('7Б', 1).taughtBy(otherSchool.teacher('Чужая'), 'Алгебра');
const roomId = school.row('organisation.room', { id: uuidv7(), name: '204', building: null, capacity: null });
const child = seventh.students[0] ?? '';
const guardian = school.guardianOf(child);
let server: SchoolServer;

beforeAll(async () => {
  server = await serverOf([school, otherSchool], {
    modules: [timetableModule, homeworkModule, journalModule, reschedulingModule, diaryModule],
    people: { deputy, ill, substitute, busy, guardian },
  });
  await server.sql(
    `update roster.staff set end_date = '2026-10-31' where school_id = 1 and person_id = '${left.personId}'`,
  );
});
afterAll(() => server.stop());

type Reply = ActDone & { readonly code?: string; readonly facts?: Readonly<Record<string, unknown>> };
type Wanted = Readonly<Record<string, unknown>>;

function act(
  changes: readonly Wanted[],
  {
    as = 'deputy',
    actId = uuidv7(),
    key,
    ...body
  }: Wanted & { as?: string; actId?: string; key?: string } = {},
) {
  const given = { reasonCode: 'ill', note: null, absence: null, acceptsClashes: false, changes, ...body };
  return server.put<Reply>(as, `/timetable/acts/${actId}`, { body: given, key });
}

const undo = (actId: string, as = 'deputy') =>
  server.put<Reply>(as, `/timetable/acts/${actId}/undoing`, { body: {} });
const versionOf = async (lessonId: string) =>
  (
    await server.sql<{ version: number }>(
      `select version from timetable.lesson where school_id = 1 and id = '${lessonId}'`,
    )
  )[0]?.version ?? 0;
const lessonRow = async (lessonId: string) =>
  (
    await server.sql<Record<string, unknown>>(
      `select date, number, teacher_id as teacher, room_id as room, state from timetable.lesson where school_id = 1 and id = '${lessonId}'`,
    )
  )[0];
const counts = async () =>
  (
    await server.sql(`select (select count(*) from timetable.lesson_change where school_id = 1)::int as changes,
    (select sum(version) from timetable.lesson where school_id = 1)::int as versions,
    (select count(*) from timetable.staff_absence where school_id = 1)::int as absences,
    (select count(*) from platform.idempotency_key where school_id = 1)::int as keys`)
  )[0];
const wanted = async (lessonId: string, change: Wanted) => ({
  lessonId,
  expected: await versionOf(lessonId),
  ...change,
});
const record = (as: string, lessonId: string) =>
  server.put<{ code?: string }>(as, `/lessons/${lessonId}/record`, {
    body: { topic: 'Формулы', attendanceTaken: false, expected: 0 },
  });
const diaryLessons = async (from: string) => {
  const { reply } = await server.get<{ days: { date: string; lessons: Record<string, unknown>[] }[] }>(
    'guardian',
    `/students/${child}/diary?from=${from}`,
  );
  return reply.days.find(({ date }) => date === from)?.lessons ?? [];
};

describe('a substitution', () => {
  const lessonId = algebra.lessonOn(today);
  const actId = uuidv7();

  test('gives the lesson alone to who stands in; a repeated request writes once', async () => {
    expect((await record('substitute', algebra.lessonOn(today))).status).toBe(404);
    const change = await wanted(lessonId, { kind: 'substitution', teacherId: substitute.personId });
    const key = uuidv7();
    const once = await act([change], { actId, key, note: 'ОРВИ' });
    expect(once).toEqual({
      status: 200,
      reply: { actId, lessons: [{ id: lessonId, version: 2 }], homework: 0 },
    });
    expect(await act([change], { actId, key, note: 'ОРВИ' })).toEqual(once);
    expect((await record('substitute', lessonId)).status).toBe(200);
    expect((await record('substitute', algebra.lessonOn('2026-11-23'))).status).toBe(404);
    const pages = await server.get<{ pages: { id: string; isOwn: boolean }[] }>(
      'substitute',
      '/journal-pages',
    );
    expect(pages.reply.pages.find(({ id }) => id === algebra.id)?.isOwn).toBe(true);
  });

  test('shows the family both teachers, and never why', async () => {
    const [lesson] = await diaryLessons(today);
    expect(lesson).toMatchObject({
      teacher: { lastName: 'Замещаева' },
      changes: [{ kind: 'substitution', reason: null, oldTeacher: { lastName: 'Больных' } }],
    });
    expect(JSON.stringify(lesson)).not.toContain('ОРВИ');
  });

  test('seen in an older state is answered with what stands there', async () => {
    const stale = { lessonId, expected: 1, kind: 'room', roomId };
    const { status, reply } = await act([stale]);
    expect([status, reply.code]).toEqual([409, 'timetable.changedMeanwhile']);
    expect(reply.facts?.['lessons']).toMatchObject([
      { id: lessonId, version: 2, teacher: 'Замещаева Мария' },
    ]);
  });

  test('is taken back as a whole, once', async () => {
    expect((await undo(actId)).status).toBe(200);
    expect(await lessonRow(lessonId)).toMatchObject({ teacher: null, state: 'planned' });
    const before = await counts();
    expect((await undo(actId)).status).toBe(200);
    expect(await counts()).toMatchObject({ changes: (before as { changes: number }).changes });
    expect(await diaryLessons(today)).toMatchObject([{ teacher: { lastName: 'Больных' }, changes: [] }]);
    expect((await record('substitute', lessonId)).status).toBe(404);
  });

  test('is not taken back when somebody went on from there', async () => {
    const first = uuidv7();
    await act([await wanted(lessonId, { kind: 'substitution', teacherId: substitute.personId })], {
      actId: first,
    });
    const second = uuidv7();
    await act([await wanted(lessonId, { kind: 'substitution', teacherId: busy.personId })], {
      actId: second,
      acceptsClashes: true,
    });
    expect((await undo(first)).reply.code).toBe('timetable.changedMeanwhile');
    expect((await undo(second)).status).toBe(200);
    expect((await undo(first)).status).toBe(200);
  });

  test('of who teaches elsewhere then is named first, and done when it is wanted', async () => {
    const change = await wanted(lessonId, { kind: 'substitution', teacherId: busy.personId });
    const { status, reply } = await act([change]);
    expect([status, reply.code]).toEqual([409, 'timetable.clashes']);
    expect(reply.facts?.['clashes']).toMatchObject([
      {
        kind: 'teacher',
        lessonId,
        name: 'Занятова Мария',
        other: { subject: 'Алгебра', group: '6А', number: 4 },
      },
    ]);
    const actual = uuidv7();
    expect((await act([change], { actId: actual, acceptsClashes: true })).status).toBe(200);
    expect((await undo(actual)).status).toBe(200);
  });
});

describe('the day of an ill teacher', () => {
  test('is one act: the absence, substitutions and cancellations, taken back together', async () => {
    const actId = uuidv7();
    const absence = { staffId: ill.personId, from: '2026-11-26', to: '2026-11-30' };
    const { status, reply } = await act(
      [
        await wanted(algebra.lessonOn('2026-11-26'), {
          kind: 'substitution',
          teacherId: substitute.personId,
        }),
        await wanted(algebra.lessonOn('2026-11-30'), { kind: 'cancellation' }),
      ],
      { actId, absence },
    );
    expect([status, reply.lessons?.length]).toEqual([200, 2]);
    const board = await server.get<{ absences: unknown[]; lessons: { id: string }[] }>(
      'deputy',
      '/timetable/days/2026-11-26',
    );
    expect(board.reply.absences).toMatchObject([{ staff: { lastName: 'Больных' }, reasonCode: 'ill' }]);
    expect(board.reply.lessons.map(({ id }) => id)).toEqual([algebra.lessonOn('2026-11-26')]);
    expect((await undo(actId)).status).toBe(200);
    expect(
      (await server.get<{ absences: unknown[] }>('deputy', '/timetable/days/2026-11-26')).reply.absences,
    ).toEqual([]);
    expect(await lessonRow(algebra.lessonOn('2026-11-30'))).toMatchObject({ state: 'planned' });
  });

  test('or nothing of it', async () => {
    const before = await counts();
    const answer = await act(
      [
        await wanted(algebra.lessonOn('2026-11-26'), {
          kind: 'substitution',
          teacherId: substitute.personId,
        }),
        { lessonId: algebra.lessonOn('2026-11-30'), expected: 1, kind: 'cancellation' },
      ],
      { absence: { staffId: ill.personId, from: '2026-11-26', to: '2026-11-30' } },
    );
    expect(answer.reply.code).toBe('timetable.changedMeanwhile');
    expect(await counts()).toEqual(before);
  });
});

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
