import { startFloor } from './floor/start-floor.ts';
import { accountOf, startDemo, type DemoServer } from './harness/demo-server.ts';
import { connected, engineAccess } from './harness/engine.ts';
import { currentCells, markedCells, ownPage } from './harness/journal.ts';
import { readOptions } from './harness/options.ts';
import { atLeast, atMost, printReport, type Report } from './harness/report.ts';
import { signIn } from './harness/session.ts';
import { dataStatementsDuring } from './harness/statement-count.ts';
import { compare, turnRow } from './harness/turns.ts';
import type { LoadPlan, MarkPlace } from './load/plan.ts';
import { runLoad } from './load/run-load.ts';
import { marksBody } from './load/traffic.ts';

// One mark with its revision, audit row, news and key, against a bare endpoint with one named upsert; and 30 marks at once.

const atOnce = 30;

const options = readOptions(['connections']);
const connections = Number(options.own.connections ?? 16);
async function measure(server: DemoServer): Promise<Report> {
  const engine = await engineAccess(options.data);
  const session = await signIn(server.url, accountOf(server, 'teacher'));
  const own = await ownPage(session);
  const cells = await markedCells(session, own, Math.max(connections * 8, 4 * atOnce));
  await connected(engine.superuser, async (client) => {
    await client.query(bareTable);
  });
  const floor = await startFloor({ address: engine.superuser, reads: null, write: bareUpsert });
  const plan = (port: number, path: string) => async (): Promise<LoadPlan> => ({
    port,
    connections,
    warmSeconds: 1.5,
    seconds: options.seconds,
    traffic: {
      kind: 'marks',
      path,
      cookie: session.cookie,
      cells: await currentCells(session, own, cells),
      together: 1,
    },
  });
  const at = { rounds: options.rounds, cluster: engine.folder.cluster };
  // A school's server runs for months: neither compiling nor the first page images after a start are measured.
  const sides = { floor: plan(floor.port, '/write'), ours: plan(server.port, own.marksPath) };
  for (const side of Object.values(sides)) await runLoad({ ...(await side()), warmSeconds: 4, seconds: 4 });
  const one = await compare(
    {
      reference: { name: 'floor', pid: floor.pid, plan: sides.floor },
      ours: { name: 'ours', pid: server.pid, plan: sides.ours },
    },
    at,
  );
  const batch = async (): Promise<LoadPlan> => {
    const single = await plan(server.port, own.marksPath)();
    const traffic = { ...single.traffic, together: atOnce } as LoadPlan['traffic'];
    return { ...single, connections: Math.floor(cells.length / atOnce), traffic };
  };
  const thirty = await compare(
    {
      reference: { name: 'floor', pid: floor.pid, plan: sides.floor },
      ours: { name: 'ours, 30 at once', pid: server.pid, plan: batch },
    },
    { ...at, rounds: 1 },
  );
  await floor.stop();
  const asked = 5;
  const statements = await dataStatementsDuring(engine, async () => {
    const now = await currentCells(session, own, cells.slice(0, asked));
    for (const cell of now) await putOne(`${server.url}${own.marksPath}`, session.cookie, cell);
  });
  const ofWrites = statements.filter((name) => !name.startsWith('identity.') && name !== 'journal.page');
  return {
    name: 'mark-write',
    about: `one mark by ${connections} connections, each in cells of its own, through session, policy and fence`,
    rows: [
      turnRow('floor, one upsert', one.reference),
      turnRow('ours, one mark', one.ours),
      turnRow(`ours, ${atOnce} marks`, thirty.ours),
    ],
    figures: [
      { what: 'marks a second, ours to the floor', value: one.ratio, unit: '', bar: atLeast(0.35) },
      { what: 'CPU a mark, the floor to ours', value: one.cpuRatio, unit: '', bar: null },
      { what: 'answer to one mark', value: one.ours.bytes, unit: 'bytes', bar: atMost(1024) },
      { what: 'statements a mark', value: ofWrites.length / asked, unit: '', bar: null },
      {
        what: `marks a second, ${atOnce} at once`,
        value: thirty.ours.perSecond * atOnce,
        unit: '',
        bar: null,
      },
      { what: `${atOnce} marks at once, p99`, value: thirty.ours.p99, unit: 'ms', bar: null },
    ],
    notes: [
      `ratios of the rounds: ${one.ratios.map((ratio) => ratio.toFixed(3)).join(', ')}`,
      'the floor upserts into a table of the same columns and indexes, by the same engine and the same fsync',
      `statements: ${[...new Set(ofWrites)].join(', ')}`,
    ],
  };
}

async function putOne(url: string, cookie: string, cell: MarkPlace): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(url, { method: 'PUT', headers, body: marksBody([cell], '4') });
  if (!answer.ok) throw new Error(`a mark was answered ${answer.status}: ${await answer.text()}`);
}

/** Made anew for each run, so that it is neither swollen by the one before nor part of the product. */
const bareTable = `
  create schema if not exists bench;
  drop table if exists bench.mark;
  create table bench.mark (like journal.mark including defaults including constraints including indexes);
  insert into bench.mark select * from journal.mark;
  analyze bench.mark`;

const bareUpsert = {
  name: 'bench.upsert',
  text: `insert into bench.mark as m (school_id, work_id, student_id, attempt, slot, value, author_id)
    values (1, $1::uuid, $2::uuid, $3::smallint, $4::smallint, $5::text, $2::uuid)
    on conflict (school_id, work_id, student_id, attempt, slot) do update set
      value = excluded.value, updated_at = clock_timestamp(), version = m.version + 1
    returning version`,
};

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  await server.stop();
}
