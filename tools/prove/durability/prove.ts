import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { verifyChain } from '#platform/audit/verify-chain.ts';
import { openDatabase } from '#platform/db/database.ts';
import { accountOf, startDemo, type DemoServer } from '../../../bench/harness/demo-server.ts';
import { connected, engineAccess, type EngineAccess } from '../../../bench/harness/engine.ts';
import { currentCells, markedCells, ownPage, type OwnPage } from '../../../bench/harness/journal.ts';
import { quantile } from '../../../bench/harness/median.ts';
import { atLeast, atMost, type Figure, type Report } from '../../../bench/harness/report.ts';
import { signIn, type Session } from '../../../bench/harness/session.ts';
import type { MarkPlace } from '../../../bench/load/plan.ts';
import { checkLedger, databaseMoment, plants, type Findings } from './check.ts';
import { kill, victims, type Victim } from './kills.ts';
import { newLedger, type Ledger } from './ledger.ts';
import { startWriters, type Manner, type Writers } from './writers.ts';

export type ProofOptions = {
  readonly cycles: number;
  readonly port: number;
  readonly data: string;
  readonly tell: (line: string) => void;
};

const writers = 16;
const cells = 160;
const cutShare = 0.01;
const longestAbsenceMs = 60_000;

/** Runs the cycles and the positive controls; a proof whose controls find nothing is void. */
export async function proveDurability(options: ProofOptions): Promise<Report> {
  const run = await begin(options);
  try {
    const proof = await underFire(run, { manner: 'careful', cycles: options.cycles, victimOf: turnOf });
    const planted = await findPlanted(run, proof.ledger, proof.began);
    const chains = await soundChains(run.engine);
    // Controls: clients with a planted fault, which the same check must find.
    const early = await control(run, 'acknowledgesTooEarly');
    const rekeyed = await control(run, 'newKeyEachTry');
    return reportOf(options, { proof, planted, chains, early, rekeyed });
  } finally {
    await run.server.stop();
  }
}

type Run = {
  readonly options: ProofOptions;
  readonly engine: EngineAccess;
  readonly session: Session;
  readonly own: OwnPage;
  readonly cells: readonly MarkPlace[];
  server: DemoServer;
};

type Proof = {
  readonly ledger: Ledger;
  readonly began: string;
  readonly findings: Findings;
  readonly absences: readonly { readonly victim: Victim; readonly ms: number }[];
  /** Acknowledged marks a second while the service was there. */
  readonly perSecond: number;
};

