import { setTimeout as pause } from 'node:timers/promises';
import { diaryReadings } from './harness/family.ts';
import { startDemo, type DemoServer } from './harness/demo-server.ts';
import { connected, engineAccess } from './harness/engine.ts';
import { quantile } from './harness/median.ts';
import { readOptions, wholeNumber } from './harness/options.ts';
import { atMost, printReport, type Report } from './harness/report.ts';
import { attempt, closeConnections } from './load/sign-ins.ts';
import type { PlannedRequest } from './load/plan.ts';

// The first of September: many sign in within a minute while others read. Nobody is turned away, and reading stays quick.

const options = readOptions(['people', 'minute']);
const people = wholeNumber('people', options.own.people ?? '1000');
const surgeSeconds = wholeNumber('minute', options.own.minute ?? '60');
const quietSeconds = 20;
const readsPerSecond = 40;
const readers = 16;

type Reads = { readonly times: number[]; faults: number };

async function measure(server: DemoServer): Promise<Report> {
  const engine = await engineAccess(options.data);
  const logins = await connected(engine.superuser, async (client) => {
    await client.query('delete from directory.sign_in_throttle');
    const { rows } = await client.query<{ login: string }>(
      'select login from directory.account where password_hash is not null and disabled_at is null order by md5(login) limit $1',
      [people],
    );
    return rows.map(({ login }) => login);
  });
  const requests = (await diaryReadings(server, engine, readers)).map(({ request }) => request);
  const quiet = await readFor(server, requests, quietSeconds);
  const [busy, entered] = await Promise.all([
    readFor(server, requests, surgeSeconds),
    signInAll(server, logins),
  ]);
  const ratio = quantile(busy.times, 0.99) / quantile(quiet.times, 0.99);
  const times = entered.map(({ ms }) => ms);
  const waited = entered.filter(({ waits }) => waits > 0);
  return {
    name: 'sign-in-surge',
    about: `${logins.length} people sign in within ${surgeSeconds} s, each from an address of the own, while diaries are read ${readsPerSecond} times a second`,
    rows: [row('diary, quiet', quiet.times), row('diary, meanwhile', busy.times), row('signing in', times)],
    figures: [
      {
        what: 'sign-ins that failed',
        value: entered.filter(({ isIn }) => !isIn).length,
        unit: '',
        bar: atMost(0),
      },
      { what: 'diaries not read', value: quiet.faults + busy.faults, unit: '', bar: atMost(0) },
      { what: 'p99 of the diary, meanwhile to quiet', value: ratio, unit: '', bar: atMost(3) },
      {
        what: 'told to wait, and in at the next try',
        value: waited.filter(({ waits }) => waits === 1).length,
        unit: '',
        bar: null,
      },
      {
        what: 'told to wait more than once',
        value: waited.filter(({ waits }) => waits > 1).length,
        unit: '',
        bar: null,
      },
    ],
    notes: [
      'arrivals are evenly spread and do not wait for each other; signing in holds any wait that was told',
    ],
  };
}

/** Reads at an even rate, whether the answers come or not. */
async function readFor(
  { url }: DemoServer,
  requests: readonly PlannedRequest[],
  seconds: number,
): Promise<Reads> {
  const reads: Reads = { times: [], faults: 0 };
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < seconds * readsPerSecond; at += 1) {
    await pause(Math.max(0, began + (at * 1000) / readsPerSecond - performance.now()));
    const request = requests[at % requests.length];
    if (request) running.push(readOnce(url, request, reads));
  }
  await Promise.all(running);
  return reads;
}

async function readOnce(url: string, { path, headers }: PlannedRequest, reads: Reads): Promise<void> {
  const began = performance.now();
  try {
    const answer = await fetch(`${url}${path}`, headers === undefined ? {} : { headers });
    await answer.arrayBuffer();
    if (answer.ok) reads.times.push(performance.now() - began);
    else reads.faults += 1;
  } catch {
    reads.faults += 1;
  }
}

type Entry = { readonly isIn: boolean; readonly ms: number; readonly waits: number };

async function signInAll(server: DemoServer, logins: readonly string[]): Promise<readonly Entry[]> {
  const entries: Promise<Entry>[] = [];
  const began = performance.now();
  for (const [at, login] of logins.entries()) {
    await pause(Math.max(0, began + (at * surgeSeconds * 1000) / logins.length - performance.now()));
    entries.push(enter(server, login, `127.${40 + (at >> 8)}.${at % 256}.9`));
  }
  return Promise.all(entries);
}

/** As the page does: waits for as long as it is told, and tries again. */
async function enter(server: DemoServer, login: string, from: string): Promise<Entry> {
  const password = server.accounts[0]?.password ?? '';
  const began = performance.now();
  for (let waits = 0; waits < 5; waits += 1) {
    const answer = await attempt(server.port, { login, password, from });
    if (answer.status === 200) return { isIn: true, ms: performance.now() - began, waits };
    if (answer.status !== 503) break;
    await pause(answer.waitSeconds * 1000);
  }
  return { isIn: false, ms: performance.now() - began, waits: 0 };
}

function row(what: string, times: readonly number[]): Record<string, string | number> {
  const ms = (share: number) => Math.round(quantile(times, share) * 10) / 10;
  return { what, count: times.length, 'p50 ms': ms(0.5), 'p99 ms': ms(0.99), 'max ms': ms(1) };
}

const server = await startDemo(options);
try {
  printReport(await measure(server), options);
} finally {
  closeConnections();
  await server.stop();
}
