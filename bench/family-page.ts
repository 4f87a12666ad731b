import { countBytes, workerScripts, type Transferred } from './browser/count-bytes.ts';
import {
  openBrowser,
  openContext,
  slow4G,
  slow4GOneRoundTrip,
  slowDown,
  type Network,
} from './browser/open-browser.ts';
import { observePaint, readPaint, type Paint } from './browser/paint.ts';
import { accountOf, startDemo } from './harness/demo-server.ts';
import { median } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { atMost, printReport, type Report } from './harness/report.ts';
import { signIn, type Session } from './harness/session.ts';

// The family's first page in a fresh Chromium of a phone's width, on slow 4G with a four times slower processor.

const slowCpu = 4;
const kilobyte = 1024;

const options = readOptions(['path']);
type Visit = Paint & { readonly transferred: Transferred; readonly address: string };

async function measure(session: Session): Promise<Report> {
  const runs = options.rounds + 2;
  const lighthouse = await visits(session, { network: slow4G, cpu: slowCpu, runs });
  const oneTrip = await visits(session, { network: slow4GOneRoundTrip, cpu: slowCpu, runs });
  const requests = lighthouse.at(-1)?.transferred.requests ?? [];
  const kilobytes = (kind?: string) =>
    requests
      .filter((request) => kind === undefined || request.kind === kind)
      .reduce((sum, { bytes }) => sum + bytes, 0) / kilobyte;
  const of = (all: readonly Visit[], key: keyof Paint) => median(all.map((visit) => visit[key]));
  return {
    name: 'family-page',
    about: `${lighthouse[0]?.address ?? ''} of a guardian, 360 × 640, ${slowCpu}x slower processor, cold, median of ${runs}`,
    rows: [...requests]
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ path, kind, bytes, encoding }) => ({ path, kind, bytes, encoding })),
    figures: [
      { what: 'script', value: kilobytes('Script'), unit: 'KB', bar: atMost(30) },
      { what: 'everything', value: kilobytes(), unit: 'KB', bar: atMost(100) },
      {
        what: `largest paint, ${slow4G.name}`,
        value: of(lighthouse, 'largestPaintMs'),
        unit: 'ms',
        bar: atMost(1500),
      },
      {
        what: `largest paint, ${slow4GOneRoundTrip.name}`,
        value: of(oneTrip, 'largestPaintMs'),
        unit: 'ms',
        bar: null,
      },
      { what: 'first paint', value: of(lighthouse, 'firstPaintMs'), unit: 'ms', bar: null },
      { what: 'first byte', value: of(lighthouse, 'firstByteMs'), unit: 'ms', bar: null },
      {
        what: 'layout shift',
        value: Math.max(...lighthouse.map(({ layoutShift }) => layoutShift)),
        unit: '',
        bar: atMost(0.02),
      },
      {
        what: 'tap on a lesson to next paint',
        value: of(oneTrip, 'interactionMs'),
        unit: 'ms',
        bar: atMost(200),
      },
      { what: 'requests', value: requests.length, unit: '', bar: null },
    ],
    notes: [
      'bytes include the heads of the answers and the script of the shared worker',
      'the two lines differ in how long a request waits: 562 ms is how Lighthouse gives 150 ms of round trip to a browser',
    ],
  };
}

async function visits(
  session: Session,
  at: { readonly network: Network; readonly cpu: number; readonly runs: number },
): Promise<readonly Visit[]> {
  const seen: Visit[] = [];
  for (let run = 0; run < at.runs; run += 1) {
    const browser = await openBrowser();
    try {
      const context = await openContext(browser, session, 360);
      seen.push(
        await visit(context, { ...at, url: session.url, path: options.own.path ?? diaryOf(session) }),
      );
    } finally {
      await browser.close();
    }
  }
  return seen;
}

async function visit(
  context: Awaited<ReturnType<typeof openContext>>,
  at: { readonly url: string; readonly path: string; readonly network: Network; readonly cpu: number },
): Promise<Visit> {
  const page = await context.newPage();
  await observePaint(page);
  const devtools = await slowDown(page, at);
  const transferred = countBytes(devtools);
  await page.goto(`${at.url}${at.path}`, { waitUntil: 'load' });
  await page.waitForTimeout(2_500);
  // The list of the first visit, before the tap can load anything.
  const requests = [
    ...transferred.requests.map((request) => ({ ...request })),
    ...(await workerScripts(page)),
  ];
  const address = new URL(page.url()).pathname;
  const { largestPaintMs } = await readPaint(page);
  await page.locator('main .lesson a').filter({ visible: true }).first().tap();
  await page.waitForTimeout(700);
  return { ...(await readPaint(page)), largestPaintMs, transferred: { requests }, address };
}

/** The page a guardian has bookmarked: the week of the first student. */
function diaryOf({ persons, account }: Session): string {
  for (const { schoolId, students } of persons) {
    const [student] = students;
    if (student) return `/diary/${schoolId}/${student.studentId}`;
  }
  throw new Error(`${account.login} has no student of their own.`);
}

const server = await startDemo(options);
try {
  const session = await signIn(server.url, accountOf(server, 'guardian', 'student'));
  printReport(await measure(session), options);
} finally {
  await server.stop();
}