async function begin(options: ProofOptions): Promise<Run> {
  const server = await startDemo(options);
  try {
    const engine = await engineAccess(options.data);
    const session = await signIn(server.url, accountOf(server, 'teacher'));
    const own = await ownPage(session);
    return { options, engine, session, own, cells: await markedCells(session, own, cells), server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function turnOf(cycle: number): Victim {
  return victims[cycle % victims.length] ?? 'server';
}

async function underFire(
  run: Run,
  plan: { manner: Manner; cycles: number; victimOf: (cycle: number) => Victim },
): Promise<Proof> {
  const { engine, session, own, options } = run;
  const before = await currentCells(session, own, run.cells);
  const ledger = newLedger(own.schoolId, before);
  const began = await connected(engine.superuser, databaseMoment);
  const start = performance.now();
  const working = startWriters(
    {
      url: run.server.url,
      path: own.marksPath,
      cookie: session.cookie,
      manner: plan.manner,
      ledger,
      cutShare,
    },
    writers,
  );
  const absences: { victim: Victim; ms: number }[] = [];
  await pause(1_000);
  for (let cycle = 0; cycle < plan.cycles; cycle += 1) {
    const victim = plan.victimOf(cycle);
    const killed = performance.now();
    run.server = await kill(victim, run.server, { ...options, cluster: engine.folder.cluster });
    const ms = (await firstAnswer(working, killed)) - killed;
    absences.push({ victim, ms });
    options.tell(`${plan.manner}, cycle ${cycle + 1}: ${victim} killed, back after ${Math.round(ms)} ms`);
    await pause(500 + Math.random() * 1_000);
  }
  await working.stop();
  const served = performance.now() - start - absences.reduce((sum, { ms }) => sum + ms, 0);
  await sealed(engine);
  const findings = await connected(engine.superuser, (client) => checkLedger(client, ledger, began));
  const acknowledged = ledger.intents.filter((intent) => intent.acknowledged !== null).length;
  return { ledger, began, findings, absences, perSecond: (acknowledged / served) * 1000 };
}

/** When the first write sent after the kill was acknowledged. */
async function firstAnswer(working: Writers, killed: number): Promise<number> {
  while (performance.now() - killed < longestAbsenceMs) {
    const at = working.firstAcknowledgedAfter(killed);
    if (at !== null) return at;
    await pause(5);
  }
  throw new Error(`no mark was acknowledged within ${longestAbsenceMs / 1000} s after the kill`);
}

/** Waits until the sealer has numbered everything that was committed. */
async function sealed(engine: EngineAccess): Promise<void> {
  await connected(engine.superuser, async (client) => {
    for (let tries = 0; tries < 300; tries += 1) {
      const { rows } = await client.query<{ waiting: boolean }>(
        'select exists (select from platform.audit_pending) or exists (select from platform.outbox) as waiting',
      );
      if (rows[0]?.waiting === false) return;
      await pause(100);
    }
    throw new Error('the sealer left rows waiting for half a minute');
  });
}

type Planted = { readonly what: string; readonly found: boolean };

/** Plants each fault in a transaction that is rolled back, and looks whether the check finds it. */
async function findPlanted({ engine }: Run, ledger: Ledger, began: string): Promise<readonly Planted[]> {
  return connected(engine.superuser, async (client: pg.Client) => {
    const found: Planted[] = [];
    for (const { what, breaks, text } of plants) {
      await client.query('begin');
      await checkLedger(client, ledger, began);
      const { rowCount } = await client.query(text);
      if (rowCount !== 1) throw new Error(`the fault "${what}" was planted in ${rowCount} rows`);
      const findings = await checkLedger(client, ledger, began);
      await client.query('rollback');
      found.push({ what, found: findings[breaks] > 0 });
    }
    return found;
  });
}

async function soundChains({
  addresses,
  superuser,
}: EngineAccess): Promise<{ sound: boolean; rows: number }> {
  const schools = await connected(superuser, async (client) => {
    const { rows } = await client.query<{ id: number }>(
      'select school_id as id from platform.stream_head order by 1',
    );
    return rows.map(({ id }) => id);
  });
  const database = await openDatabase(addresses, { appConnections: 1 });
  try {
    const verdicts = await Promise.all(schools.map((schoolId) => verifyChain(database, schoolId)));
    return {
      sound: verdicts.length > 0 && verdicts.every(({ sound }) => sound),
      rows: verdicts.reduce((sum, { rows }) => sum + rows, 0),
    };
  } finally {
    await database.close();
  }
}

async function control(run: Run, manner: Exclude<Manner, 'careful'>): Promise<Proof> {
  return underFire(run, { manner, cycles: 3, victimOf: () => 'server' });
}

function reportOf(
  { cycles }: ProofOptions,
  found: {
    proof: Proof;
    planted: readonly Planted[];
    chains: { sound: boolean; rows: number };
    early: Proof;
    rekeyed: Proof;
  },
): Report {
  const { proof, planted, chains, early, rekeyed } = found;
  const { ledger, findings, absences } = proof;
  const unanswered = ledger.intents.filter(({ acknowledged }) => acknowledged === null).length;
  const retried = ledger.intents.filter(({ tries }) => tries > 1).length;
  const missed = planted.filter((plant) => !plant.found);
  const times = (victim?: Victim) =>
    absences.filter((absence) => victim === undefined || absence.victim === victim).map(({ ms }) => ms);
  const zero = (what: string, value: number): Figure => ({ what, value, unit: '', bar: atMost(0) });
  return {
    name: 'durability',
    about: `${cycles} times kill -9 under ${writers} writers of marks through HTTP, each with retries under one key`,
    rows: victims
      .filter((victim) => times(victim).length > 0)
      .map((victim) => ({
        killed: victim,
        times: times(victim).length,
        'back p50 ms': Math.round(quantile(times(victim), 0.5)),
        'back p95 ms': Math.round(quantile(times(victim), 0.95)),
        'back max ms': Math.round(Math.max(...times(victim))),
      })),
    figures: [
      zero('acknowledged marks lost', findings.lost),
      zero('marks doubled', findings.doubled),
      zero('half-written', findings.halfWritten),
      zero('marks never acknowledged', unanswered),
      zero('answers outside the contract', ledger.anomalies.length),
      { what: 'back after a kill, at most', value: Math.max(...times()) / 1000, unit: 's', bar: atMost(10) },
      { what: 'back after a kill, p95', value: quantile(times(), 0.95) / 1000, unit: 's', bar: null },
      { what: 'marks a second while there', value: proof.perSecond, unit: '', bar: atLeast(100) },
      { what: 'marks acknowledged', value: ledger.intents.length - unanswered, unit: '', bar: null },
      { what: 'marks that took a retry', value: retried, unit: '', bar: atLeast(cycles) },
      zero('audit chains that do not verify', chains.sound ? 0 : 1),
      { what: 'audit rows verified', value: chains.rows, unit: '', bar: null },
      zero('planted faults that were not found', missed.length),
      {
        what: 'control, acknowledged too early: lost',
        value: early.findings.lost,
        unit: '',
        bar: atLeast(1),
      },
      {
        what: 'control, new key for each try: doubled',
        value: rekeyed.findings.doubled,
        unit: '',
        bar: atLeast(1),
      },
    ],
    notes: [
      `${ledger.interrupted} tries ended without an answer or with 5xx, ${ledger.cut} were cut off by the writers`,
      `planted in the database and found: ${planted
        .filter((plant) => plant.found)
        .map(({ what }) => what)
        .join('; ')}`,
      ...missed.map(({ what }) => `NOT found: ${what}`),
      ...ledger.anomalies.slice(0, 5),
    ],
  };
}
