import type { CDPSession, Page } from '@playwright/test';
import { columnTexts, focusedPlace, latestOpenColumn, openJournal } from './browser/journal-page.ts';
import { scrollFrames, timeKeys } from './browser/key-frames.ts';
import { openBrowser, openContext, slowDown } from './browser/open-browser.ts';
import { startDemo, type DemoServer } from './harness/demo-server.ts';
import { connected, engineAccess } from './harness/engine.ts';
import { ownPage } from './harness/journal.ts';
import { quantile } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { atMost, printReport, type Report } from './harness/report.ts';
import { signIn, type Session } from './harness/session.ts';

// Marks typed down a column of the largest class in the real page: keystrokes, key to frame, frames while scrolling.

const options = readOptions(['pause']);
/** Between two keys, as a quick typist: 8 keys a second. */
const pauseMs = Number(options.own.pause ?? 120);
const slowFrameMs = 25;

type Typing = {
  readonly students: number;
  readonly marks: number;
  readonly keystrokes: number;
  readonly keys: readonly number[];
  readonly frames: readonly number[];
  readonly savedAfterMs: number;
  /** Milliseconds of the page's main thread a key took, by kind. */
  readonly work: Work;
};

async function measure(server: DemoServer): Promise<Report> {
  const session = await signIn(server.url, await teacherOfLargestClass(server));
  const normal = await typeDown(session, 1);
  const slow = await typeDown(session, 4);
  const slowFrames = ({ frames }: Typing) =>
    (100 * frames.filter((gap) => gap > slowFrameMs).length) / frames.length;
  return {
    name: 'journal-keys',
    about: `one mark each for ${normal.students} students, typed down one column at ${Math.round(1000 / pauseMs)} keys a second, 1440 × 900`,
    rows: [['1x', normal] as const, ['4x slower', slow] as const].map(
      ([processor, { keys, frames, marks, savedAfterMs, work }]) => ({
        processor,
        marks,
        'key to frame p50': quantile(keys, 0.5),
        p95: quantile(keys, 0.95),
        max: Math.max(...keys),
        'scroll frame p50': quantile(frames, 0.5),
        'p99 ': quantile(frames, 0.99),
        'saved after': savedAfterMs,
        'a key: script': work.script,
        style: work.style,
        layout: work.layout,
        'all work': work.all,
      }),
    ),
    figures: [
      {
        what: `keystrokes for ${normal.marks} marks`,
        value: normal.keystrokes,
        unit: '',
        bar: atMost(normal.marks + 1),
      },
      {
        what: 'marks missing in the column',
        value: normal.students - normal.marks,
        unit: '',
        bar: atMost(0),
      },
      { what: 'key to frame p95, 1x', value: quantile(normal.keys, 0.95), unit: 'ms', bar: atMost(32) },
      { what: 'key to frame p95, 4x slower', value: quantile(slow.keys, 0.95), unit: 'ms', bar: atMost(100) },
      {
        what: `frames over ${slowFrameMs} ms while scrolling, 1x`,
        value: slowFrames(normal),
        unit: '%',
        bar: atMost(0),
      },
      {
        what: `frames over ${slowFrameMs} ms while scrolling, 4x`,
        value: slowFrames(slow),
        unit: '%',
        bar: atMost(5),
      },
    ],
    notes: [
      'milliseconds; a frame of 60 a second lasts 16.7 ms, and a key waits for the next one',
      'work is that of the main thread, saving included',
    ],
  };
}

