import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { countTests, type Counts } from './reports.ts';
import { root } from './root.ts';
import type { Counting, Step } from './steps.ts';

export type Outcome = { step: Step; counts: Counts; seconds: number; output: string };

/** Runs one step to its end with its output kept, and counts its tests. */
export async function runStep(
  step: Step,
  given: { stop: AbortSignal; chromium: string | null },
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-report-'));
  const reportFile = join(folder, 'report.json');
  const started = performance.now();
  try {
    const [program, ...args] = step.command;
    const { exitCode, output } = await finish(program, [...args, ...reporting[step.counting](reportFile)], {
      stop: given.stop,
      env: {
        ...toolEnvironment(),
        ...(given.chromium === null ? {} : { PARTA_CHROMIUM: given.chromium }),
        PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
      },
    });
    const counts = await countTests(step.counting, { exitCode, reportFile });
    return { step, counts, output, seconds: (performance.now() - started) / 1000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The readable report goes to the output, the counted one to a file. */
const reporting: Record<Counting, (file: string) => string[]> = {
  one: () => [],
  vitest: (file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  playwright: () => ['--reporter=list,json'],
};

/** The tools of the lockfile and this very Node come before whatever the machine has. */
function toolEnvironment(): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1', FORCE_COLOR: undefined };
}

function finish(
  program: string,
  args: readonly string[],
  given: { stop: AbortSignal; env: NodeJS.ProcessEnv },
): Promise<{ exitCode: number; output: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ exitCode: number; output: string }>();
  const child = spawn(program, args, { cwd: root, env: given.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  // SIGINT: both runners close their browsers and databases on it.
  const interrupt = () => child.kill('SIGINT');
  given.stop.addEventListener('abort', interrupt);
  child.on('error', reject);
  child.on('close', (code) => {
    given.stop.removeEventListener('abort', interrupt);
    resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
  });
  return promise;
}
