import { afterAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#platform/ids.ts';
import { today } from '../changes/testing-acts.ts';
import { aSchoolWithBells } from '../day-overrides/testing-days.ts';
import type { Weekly, WeeklyDone, WeeklyEffect, WeeklyPlace } from './contract.ts';

type Reply = WeeklyEffect & WeeklyDone & { readonly code?: string; readonly facts?: Record<string, unknown> };

const given = await aSchoolWithBells();
const { server, classId, foreignClassId, algebra, history, busyPage, substitute, roomId, lessonsOf } = given;
afterAll(() => server.stop());

const monday = '2026-11-30';
const weekly = async (from = monday) =>
  (await server.get<Weekly>('deputy', `/timetable/weekly?from=${from}`)).reply;
const placeOf = ({ pageId, weekday, cycle, number, roomId: room }: WeeklyPlace): WeeklyPlace => ({
  pageId,
  weekday,
  cycle,
  number,
  roomId: room,
});
const own = ({ cards, pages }: Weekly) => {
  const ids = new Set(pages.filter(({ group }) => group.classIds.includes(classId)).map((page) => page.id));
  return cards.filter(({ pageId }) => ids.has(pageId)).map(placeOf);
};
const preview = (body: object, { as = 'deputy', id = classId } = {}) =>
  server.post<Reply>(as, `/timetable/weekly/${id}/preview`, { body });
const put = (body: object, { as = 'deputy', id = classId, key = uuidv7() } = {}) =>
  server.put<Reply>(as, `/timetable/weekly/${id}`, { body, key });
/** Reads, changes, looks and agrees, as the page does. */
const save = async (turn: (cards: WeeklyPlace[]) => WeeklyPlace[], from = monday) => {
  const expected = own(await weekly(from));
  const body = { from, expected, cards: turn(expected) };
  const looked = await preview(body);
  const done = await put({ ...body, agreed: looked.reply.fingerprint });
  return { expected, looked: looked.reply, done };
};
const moved = (cards: WeeklyPlace[], from: Partial<WeeklyPlace>, to: Partial<WeeklyPlace>) =>
  cards.map((card) =>
    Object.entries(from).every(([key, value]) => card[key as keyof WeeklyPlace] === value)
      ? { ...card, ...to }
      : card,
  );
const counts = async () =>
  (
    await server.sql(`select (select count(*) from timetable.template where school_id = 1)::int as templates,
      (select count(*) from timetable.lesson where school_id = 1)::int as lessons,
      (select sum(version) from timetable.lesson where school_id = 1)::int as versions,
      (select sum(version) from homework.homework where school_id = 1)::int as homework`)
  )[0];

describe('the week of a class', () => {
  test('is changed from a day on: ids stay, the day before and other classes are as they were', async () => {
    const before = await lessonsOf(algebra.id);
    const others = await lessonsOf(busyPage.id, '2026-09-01', '2027-05-26');
    const { expected, looked, done } = await save((cards) =>
      moved(cards, { pageId: algebra.id, weekday: 2 }, { number: 3, roomId }),
    );
    expect(looked.clashes).toEqual([]);
    expect(done).toMatchObject({ status: 200, reply: { counts: looked.counts } });
    const after = await lessonsOf(algebra.id);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.filter(({ date }) => ['2026-11-24', '2026-12-01'].includes(date))).toMatchObject([
      { date: '2026-11-24', number: 4, starts: '11:35' },
      { date: '2026-12-01', number: 3, starts: '10:25' },
    ]);
    expect(await lessonsOf(busyPage.id, '2026-09-01', '2027-05-26')).toEqual(others);
    expect(own(await weekly('2026-11-29'))).toEqual(expect.arrayContaining(expected));
    const now = await weekly();
    expect(now.cards.filter(({ pageId }) => pageId === busyPage.id)).toHaveLength(3);
    expect(own(now)).toContainEqual({ pageId: algebra.id, weekday: 2, cycle: 'every', number: 3, roomId });
    // To the end of the year, also where there was no timetable.
    expect((await lessonsOf(algebra.id, '2027-05-01', '2027-05-26')).length).toBeGreaterThan(5);
    await save(() => expected);
    expect((await lessonsOf(algebra.id)).map(({ id, number }) => [id, number])).toEqual(
      before.map(({ id, number }) => [id, number]),
    );
  });

  test('a trial writes nothing and tells as much homework as the act then binds anew', async () => {
    await server.put('ill', `/lessons/${algebra.lessonOn('2026-11-26')}/homework`, {
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
    const expected = own(await weekly());
    const cards = expected.filter(({ pageId, weekday }) => pageId !== algebra.id || weekday !== 1);
    const before = await counts();
    const { reply } = await preview({ from: monday, expected, cards });
    expect(reply).toMatchObject({ homework: 1, counts: { added: 0 } });
    expect(reply.counts.retired).toBeGreaterThan(4);
    expect(await counts()).toEqual(before);
    const key = uuidv7();
    const body = { from: monday, expected, cards, agreed: reply.fingerprint };
    const once = await put(body, { key });
    expect(once.reply).toEqual({ counts: reply.counts, homework: 1 });
    expect(await put(body, { key })).toEqual(once);
    expect((await save(() => expected)).done.reply.homework).toBe(1);
  });

  test('a lesson with entries leaves the timetable with all it holds and comes back with it', async () => {
    const [lesson] = (await lessonsOf(history.id)).filter(({ date }) => date === '2026-12-03');
    await server.sql(
      `insert into journal.lesson_record (school_id, lesson_id, topic) values (1, '${lesson?.id ?? ''}', 'Смута') returning 1`,
    );
    const { looked, expected } = await save((cards) => cards.filter(({ pageId }) => pageId !== history.id));
    expect(looked.held).toEqual({ marks: 0, notes: 1 });
    const stateOf = async () => (await lessonsOf(history.id)).find(({ id }) => id === lesson?.id)?.state;
    expect(await stateOf()).toBe('retired');
    await save(() => expected);
    expect(await stateOf()).toBe('planned');
  });

  test('what was changed by hand and special days stay as they are', async () => {
    const lessonId = algebra.lessonOn('2026-12-07');
    const actId = uuidv7();
    await given.act(
      [await given.wanted(lessonId, { kind: 'substitution', teacherId: substitute.personId })],
      { actId },
    );
    const day = await given.set(given.off({ from: '2026-12-01', to: '2026-12-01' }));
    const { looked, expected } = await save((cards) => moved(cards, { pageId: algebra.id }, { number: 3 }));
    expect(looked.counts.byHand).toBeGreaterThan(0);
    expect(await given.lessonRow(lessonId)).toMatchObject({ number: 4, teacher: substitute.personId });
    expect(await given.lessonRow(algebra.lessonOn('2026-12-01'))).toMatchObject({ state: 'cancelled' });
    await given.end(day.id, '2026-12-01');
    // Given back, the day goes by the week that stands now.
    expect(await given.lessonRow(algebra.lessonOn('2026-12-01'))).toMatchObject({
      state: 'planned',
      number: 3,
    });
    await save(() => expected);
    await given.undo(actId);
  });

  test('a change that was to come later gives way, and is told', async () => {
    const later = await save(
      (cards) => moved(cards, { pageId: history.id, weekday: 1 }, { number: 3 }),
      '2026-12-07',
    );
    const { looked, done } = await save((cards) =>
      moved(cards, { pageId: history.id, weekday: 1 }, { weekday: 5 }),
    );
    expect(looked.later).toContain('2026-12-07');
    expect(done.status).toBe(200);
    expect((await lessonsOf(history.id)).filter(({ state }) => state === 'planned')).toEqual(
      expect.arrayContaining([expect.objectContaining({ date: '2026-12-11' })]),
    );
    expect(own(await weekly('2026-12-08'))).toEqual(own(await weekly()));
    await save(() => later.expected);
  });
});

describe('before it is written', () => {
  test('who is needed twice is named, and it is written when that is wanted', async () => {
    const { looked, done, expected } = await save((cards) =>
      moved(cards, { pageId: history.id, weekday: 1 }, { number: 4 }),
    );
    expect(looked.clashes).toMatchObject([
      { kind: 'class', name: '7Б', weekday: 1, number: 4, lessons: [{}, {}] },
    ]);
    expect(done.status).toBe(200);
    await save(() => expected);
  });

  test('of two deputies the second is told what stands now; another class is nothing to them', async () => {
    const expected = own(await weekly());
    const mine = moved(expected, { pageId: history.id, weekday: 1 }, { number: 3 });
    const { reply } = await preview({ from: monday, expected, cards: mine });
    await save((cards) => moved(cards, { pageId: algebra.id, weekday: 4 }, { number: 2 }));
    const refused = await put({ from: monday, expected, cards: mine, agreed: reply.fingerprint });
    expect([refused.status, refused.reply.code]).toEqual([409, 'weekly.changedMeanwhile']);
    const stands = (refused.reply.facts?.['cards'] ?? []) as WeeklyPlace[];
    expect(stands.map(placeOf)).toEqual(own(await weekly()));
    await save(() => expected);
    const outdated = await put({ from: monday, expected, cards: mine, agreed: 'other' });
    expect([outdated.status, outdated.reply.code]).toEqual([409, 'weekly.outdated']);
  });

  const at = { weekday: 1, cycle: 'every', number: 3, roomId: null } as const;
  test.each<[string, () => { from?: string; cards?: WeeklyPlace[] }, string]>([
    ['a day before the year', () => ({ from: '2026-08-31' }), 'weekly.outsideYear'],
    ['a page of another class', () => ({ cards: [{ pageId: busyPage.id, ...at }] }), 'weekly.unknownPage'],
    [
      'a room that is not there',
      () => ({ cards: [{ pageId: algebra.id, ...at, roomId: uuidv7() }] }),
      'weekly.unknownRoom',
    ],
    [
      'one page twice at a time',
      () => ({
        cards: [
          { pageId: algebra.id, ...at },
          { pageId: algebra.id, ...at, cycle: 'A' },
        ],
      }),
      'weekly.twice',
    ],
  ])('%s is refused', async (_, change, code) => {
    const before = await counts();
    const body = { from: monday, expected: own(await weekly()), cards: [], ...change() };
    const looked = await preview(body);
    expect([looked.status, looked.reply.code]).toEqual([422, code]);
    expect((await put({ ...body, agreed: 'x' })).reply.code).toBe(code);
    expect(await counts()).toEqual(before);
  });

  test.each([
    ['a teacher', 'ill', 403],
    ['the secretary', 'secretary', 403],
    ['a guardian', 'guardian', 404],
  ])('%s neither reads nor writes it', async (_, as, status) => {
    const body = { from: monday, expected: [], cards: [] };
    expect((await server.get(as, '/timetable/weekly')).status).toBe(status);
    expect((await preview(body, { as })).status).toBe(status);
    expect((await put({ ...body, agreed: 'x' }, { as })).status).toBe(status);
  });

  test('a class of another school is not there', async () => {
    const body = { from: monday, expected: [], cards: [] };
    expect((await preview(body, { id: foreignClassId })).status).toBe(404);
    expect((await put({ ...body, agreed: 'x' }, { id: foreignClassId })).status).toBe(404);
    expect(JSON.stringify(await weekly())).not.toContain(foreignClassId);
  });
});

test('by itself it begins on the next Monday', async () => {
  const { reply } = await server.get<Weekly>('deputy', '/timetable/weekly');
  expect([reply.today, reply.from]).toEqual([today, monday]);
});

describe('a closed period', () => {
  test('is closed for the weekly pattern too', async () => {
    await server.sql(
      `insert into journal.period_lock (school_id, id, grading_period_id, grade, locked_by)
       values (1, '${uuidv7()}', '${given.school.frame.periodIds[0] ?? ''}', null, '${given.deputy.personId}') returning 1`,
    );
    const expected = own(await weekly('2026-10-05'));
    const refused = await preview({ from: '2026-10-05', expected, cards: [] });
    expect([refused.status, refused.reply.code]).toEqual([409, 'timetable.periodLocked']);
  });
});

test('a school without a timetable begins with its year, and gets its first one', async () => {
  await server.sql(`update timetable.template set retired_at = now() where school_id = 1 returning id`);
  const { reply } = await server.get<Weekly>('deputy', '/timetable/weekly');
  expect([reply.from, reply.cards]).toEqual(['2026-09-01', []]);
  const card = { pageId: history.id, weekday: 5, cycle: 'every', number: 2, roomId } as const;
  const { done } = await save(() => [card], '2027-01-11');
  expect(done.status).toBe(200);
  expect(own(await weekly('2027-05-26'))).toEqual([card]);
  const lessons = await lessonsOf(history.id, '2027-01-11', '2027-01-17');
  const planned = lessons.filter(({ state }) => state === 'planned');
  expect(planned.map(({ date }) => date)).toEqual(['2027-01-15']);
});
