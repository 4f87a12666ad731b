import { journalFence, pageReach } from '#modules/journal/pages/policy.ts';
import type { JournalPage } from '#modules/journal/pages/contract.ts';
import { pageStatement } from '#modules/journal/pages/queries.ts';
import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import { mostBuffers } from './harness/buffers.ts';
import { cpuOfEngine } from './harness/cpu.ts';
import { startDemo, type DemoServer } from './harness/demo-server.ts';
import { connected, engineAccess, type EngineAccess } from './harness/engine.ts';
import { median } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { runDirectly } from './harness/pgbench.ts';
import { atLeast, atMost, printReport, type Report } from './harness/report.ts';
import { getJson, signIn } from './harness/session.ts';
import { dataStatementsDuring } from './harness/statement-count.ts';
import { takeTurn, turnRow, type Turn } from './harness/turns.ts';
import type { PlannedRequest } from './load/plan.ts';

// A journal page of about 25 students and 24 lessons, against pgbench with the same SQL on four connections.

const pagesMeasured = 12;
const directClients = 4;

const options = readOptions(['connections']);
const connections = Number(options.own.connections ?? 4);
type PageReading = {
  readonly request: PlannedRequest;
  readonly fence: Fence;
  readonly values: readonly unknown[];
  readonly page: JournalPage;
};

async function measure(server: DemoServer): Promise<Report> {
  const engine = await engineAccess(options.data);
  const readings = await pageReadings(server, engine);
  const valueSets = readings.map(({ values }) => values);
  const requests = readings.map(({ request }) => request);
  const turns: { direct: number; ours: Turn; ratio: number }[] = [];
  let by = '';
  let directCpu = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    const before = cpuOfEngine(engine.folder.cluster);
    const direct = await runDirectly(engine.superuser, pageStatement, {
      valueSets,
      clients: directClients,
      seconds: options.seconds + 1,
    });
    directCpu = (cpuOfEngine(engine.folder.cluster) - before) / (direct.perSecond * (options.seconds + 1));
    by = direct.by;
    const ours = await takeTurn(
      {
        name: 'ours',
        pid: server.pid,
        plan: () => ({
          port: server.port,
          connections,
          warmSeconds: 1.5,
          seconds: options.seconds,
          traffic: { kind: 'repeat', requests },
        }),
      },
      engine.folder.cluster,
    );
    turns.push({ direct: direct.perSecond, ours, ratio: ours.perSecond / direct.perSecond });
  }
  const statements = await dataStatementsDuring(engine, async () => {
    for (const { path, headers } of requests) await fetch(`${server.url}${path}`, { headers });
  });
  const ofPages = statements.filter((name) => !name.startsWith('identity.'));
  const ratio = median(turns.map((turn) => turn.ratio));
  const middle = turns.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(turns.length / 2)];
  const students = median(readings.map(({ page }) => page.students.length));
  const lessons = median(readings.map(({ page }) => page.lessons.length));
  const largest = Math.max(...readings.map(({ page }) => Buffer.byteLength(JSON.stringify(page))));
  return {
    name: 'journal-grid',
    about: `${readings.length} pages of ${students} students and ${lessons} lessons, ours by ${connections} connections, ${by} by ${directClients}`,
    rows: [
      {
        side: by,
        'per second': Math.round(middle?.direct ?? 0),
        'p50 ms': '',
        'p99 ms': '',
        'CPU ms server': '',
        'CPU ms database': directCpu,
        bytes: '',
      },
      ...(middle ? [turnRow('ours', middle.ours)] : []),
    ],
    figures: [
      { what: `pages a second, ours to ${by}`, value: ratio, unit: '', bar: atLeast(0.35) },
      { what: 'the largest page, uncompressed', value: largest / 1024, unit: 'KB', bar: atMost(40) },
      {
        what: 'data statements a request, session not counted',
        value: ofPages.length / requests.length,
        unit: '',
        bar: atMost(1),
      },
      {
        what: 'buffers of one execution, at most',
        value: await mostBuffers(engine.addresses.app, pageStatement, readings),
        unit: 'pages',
        bar: null,
      },
    ],
    notes: [
      `ratios of the rounds: ${turns.map((turn) => turn.ratio.toFixed(3)).join(', ')}`,
      'the reference reads as a superuser, so it carries no cost of the fence',
    ],
  };
}

/** Pages of about 25 students over their last 24 lessons, each asked for by its own teacher. */
async function pageReadings(server: DemoServer, engine: EngineAccess): Promise<readonly PageReading[]> {
  const found = await connected(engine.superuser, async (client) => {
    const { rows } = await client.query<FoundPage>(pagesOfUsualSize, [server.schoolNow, pagesMeasured]);
    return rows;
  });
  const password = server.accounts[0]?.password ?? '';
  const readings: PageReading[] = [];
  for (const { page_id, login, from, to } of found) {
    const session = await signIn(server.url, { role: 'teacher', login, password });
    const person = session.persons[0];
    if (!person) continue;
    const path = `/api/schools/${person.schoolId}/journal-pages/${page_id}?from=${from}&to=${to}`;
    const actor: Actor = {
      accountId: session.account.id,
      sessionId: '',
      schoolId: person.schoolId,
      personId: person.personId,
      today: person.today,
      roles: ['teacher'],
      homeroomClassIds: person.homeroomClasses.map(({ id }) => id),
      students: [],
    };
    const fence = journalFence(actor);
    if (!fence) continue;
    readings.push({
      request: { method: 'GET', path, headers: { cookie: session.cookie } },
      fence,
      values: [person.schoolId, page_id, from, to, server.schoolNow, ...pageReach(actor), false],
      page: await getJson<JournalPage>(session, path),
    });
  }
  if (readings.length === 0) throw new Error('the demo school has no page of the usual size');
  return readings;
}

type FoundPage = {
  readonly page_id: string;
  readonly login: string;
  readonly from: string;
  readonly to: string;
};

// Pages with a scale whose group has 24 to 26 students, with the dates of their 24 latest lessons; read once.
const pagesOfUsualSize = `
  select a.id as page_id, acc.login, span.first_day::text as "from", span.last_day::text as "to"
  from roster.teaching_assignment a
  join lateral (
    select count(*) as students from roster.group_membership m
    where m.school_id = 1 and m.group_id = a.group_id and m.end_date is null) g on g.students between 24 and 26
  join lateral (
    select min(date) as first_day, max(date) as last_day, count(*) as lessons
    from (select date from timetable.lesson l
          where l.school_id = 1 and l.assignment_id = a.id and l.date <= $1::timestamptz::date
          order by date desc limit 24) latest) span on span.lessons = 24
  join lateral (
    select t.staff_id from roster.assignment_teacher t
    where t.school_id = 1 and t.assignment_id = a.id and t.end_date is null limit 1) t on true
  join directory.account_person ap on ap.school_id = 1 and ap.person_id = t.staff_id
  join directory.account acc on acc.id = ap.account_id
  where a.school_id = 1 and a.scale_id is not null
  order by acc.login, a.id limit $2`;

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  await server.stop();
}
