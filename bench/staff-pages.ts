import { openBrowser, openContext } from './browser/open-browser.ts';
import { observePaint, readPaint } from './browser/paint.ts';
import { accountOf, startDemo, type DemoServer } from './harness/demo-server.ts';
import { engineAccess, type EngineAccess } from './harness/engine.ts';
import { median } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { atMost, printReport, type Report } from './harness/report.ts';
import { getJson, signIn, type Session } from './harness/session.ts';
import { dataStatementsDuring } from './harness/statement-count.ts';

// Every page of the staff area at 1440 × 900, cold: the largest paint, and the statements it asks for.

const options = readOptions();

type Place = { readonly role: string; readonly path: string };
type Seen = Place & { readonly paintMs: number; readonly statements: readonly string[] };

async function measure(server: DemoServer, engine: EngineAccess): Promise<Report> {
  const seen: Seen[] = [];
  for (const role of ['teacher', 'deputyHead', 'secretary', 'schoolAdmin'] as const) {
    const session = await signIn(server.url, accountOf(server, role));
    for (const path of await pagesOf(session, role)) seen.push(await look({ session, role, path, engine }));
  }
  const slowest = Math.max(...seen.map(({ paintMs }) => paintMs));
  const most = Math.max(...seen.map(({ statements }) => statements.length));
  return {
    name: 'staff-pages',
    about: `${seen.length} pages of the staff area, 1440 × 900, 1x processor, cold, median of ${options.rounds}`,
    rows: seen.map(({ role, path, paintMs, statements }) => ({
      role,
      path: path.replaceAll(/[\da-f]{8}-[\da-f-]{27}/gu, '…'),
      'largest paint ms': Math.round(paintMs),
      statements: statements.length,
    })),
    figures: [
      { what: 'largest paint of the slowest page', value: slowest, unit: 'ms', bar: atMost(1000) },
      { what: 'data statements of a page, at most', value: most, unit: '', bar: atMost(3) },
    ],
    notes: seen
      .filter(({ statements }) => statements.length > 3)
      .map(({ path, statements }) => `${path}: ${statements.join(', ')}`),
  };
}

type Look = Place & { readonly session: Session; readonly engine: EngineAccess };

async function look({ session, role, path, engine }: Look): Promise<Seen> {
  const paints: number[] = [];
  for (let run = 0; run < options.rounds; run += 1) paints.push(await paintOf(session, path));
  const all = await dataStatementsDuring(engine, async () => {
    await paintOf(session, path);
  });
  return {
    role,
    path,
    paintMs: median(paints),
    statements: all.filter(
      (name) => !name.startsWith('identity.rights') && !name.startsWith('identity.session'),
    ),
  };
}

async function paintOf(session: Session, path: string): Promise<number> {
  const browser = await openBrowser();
  try {
    const page = await (await openContext(browser, session, 1440)).newPage();
    await observePaint(page);
    await page.goto(`${session.url}${path}`, { waitUntil: 'load' });
    await page.locator('.staff-waiting').waitFor({ state: 'detached' });
    await page.waitForTimeout(700);
    return (await readPaint(page)).largestPaintMs;
  } finally {
    await browser.close();
  }
}

type Listed = { readonly id: string };

/** The pages somebody of this role opens in the first school. */
async function pagesOf(session: Session, role: string): Promise<readonly string[]> {
  const api = '/api/schools/1';
  if (role === 'teacher') {
    const { pages } = await getJson<{ pages: Listed[] }>(session, `${api}/journal-pages`);
    return ['/day/1', '/journal', `/journal/1/${pages[0]?.id ?? ''}`, '/timetable/1'];
  }
  const { classes } = await getJson<{ classes: Listed[] }>(session, `${api}/classes`);
  const ofClass = classes.at(-1)?.id ?? '';
  if (role === 'deputyHead') {
    const homeroom = `/homeroom/1/${ofClass}`;
    const control = ['/control/1', '/control/1/lessons', '/control/1/periods'];
    return [
      ...control,
      '/timetable/1/day',
      '/timetable/1/absence',
      '/timetable/1/special-days',
      `/timetable/1/weekly?class=${ofClass}`,
      homeroom,
      `${homeroom}/absences`,
      `${homeroom}/contacts`,
    ];
  }
  if (role === 'schoolAdmin') {
    const setUp = ['', '/year', '/bells', '/subjects', '/scales', '/settings'].map(
      (part) => `/school/1${part}`,
    );
    const files = ['/import/1', '/import/1/people', '/import/1/timetable'];
    return [...setUp, ...files, '/access/1/staff', '/consents/1/purposes'];
  }
  const { people } = await getJson<{ people: Listed[] }>(session, `${api}/people?kind=student&limit=1`);
  const inClass = `/people/1/classes/${ofClass}`;
  const card = `/people/1/persons/${people[0]?.id ?? ''}`;
  const lists = ['/people/1', '/people/1/classes', inClass, `${inClass}/subgroups`];
  const ofAccess = [`/access/1/classes/${ofClass}`, '/requests/1', `/consents/1/classes/${ofClass}`];
  return [...lists, card, '/people/1/admission', '/people/1/load', ...ofAccess];
}

const server = await startDemo(options);
try {
  printReport(await measure(server, await engineAccess(options.data)), options);
} finally {
  await server.stop();
}
