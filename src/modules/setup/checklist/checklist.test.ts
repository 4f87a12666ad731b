import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SettingsPreview } from '#modules/journal/settings-preview/contract.ts';
import { defaultSettings } from '#modules/organisation/index.ts';
import type { SetUp as Settings } from '#modules/organisation/school/contract.ts';
import { aSetUpSchool } from '../testing-setup.ts';
import type { Checklist } from './contract.ts';
import { type SetUpFacts, stepsOf } from './rules.ts';

let at: Awaited<ReturnType<typeof aSetUpSchool>>;
beforeAll(async () => {
  at = await aSetUpSchool();
});
afterAll(() => at.server.stop());

const nothing: SetUpFacts = {
  years: 0,
  periods: 0,
  gradesWithoutPeriods: 0,
  bells: 0,
  shiftsWithoutBells: 0,
  classes: 0,
  emptyClasses: 0,
  subjects: 0,
  workTypes: 0,
  staff: 0,
  classesWithoutHomeroom: 0,
  pages: 0,
  pagesWithoutTeacher: 0,
  pagesWithLessons: 0,
};
const stateOf = (facts: Partial<SetUpFacts>, step: string) =>
  stepsOf({ ...nothing, ...facts }).find((line) => line.step === step)?.state;

test.each<[string, Partial<SetUpFacts>, string, string]>([
  ['nothing yet', {}, 'classes', 'open'],
  ['classes without children', { classes: 4, emptyClasses: 1 }, 'classes', 'begun'],
  ['classes with children', { classes: 4 }, 'classes', 'done'],
  ['pages without a teacher', { pages: 9, pagesWithoutTeacher: 2 }, 'load', 'begun'],
  ['a load without a timetable', { pages: 9 }, 'timetable', 'open'],
  ['half a timetable', { pages: 9, pagesWithLessons: 5 }, 'timetable', 'begun'],
  ['every page has lessons', { pages: 9, pagesWithLessons: 9 }, 'timetable', 'done'],
  ['subjects and no kinds of work', { subjects: 9 }, 'subjects', 'open'],
])('%s', (_, facts, step, state) => {
  expect(stateOf(facts, step)).toBe(state);
});

test('the checklist counts what stands, in one statement', async () => {
  const read = () => at.server.get<Checklist>('secretary', '/set-up');
  expect(await at.server.statementsDuring(read)).toBe(1);
  const { status, reply } = await read();
  expect([status, reply.mayWrite, reply.students]).toEqual([200, false, 3]);
  expect(Object.fromEntries(reply.steps.map(({ step, state }) => [step, state]))).toEqual({
    year: 'done',
    periods: 'done',
    bells: 'done',
    classes: 'done',
    subjects: 'done',
    staff: 'begun',
    load: 'done',
    timetable: 'done',
  });
  expect((await at.server.get('teacher', '/set-up')).status).toBe(404);
});

test('rules are written as a whole, with their old values in the audit', async () => {
  const settings = async () => (await at.server.get<Settings>('admin', '/settings')).reply;
  const { school, version } = await settings();
  const body = {
    version,
    name: school.name,
    shortName: 'Школа № 12',
    settings: { ...school.settings, editWindowDays: 3 },
  };
  expect(await at.server.put('admin', '/settings', { body })).toEqual({
    status: 200,
    reply: { version: version + 1 },
  });
  expect((await settings()).school).toMatchObject({
    shortName: 'Школа № 12',
    settings: { editWindowDays: 3, retakes: 'replace' },
  });
  const sealer = new pg.Client(at.server.database.addresses.jobs);
  await sealer.connect();
  const { rows } = await sealer.query<{ subject: { changes: unknown } }>(
    // The server's own sealer may have chained the act already.
    `select subject from (select action, subject from platform.audit_pending
       union all select action, subject from platform.audit_seal) act where action = 'organisation.setSettings'`,
  );
  await sealer.end();
  expect(rows[0]?.subject.changes).toContainEqual({ field: 'editWindowDays', old: 14, new: 3 });
  const again = await at.server.put<{ code?: string }>('admin', '/settings', { body });
  expect([again.status, again.reply.code]).toEqual([409, 'organisation.changedMeanwhile']);
});

test.each([
  [
    'two lines for one grade',
    {
      homeworkLimits: [
        { from: 1, to: 4, minutes: 60 },
        { from: 4, to: 5, minutes: 90 },
      ],
    },
    422,
    'settings.gradesOverlap',
  ],
  ['a window of three years', { editWindowDays: 1000 }, 400, 'invalidInput'],
])('%s is refused', async (_, change, status, code) => {
  const { reply } = await at.server.get<Settings>('admin', '/settings');
  const { school, version } = reply;
  const body = {
    version,
    name: school.name,
    shortName: school.shortName,
    settings: { ...school.settings, ...change },
  };
  const answer = await at.server.put<{ code?: string }>('admin', '/settings', { body });
  expect([answer.status, answer.reply.code]).toEqual([status, code]);
});

test('the preview counts lessons and proposals with the rule of the journal', async () => {
  await at.marked('2026-11-23', [
    [0, 1, '5'],
    [0, 2, '4'],
    [1, 1, '2'],
  ]);
  const { averageKind, retakes, pointHoldsFive } = defaultSettings;
  const wishes = { editWindowDays: 14, reasonAfterDays: 7, averageKind, retakes, pointHoldsFive };
  const preview = async (change: object) =>
    (
      await at.server.post<SettingsPreview>('deputy', '/settings/preview', {
        body: { ...wishes, averagesPreset: 'math', minimumMarks: { oneHour: 1, moreHours: 1 }, ...change },
      })
    ).reply;
  // The window stands at three days: Saturday to Tuesday, with lessons on Monday and Tuesday (which goes on).
  const math = await preview({});
  expect(math.proposals.rows).toEqual([
    { code: '5', now: 0, wished: 1 },
    { code: '2', now: 0, wished: 1 },
    { code: 'notAssessed', now: 2, wished: 0 },
  ]);
  expect(math.window).toMatchObject({ openNow: 1, firstDay: '2026-11-10', unfilledLost: 0 });
  expect(math.window.openThen).toBeGreaterThan(4);
  // Half a mark below the line of the stricter rule.
  const strict = await preview({ averagesPreset: 'strict' });
  expect(strict.proposals.rows.find(({ code }) => code === '4')?.wished).toBe(1);
  expect(strict.proposals.rows.some(({ code }) => code === '5')).toBe(false);
  expect((await preview({ editWindowDays: 0 })).window).toMatchObject({ openThen: 0, unfilledLost: 1 });
  expect((await preview({ editWindowDays: null })).window.firstDay).toBeNull();
});
