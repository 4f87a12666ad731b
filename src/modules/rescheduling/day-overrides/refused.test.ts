import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import type { Wanted } from '../changes/testing-acts.ts';
import { aSchoolWithBells, type DayReply } from './testing-days.ts';

const given = await aSchoolWithBells();
const { school, deputy, algebra, foreignClassId, short, server, off, preview, put, set, end, statesOf } =
  given;
afterAll(() => server.stop());

const counts = async () =>
  (
    await server.sql(`select (select count(*) from organisation.day_override where school_id = 1)::int as days,
      (select count(*) from timetable.lesson_change where school_id = 1)::int as changes,
      (select sum(version) from timetable.lesson where school_id = 1)::int as versions`)
  )[0];

describe('refused by its field, nothing stored', () => {
  const weekday = { kind: 'weekday', from: '2026-12-05', to: '2026-12-05', asWeekday: 1 };
  const cases: readonly [string, Wanted, string, number, string | null][] = [
    ['a day before the year', { from: '2026-08-31' }, 'outsideYear', 422, 'from'],
    ['a day after the year', { from: '2027-05-20', to: '2027-05-27' }, 'outsideYear', 422, 'to'],
    ['an end before its beginning', { to: '2026-11-25' }, 'span', 422, 'to'],
    ['more than two months', { to: '2027-01-27' }, 'span', 422, 'to'],
    ['another weekday for two days', { ...weekday, to: '2026-12-06' }, 'oneDay', 422, 'to'],
    ['another weekday without saying which', { ...weekday, asWeekday: null }, 'noWeekday', 422, 'asWeekday'],
    ['a weekday for a day off', { asWeekday: 1 }, 'noWeekday', 422, 'asWeekday'],
    ['a weekday without lessons', { ...weekday, asWeekday: 3 }, 'noTimetable', 422, 'asWeekday'],
    [
      'bells that are not there',
      { kind: 'bells', bellScheduleId: uuidv7() },
      'unknownBells',
      422,
      'bellScheduleId',
    ],
    ['bells without saying which', { kind: 'bells' }, 'unknownBells', 422, 'bellScheduleId'],
    ['bells for a day off', { bellScheduleId: short }, 'unknownBells', 422, 'bellScheduleId'],
    ['a class of another school', { scopeId: foreignClassId }, 'unknownScope', 422, 'scopeId'],
    ['a class that is none', { scopeId: '7Б' }, 'unknownScope', 422, 'scopeId'],
    ['a grade nobody is in', { scope: 'grade', scopeId: '4' }, 'unknownScope', 422, 'scopeId'],
    ['the whole school with a class', { scope: 'school' }, 'unknownScope', 422, 'scopeId'],
    ['a Sunday', { from: '2026-12-06', to: '2026-12-06' }, 'nothingChanges', 422, 'from'],
    [
      'the bells that ring anyhow',
      { kind: 'bells', from: '2026-12-06', to: '2026-12-06', bellScheduleId: short },
      'nothingChanges',
      422,
      'from',
    ],
  ];

  test.each(cases)('%s', async (_, more, code, status, field) => {
    const before = await counts();
    const body = off(more);
    const looked = await preview(body);
    expect([looked.status, looked.reply.code]).toEqual([status, `dayOverrides.${code}`]);
    expect(looked.reply.facts?.['field']).toBe(field);
    const done = await put(uuidv7(), { ...body, agreed: 'x' });
    expect([done.status, done.reply.code]).toEqual([status, `dayOverrides.${code}`]);
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['a teacher', 'ill', 403],
    ['the secretary', 'secretary', 403],
    ['a guardian', 'guardian', 404],
  ])('%s may not', async (_, as, status) => {
    const { id } = await set(off());
    const before = await counts();
    expect((await preview(off(), as)).status).toBe(status);
    expect((await put(uuidv7(), { ...off(), agreed: 'x' }, { as })).status).toBe(status);
    expect((await given.previewEnding(id, '2026-11-26', as)).status).toBe(status);
    const body = { from: '2026-11-26', agreed: 'x' };
    expect((await server.put(as, `/timetable/day-overrides/${id}/ending`, { body })).status).toBe(status);
    expect((await server.get(as, '/timetable/day-overrides')).status).toBe(status === 403 ? 200 : 404);
    expect(await counts()).toEqual(before);
    await end(id, '2026-11-26');
  });

  test('a special day that is not there, and one of another school', async () => {
    expect((await given.previewEnding(uuidv7(), '2026-11-26')).status).toBe(404);
    const id = uuidv7();
    await server.database.db.inSchool({ schoolId: 2, studentIds: '*' }, (tx) =>
      tx.rows(
        {
          name: 'test.foreignDay',
          text: `insert into organisation.day_override (school_id, id, scope, kind, start_date, end_date, reason_code, author_id, at)
                 values (2, $1::uuid, 'school', 'off', '2026-11-26', '2026-11-26', 'weather', $1::uuid, now()) returning 1`,
        },
        [id],
      ),
    );
    expect((await given.previewEnding(id, '2026-11-26')).status).toBe(404);
    expect(JSON.stringify((await server.get('deputy', '/timetable/day-overrides')).reply)).not.toContain(id);
  });
});