async function typeDown(session: Session, cpu: number): Promise<Typing> {
  const browser = await openBrowser();
  try {
    const context = await openContext(browser, session, 1440);
    const page = await context.newPage();
    const start = await openJournal(page, session.url, await ownPage(session));
    await page.waitForTimeout(1_000);
    const devtools = await slowDown(page, { network: null, cpu });
    await devtools.send('Performance.enable');
    const column = await latestOpenColumn(page, start.row);
    const saves = savedMarks(page);
    const keyed = await timeKeys(page);
    let keystrokes = 0;
    const press = async (key: string) => {
      await page.keyboard.press(key);
      keystrokes += 1;
      await page.waitForTimeout(pauseMs);
    };
    for (let at = start.column; at !== column; at += column < at ? -1 : 1) {
      await press(column < at ? 'ArrowLeft' : 'ArrowRight');
    }
    const before = await columnTexts(page, column);
    const workBefore = await workSoFar(devtools);
    const value = before[0]?.includes('4') === true ? '5' : '4';
    const students = before.length;
    let typed = 0;
    for (let place = await focusedPlace(page); typed < students; typed += 1) {
      if (place === null) break;
      await press(value);
      const next = await focusedPlace(page);
      if (next?.row === place.row) break;
      place = next;
    }
    const began = performance.now();
    const marks = (await columnTexts(page, column)).filter((text) => text.includes(value)).length;
    await saves.settled();
    const savedAfterMs = performance.now() - began;
    const workAfter = await workSoFar(devtools);
    const ofKey = (kind: keyof Work) => ((workAfter[kind] - workBefore[kind]) * 1000) / keystrokes;
    const work = {
      script: ofKey('script'),
      style: ofKey('style'),
      layout: ofKey('layout'),
      all: ofKey('all'),
    };
    const keys = await keyed.read();
    const frames = await scrollFrames(page, '.sheet-of-marks');
    return { students, marks, keystrokes, keys, frames, savedAfterMs, work };
  } finally {
    await browser.close();
  }
}

type Work = Readonly<Record<'script' | 'style' | 'layout' | 'all', number>>;

/** Seconds the main thread has worked since the page began. */
async function workSoFar(devtools: CDPSession): Promise<Work> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    script: of('ScriptDuration'),
    style: of('RecalcStyleDuration'),
    layout: of('LayoutDuration'),
    all: of('TaskDuration'),
  };
}

/** Follows the page's writes; `settled` resolves when none has been under way for a second. */
function savedMarks(page: Page) {
  let underWay = 0;
  let last = performance.now();
  const isWrite = (method: string) => method === 'PUT' || method === 'POST';
  page.on('request', (request) => {
    if (isWrite(request.method())) underWay += 1;
  });
  const ended = (method: string) => {
    if (!isWrite(method)) return;
    underWay -= 1;
    last = performance.now();
  };
  page.on('requestfinished', (request) => ended(request.method()));
  page.on('requestfailed', (request) => ended(request.method()));
  return {
    async settled() {
      while (underWay > 0 || performance.now() - last < 1_000) await page.waitForTimeout(50);
    },
  };
}

async function teacherOfLargestClass(server: DemoServer) {
  const { superuser } = await engineAccess(options.data);
  const login = await connected(superuser, async (client) => {
    const { rows } = await client.query<{ login: string }>(largestPage, [server.schoolNow]);
    return rows[0]?.login ?? '';
  });
  return { role: 'teacher', login, password: server.accounts[0]?.password ?? '' };
}

// The teacher of the fullest group that had a lesson in the last days; read once, over one school.
const largestPage = `
  select acc.login
  from roster.teaching_assignment a
  join lateral (select count(*) as students from roster.group_membership m
                where m.school_id = 1 and m.group_id = a.group_id and m.end_date is null) g on true
  join roster.assignment_teacher t on t.school_id = 1 and t.assignment_id = a.id and t.end_date is null
  join directory.account_person ap on ap.school_id = 1 and ap.person_id = t.staff_id
  join directory.account acc on acc.id = ap.account_id
  where a.school_id = 1 and a.scale_id is not null and exists (
    select from timetable.lesson l where l.school_id = 1 and l.assignment_id = a.id and l.state = 'planned'
      and l.date between $1::timestamptz::date - 5 and $1::timestamptz::date - 1)
  order by g.students desc, acc.login limit 1`;

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  await server.stop();
}
