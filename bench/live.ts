import type { Page } from '@playwright/test';
import { columnTexts, latestOpenColumn, openJournal, pointAt } from './browser/journal-page.ts';
import { openBrowser, openContext } from './browser/open-browser.ts';
import { accountOf, startDemo, type DemoServer } from './harness/demo-server.ts';
import { connected, engineAccess } from './harness/engine.ts';
import { ownPage, type OwnPage } from './harness/journal.ts';
import { quantile } from './harness/median.ts';
import { readOptions, wholeNumber } from './harness/options.ts';
import { atMost, printReport, type Report } from './harness/report.ts';
import { signIn } from './harness/session.ts';

// A teacher presses a key in the journal; how long until the guardian's open diary shows it, without a reload.

const options = readOptions(['marks']);
const marks = wholeNumber('marks', options.own.marks ?? '20');
const patienceMs = 10_000;

async function measure(server: DemoServer): Promise<Report> {
  const teacher = await signIn(server.url, accountOf(server, 'teacher'));
  const own = await ownPage(teacher);
  const { login, studentId } = await guardianOn(own);
  const password = server.accounts[0]?.password ?? '';
  const guardian = await signIn(server.url, { role: 'guardian', login, password });
  const browsers = [await openBrowser(), await openBrowser()] as const;
  try {
    const desk = await (await openContext(browsers[0], teacher, 1440)).newPage();
    const phone = await (await openContext(browsers[1], guardian, 360)).newPage();
    const week = `/diary/${own.schoolId}/${studentId}/week/${lastHeld(own)}`;
    await phone.goto(`${server.url}${week}`, { waitUntil: 'load' });
    await openJournal(desk, server.url, own);
    await Promise.all([noteKeys(desk), noteChanges(phone)]);
    // The streams of both pages stand a moment after they are shown.
    await phone.waitForTimeout(2_000);
    const row = own.page.students.findIndex(([id]) => id === studentId);
    const column = await latestOpenColumn(desk, row);
    let reloads = 0;
    phone.on('framenavigated', () => {
      reloads += 1;
    });
    const delays: number[] = [];
    for (let at = 0; at < marks; at += 1) {
      await pointAt(desk, { row, column });
      const before = await shownCount(phone);
      const [value] = (await columnTexts(desk, column)).slice(row, row + 1);
      await desk.keyboard.press(value?.includes('4') === true ? '5' : '4');
      const shown = await nextShown(phone, before);
      delays.push(shown - (await lastKey(desk)));
      await desk.waitForTimeout(300);
    }
    return {
      name: 'live',
      about: `${marks} marks, each from the key in the teacher's Chromium to the change on the guardian's open diary in another`,
      rows: [],
      figures: [
        { what: 'key to the family, p50', value: quantile(delays, 0.5), unit: 'ms', bar: null },
        { what: 'key to the family, at most', value: Math.max(...delays), unit: 'ms', bar: atMost(1000) },
        { what: 'reloads of the diary', value: reloads, unit: '', bar: atMost(0) },
      ],
      notes: [`each: ${delays.map((ms) => Math.round(ms)).join(', ')} ms`],
    };
  } finally {
    for (const browser of browsers) await browser.close();
  }
}

/** Moments by the machine's clock, which both browsers share. */
async function noteKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => Object.assign(globalThis, { partaKeyAt: performance.timeOrigin + timeStamp }),
      true,
    );
  });
}

function lastKey(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { partaKeyAt: number }).partaKeyAt);
}

/** Notes the frame after each change of what the diary says, the clock on the page left out. */
async function noteChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown: number[] = [];
    Object.assign(globalThis, { partaShown: shown });
    const text = () =>
      [...document.querySelectorAll('main .lesson')].map((lesson) => lesson.textContent).join('|');
    let last = text();
    new MutationObserver(() => {
      const now = text();
      if (now === last) return;
      last = now;
      requestAnimationFrame(() => shown.push(performance.timeOrigin + performance.now()));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function shownCount(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { partaShown: number[] }).partaShown.length);
}

async function nextShown(page: Page, before: number): Promise<number> {
  const shown = await page.waitForFunction(
    (count) => (globalThis as unknown as { partaShown: number[] }).partaShown[count] ?? null,
    before,
    { timeout: patienceMs, polling: 20 },
  );
  const at = await shown.jsonValue();
  if (at === null) throw new Error('the diary showed no change');
  return at;
}

/** The day of the page's last lesson that has begun: the column a teacher marks in. */
function lastHeld({ page: { lessons, today, time } }: OwnPage): string {
  const held = lessons.filter(
    ({ date, starts, state }) =>
      state === 'planned' && (date < today || (date === today && (starts ?? '24:00') <= time)),
  );
  return held.at(-1)?.date ?? today;
}

async function guardianOn({ schoolId, page }: OwnPage): Promise<{ login: string; studentId: string }> {
  const { superuser } = await engineAccess(options.data);
  const found = await connected(superuser, async (client) => {
    const { rows } = await client.query<{ login: string; studentId: string }>(guardianOfOne, [
      schoolId,
      page.students.filter(([, , , , lastDay]) => lastDay === null).map(([id]) => id),
    ]);
    return rows[0];
  });
  if (!found) throw new Error('no student of the page has a guardian with an account');
  return found;
}

// A guardian whose only ward is one of these students; by guardianship_student.
const guardianOfOne = `
  select acc.login, g.student_id as "studentId"
  from roster.guardianship g
  join directory.account_person ap on ap.school_id = g.school_id and ap.person_id = g.guardian_id
  join directory.account acc on acc.id = ap.account_id
  where g.school_id = $1 and g.student_id = any ($2::uuid[]) and g.end_date is null and 'marks' = any (g.scope)
    and (select count(*) from roster.guardianship o
         where o.school_id = g.school_id and o.guardian_id = g.guardian_id) = 1
  order by acc.login limit 1`;

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  await server.stop();
}
