import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bells } from '#modules/organisation/bells/contract.ts';
import type { Years } from '#modules/organisation/years/contract.ts';
import type { JournalPage } from '#modules/journal/pages/contract.ts';
import { uuidv7 } from '#platform/ids.ts';
import { aSetUpSchool } from '../testing-setup.ts';

type SetUp = Awaited<ReturnType<typeof aSetUpSchool>>;
type Answer = {
  readonly version?: number;
  readonly lessonsOff?: number;
  readonly lessonsGone?: number;
  readonly lessonsBack?: number;
  readonly lessonsMoved?: number;
  readonly code?: string;
};

let at: SetUp;
beforeAll(async () => {
  at = await aSetUpSchool();
});
afterAll(() => at.server.stop());

const standing = async () => {
  const { reply } = await at.server.get<Years>('deputy', '/years');
  const [year] = reply.years;
  if (!year) throw new Error('the school has a year');
  const { id, name: _, ...body } = year;
  return { id, body };
};
const put = (id: string, body: unknown, as = 'deputy') => at.server.put<Answer>(as, `/years/${id}`, { body });
const autumn = (startDate: string, endDate: string) => ({
  name: 'Осенние каникулы',
  startDate,
  endDate,
  grades: null,
});

describe('the academic year', () => {
  test('lessons that fall into new breaks leave the timetable, and come back with their ids and entries', async () => {
    const { id, body } = await standing();
    const monday = await at.marked('2026-11-30', [[0, 1, '5']]);
    const lessons = () =>
      at.server.sql(`select id, date::text as date, state, starts::text as starts from timetable.lesson
        where school_id = 1 and assignment_id = '${at.algebra.id}' and date between '2026-11-30' and '2026-12-06' order by date`);
    const states = async () => ((await lessons()) as { state: string }[]).map(({ state }) => state);
    const before = await lessons();
    // Monday to Sunday: lessons on Monday, Tuesday and Thursday.
    const answer = await put(id, { ...body, breaks: [autumn('2026-11-30', '2026-12-06')] });
    expect(answer).toEqual({
      status: 200,
      reply: { version: body.version + 1, lessonsGone: 3, lessonsBack: 0, lessonsOff: 0 },
    });
    expect((await standing()).body.breaks).toEqual([autumn('2026-11-30', '2026-12-06')]);
    expect(await states()).toEqual(['retired', 'retired', 'retired']);
    const { reply: page } = await at.server.get<JournalPage>('teacher', `/journal-pages/${at.algebra.id}`);
    // What was entered stays to be read.
    expect(page.lessons.filter(({ state }) => state === 'retired').map((one) => one.id)).toEqual([monday]);
    expect(await put(id, { ...body, version: body.version + 1, breaks: [] })).toMatchObject({
      reply: { lessonsGone: 0, lessonsBack: 3, lessonsOff: 0 },
    });
    expect(await lessons()).toEqual(before);
  });

  test('in a closed period lessons stay, and so does the year', async () => {
    const { id, body } = await standing();
    await at.server.sql(`insert into journal.period_lock (school_id, id, grading_period_id, locked_by)
      values (1, '${uuidv7()}', '${at.school.frame.periodIds[1]}', '${at.people.deputy.personId}')`);
    const answer = await put(id, { ...body, breaks: [autumn('2026-11-30', '2026-12-06')] });
    await at.server.sql('update journal.period_lock set unlocked_at = now() where school_id = 1');
    expect([answer.status, answer.reply.code]).toEqual([409, 'timetable.periodLocked']);
    expect((await standing()).body).toEqual(body);
  });

  test('who saw an older year is told, and nothing is lost', async () => {
    const { id, body } = await standing();
    const stale = await put(id, {
      ...body,
      version: body.version - 1,
      breaks: [autumn('2026-12-01', '2026-12-02')],
    });
    expect([stale.status, stale.reply.code]).toEqual([409, 'organisation.changedMeanwhile']);
    expect((await standing()).body.breaks).toEqual([]);
  });

  test('periods move and keep their ids: final marks hang on them', async () => {
    const ids = () =>
      at.server.sql(
        'select id, end_date from organisation.grading_period where school_id = 1 and ordinal = 1',
      );
    const before = (await ids())[0] as { id: string };
    const { id, body } = await standing();
    const schemes = body.schemes.map((one) => ({
      ...one,
      periods: one.periods.map((span, index) => (index === 0 ? { ...span, endDate: '2026-10-23' } : span)),
    }));
    expect((await put(id, { ...body, schemes })).status).toBe(200);
    expect(await ids()).toEqual([{ id: before.id, end_date: '2026-10-23' }]);
  });

  test('grades go to trimesters; those with final marks stay', async () => {
    const { id, body } = await standing();
    const [quarters] = body.schemes;
    if (!quarters) throw new Error('the year has quarters');
    const trimesters = {
      id: uuidv7(),
      kind: 'trimester',
      grades: [5, 6],
      periods: [
        { startDate: '2026-09-01', endDate: '2026-11-30' },
        { startDate: '2026-12-01', endDate: '2027-02-28' },
        { startDate: '2027-03-01', endDate: '2027-05-26' },
      ],
    };
    const grades = quarters.grades.filter((grade) => ![5, 6].includes(grade));
    expect((await put(id, { ...body, schemes: [{ ...quarters, grades }, trimesters] })).status).toBe(200);
    await at.server
      .sql(`insert into journal.final_mark (school_id, student_id, subject_id, grading_period_id, kind, value, author_id, updated_at, version)
      select 1, '${at.seventh.students[0]}', '${at.algebra.subjectId}', p.id, 'period', '5', '${at.people.teacher.personId}', now(), 1
      from organisation.grading_period p where p.school_id = 1 and p.ordinal = 1 and p.scheme_id = '${quarters.id}'`);
    const now = await standing();
    const without = now.body.schemes.map((one) => ({
      ...one,
      grades: one.grades.filter((grade) => grade !== 7),
    }));
    const refused = await put(id, { ...now.body, schemes: without });
    expect([refused.status, refused.reply.code]).toEqual([409, 'year.schemeHasMarks']);
    const eighth = now.body.schemes.map((one) => ({
      ...one,
      grades: one.grades.filter((grade) => grade !== 8),
    }));
    expect((await put(id, { ...now.body, schemes: eighth })).status).toBe(200);
  });

  test.each([
    [
      'a scheme of another kind under its id',
      'year.schemeKept',
      (body: Years['years'][number]) => ({
        schemes: body.schemes.map((one) => ({ ...one, kind: 'module' })),
      }),
    ],
    ['a year that ends before it begins', 'year.endsBeforeBegins', () => ({ endDate: '2026-08-01' })],
    [
      'a break outside the year',
      'year.breakOutsideYear',
      () => ({ breaks: [autumn('2027-06-01', '2027-06-09')] }),
    ],
  ])('%s is refused', async (_, code, change) => {
    const { id, body } = await standing();
    const { status, reply } = await put(id, { ...body, ...change({ id, name: '', ...body }) });
    expect([status, reply.code]).toEqual([422, code]);
  });

  test('the next year is made beside it; one over the same days is not', async () => {
    const { body } = await standing();
    const next = { startDate: '2027-09-01', endDate: '2028-05-26', breaks: [] };
    const schemes = [
      {
        id: uuidv7(),
        kind: 'halfYear',
        grades: [10],
        periods: [
          { startDate: '2027-09-01', endDate: '2027-12-30' },
          { startDate: '2028-01-10', endDate: '2028-05-26' },
        ],
      },
    ];
    expect(await put(uuidv7(), { version: 0, ...next, schemes })).toEqual({
      status: 200,
      reply: { version: 1, lessonsGone: 0, lessonsBack: 0, lessonsOff: 0 },
    });
    const over = await put(uuidv7(), {
      ...body,
      version: 0,
      schemes: body.schemes.map((one) => ({ ...one, id: uuidv7() })),
    });
    expect([over.status, over.reply.code]).toEqual([422, 'year.overlapsYear']);
  });

  test.each([
    ['secretary', 403],
    ['teacher', 404],
    ['guardian', 404],
    ['stranger', 404],
  ])('%s writes no year: %i', async (who, status) => {
    const { id, body } = await standing();
    expect((await put(id, body, who)).status).toBe(status);
  });
});

