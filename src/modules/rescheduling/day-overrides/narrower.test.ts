import { afterAll, describe, expect, test } from 'vitest';
import { aSchoolWithBells } from './testing-days.ts';

const { algebra, busyPage, short, server, off, preview, set, end, statesOf, diaryDay } =
  await aSchoolWithBells();
afterAll(() => server.stop());

describe('the narrower wins', () => {
  test('bells that a year began with say nothing about lessons: a day off is theirs too', async () => {
    await server.sql(
      `insert into organisation.calendar_day (school_id, date, scope, scope_id, off, bell_schedule_id)
       values (1, '2026-12-10', 'grade', '7', false, '${short}') returning 1`,
    );
    const day = { scope: 'school', scopeId: '', from: '2026-12-10', to: '2026-12-10' };
    expect((await diaryDay('2026-12-10'))?.special).toBeNull();
    const { id, reply } = await set(off({ ...day, reasonCode: 'weather' }));
    expect(reply.counts.cancelled).toBe(3);
    expect(await diaryDay('2026-12-10')).toMatchObject({ off: { reason: 'weather' }, special: null });
    await end(id, '2026-12-10');
    expect(await statesOf(algebra.id)).toContain('12-10 planned');
  });

  test('a frost day of the school within a quarantine of the class, whichever ends first', async () => {
    const quarantine = await set(off());
    const frost = off({
      scope: 'school',
      scopeId: '',
      from: '2026-11-30',
      to: '2026-11-30',
      reasonCode: 'weather',
    });
    const { reply } = await preview(frost);
    expect(reply.classes.map(({ grade }) => grade)).toEqual([6]);
    expect(reply.narrower).toMatchObject([
      { schoolClass: { grade: 7, letter: 'Б' }, reasonCode: 'quarantine' },
    ]);
    const weather = await set(frost);
    expect((await diaryDay('2026-11-30'))?.off).toMatchObject({ reason: 'quarantine' });
    await end(quarantine.id, '2026-11-26');
    expect(await diaryDay('2026-11-30')).toMatchObject({
      off: { reason: 'weather', until: null },
      lessons: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
    expect(await statesOf(algebra.id)).toContain('12-01 planned');
    await end(weather.id, '2026-11-30');
    expect(await statesOf(algebra.id)).toContain('11-30 planned');
    expect(await statesOf(busyPage.id)).toContain('11-30 planned');
  });

  test('the same classes twice is refused with what stands there', async () => {
    const first = await set(off());
    const { status, reply } = await preview(off({ from: '2026-12-08', to: '2026-12-10' }));
    expect([status, reply.code]).toEqual([409, 'dayOverrides.taken']);
    expect(reply.facts).toEqual({
      field: 'from',
      from: '2026-11-26',
      to: '2026-12-08',
      kind: 'off',
      reasonCode: 'quarantine',
    });
    await end(first.id, '2026-11-26');
  });
});
