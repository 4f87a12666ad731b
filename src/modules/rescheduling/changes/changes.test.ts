import { afterAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { aDeputysSchool, today } from './testing-acts.ts';

const {
  ill,
  substitute,
  busy,
  algebra,
  roomId,
  server,
  act,
  undo,
  lessonRow,
  counts,
  wanted,
  record,
  diaryLessons,
} = await aDeputysSchool();
afterAll(() => server.stop());

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
