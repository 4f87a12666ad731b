import { execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { accountOf, type DemoServer } from './harness/demo-server.ts';
import { quantile } from './harness/median.ts';
import { readOptions } from './harness/options.ts';
import { atMost, printReport, type Figure, type Report } from './harness/report.ts';
import { signIn } from './harness/session.ts';

// From typing `npm run demo` to the first byte of a diary: warm over kept data, and with --cold yes on a clean clone.

const options = readOptions(['cold']);
const root = fileURLToPath(new URL('..', import.meta.url));

type Start = { readonly readyMs: number; readonly diaryMs: number };

async function measure(): Promise<Report> {
  const warmFolder = options.data;
  // The first start may build pages and fill the school.
  await startOnce(root, warmFolder);
  const warm: Start[] = [];
  for (let round = 0; round < options.rounds; round += 1) warm.push(await startOnce(root, warmFolder));
  const cold = options.own.cold === 'yes' ? await coldStart() : null;
  const seconds = (starts: readonly Start[], key: keyof Start) =>
    quantile(
      starts.map((start) => start[key]),
      0.5,
    ) / 1000;
  const figures: Figure[] = [
    { what: 'warm: ready', value: seconds(warm, 'readyMs'), unit: 's', bar: null },
    { what: 'warm: diary', value: seconds(warm, 'diaryMs'), unit: 's', bar: atMost(5) },
  ];
  if (cold) {
    figures.push(
      { what: 'clean clone: ready', value: cold.readyMs / 1000, unit: 's', bar: null },
      { what: 'clean clone: diary', value: cold.diaryMs / 1000, unit: 's', bar: atMost(180) },
    );
  }
  return {
    name: 'start',
    about: `npm run demo until the first byte of a student's diary, signing in included; warm: median of ${warm.length}`,
    rows: [],
    figures,
    notes: cold
      ? []
      : ['the clean clone was not measured: --cold yes clones the last commit and installs it'],
  };
}

/** What a person does: the command, the sign-in, the diary. */
async function startOnce(folder: string, data: string): Promise<Start> {
  const began = performance.now();
  const child = spawn(
    'npm',
    ['run', '--silent', 'demo', '--', '--port', String(options.port), '--data', data, '--json'],
    { cwd: folder, env: { ...process.env, PATH: systemPath() }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{')) resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`npm run demo ended with ${code}`)));
    const ready = JSON.parse(await promise) as Pick<DemoServer, 'url' | 'accounts'>;
    const readyMs = performance.now() - began;
    const session = await signIn(ready.url, accountOf(ready, 'student'));
    const person = session.persons[0];
    const answer = await fetch(`${ready.url}/diary/${person?.schoolId}/${person?.personId}`, {
      headers: { cookie: session.cookie },
    });
    if (!answer.ok) throw new Error(`the diary was answered ${answer.status}`);
    const diaryMs = performance.now() - began;
    await answer.body?.cancel();
    return { readyMs, diaryMs };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** The last commit in an empty folder, with nothing installed. */
async function coldStart(): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-clone-'));
  // Started as root, PostgreSQL runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  try {
    const clone = join(folder, 'parta');
    execFileSync('git', ['clone', '--quiet', root, clone]);
    return await startOnce(clone, join(folder, 'data'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The path as it is outside npm, so that the machine's own Node starts. */
function systemPath(): string {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((part) => !part.includes('node_modules'))
    .join(delimiter);
}

printReport(await measure(), options);