describe('bells', () => {
  const bells = async () => (await at.server.get<Bells>('admin', '/bell-schedules')).reply.schedules;
  const times = (starts: string, ends: string) => [{ number: 4, starts, ends }];
  const write = (id: string, body: unknown, as = 'admin') =>
    at.server.put<Answer>(as, `/bell-schedules/${id}`, { body });
  const lesson = async (date: string) =>
    (
      await at.server.sql(
        `select starts, ends from timetable.lesson where id = '${at.algebra.lessonOn(date)}'`,
      )
    )[0];

  test('lessons of tomorrow and later take the new times, those held keep theirs', async () => {
    const [usual] = await bells();
    if (!usual) throw new Error('the school has bells');
    const { id, ...body } = usual;
    const answer = await write(id, { ...body, bells: times('11:50', '12:30') });
    expect([answer.status, answer.reply.version]).toEqual([200, 2]);
    expect(answer.reply.lessonsMoved).toBeGreaterThan(10);
    expect(await lesson('2026-11-24')).toEqual({ starts: '11:35:00', ends: '12:15:00' });
    expect(await lesson('2026-11-26')).toEqual({ starts: '11:50:00', ends: '12:30:00' });
  });

  test('a day with bells of its own is not touched by the usual ones', async () => {
    const special = uuidv7();
    expect(
      await write(special, {
        version: 0,
        name: 'Сокращённые',
        shift: 1,
        isUsual: false,
        bells: times('10:30', '11:00'),
      }),
    ).toMatchObject({
      status: 200,
      reply: { lessonsMoved: 0 },
    });
    await at.server
      .sql(`insert into organisation.calendar_day (school_id, date, scope, scope_id, off, bell_schedule_id)
      values (1, '2026-12-03', 'school', '', false, '${special}')`);
    expect(
      await write(special, {
        version: 1,
        name: 'Сокращённые',
        shift: 1,
        isUsual: false,
        bells: times('10:40', '11:10'),
      }),
    ).toMatchObject({
      reply: { lessonsMoved: 1 },
    });
    expect(await lesson('2026-12-03')).toEqual({ starts: '10:40:00', ends: '11:10:00' });
    const [usual] = await bells();
    const { id, ...body } = usual ?? { id: '' };
    await write(id, { ...body, bells: times('11:35', '12:15') });
    expect(await lesson('2026-12-03')).toEqual({ starts: '10:40:00', ends: '11:10:00' });
    expect(await lesson('2026-12-01')).toEqual({ starts: '11:35:00', ends: '12:15:00' });
  });

  test.each([
    ['a second usual schedule of the shift', { isUsual: true }, 409, 'bells.usualTaken'],
    ['an end before the beginning', { bells: times('12:00', '11:00') }, 422, 'bells.endsBeforeBegins'],
    ['an unknown version', { version: 7 }, 409, 'organisation.changedMeanwhile'],
  ])('%s is refused', async (_, change, status, code) => {
    const body = {
      version: 0,
      name: 'Ещё одни',
      shift: 1,
      isUsual: false,
      bells: times('10:00', '10:40'),
      ...change,
    };
    const answer = await write(uuidv7(), body);
    expect([answer.status, answer.reply.code]).toEqual([status, code]);
  });

  test('a time that is none is named by its field', async () => {
    const body = { version: 0, name: 'Ещё', shift: 1, isUsual: false, bells: times('25:00', '26:00') };
    const { status, reply } = await write(uuidv7(), body);
    expect([status, JSON.stringify(reply)]).toEqual([400, expect.stringContaining('starts')]);
  });
});