describe('exactly as agreed', () => {
  test('a lesson changed since the preview stops the act', async () => {
    const { reply } = await preview(off());
    const actId = uuidv7();
    const change = await given.wanted(algebra.lessonOn('2026-12-01'), { kind: 'room', roomId: given.roomId });
    await given.act([change], { actId });
    const before = await counts();
    const done = await put(uuidv7(), { ...off(), agreed: reply.fingerprint });
    expect([done.status, done.reply.code]).toEqual([409, 'dayOverrides.outdated']);
    expect(await counts()).toEqual(before);
    await given.undo(actId);
  });

  test('entries made since the preview stop it too', async () => {
    const { reply } = await preview(off());
    await server.sql(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values (1, '${algebra.lessonOn('2026-12-03')}', 'Дроби') returning 1`,
    );
    const done = await put(uuidv7(), { ...off(), agreed: reply.fingerprint });
    expect(done.reply.code).toBe('dayOverrides.outdated');
  });

  test('of two deputies at once one does it, the other is told what stands there', async () => {
    const { reply } = await preview(off());
    const body = { ...off(), agreed: reply.fingerprint };
    const ids = [uuidv7(), uuidv7()];
    const answers = await Promise.all(ids.map((id) => put(id, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(answers.find(({ status }) => status === 409)?.reply.code).toBe('dayOverrides.taken');
    const done = ids[answers.findIndex(({ status }) => status === 200)] ?? '';
    const ending = {
      from: '2026-11-26',
      agreed: (await given.previewEnding(done, '2026-11-26')).reply.fingerprint,
    };
    const endings = await Promise.all(
      [1, 2].map(() =>
        server.put<DayReply>('deputy', `/timetable/day-overrides/${done}/ending`, { body: ending }),
      ),
    );
    expect(endings.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(endings.map(({ reply: { counts: all } }) => all.restored))).toEqual(new Set([0, 10]));
    expect((await statesOf(algebra.id)).every((state) => state.endsWith('planned'))).toBe(true);
  });
});

describe('a closed period', () => {
  beforeAll(async () => {
    await server.sql(
      `insert into journal.period_lock (school_id, id, grading_period_id, grade, locked_by)
       values (1, '${uuidv7()}', '${school.frame.periodIds[0]}', null, '${deputy.personId}') returning 1`,
    );
  });

  test('is closed for special days too, one lesson in it is enough', async () => {
    const before = await counts();
    const { status, reply } = await preview(off({ from: '2026-10-22', to: '2026-11-12' }));
    expect([status, reply.code]).toEqual([409, 'timetable.periodLocked']);
    expect(await counts()).toEqual(before);
  });
});
