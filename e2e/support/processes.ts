import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const starter = join(root, 'bin', 'parta.js');

/** What a person's shell has: the test runner's wishes about colours, which contradict each other, stay outside. */
const env = { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined };

export type Ended = { readonly code: number | null; readonly out: string; readonly errors: string };

/** A folder that also the user PostgreSQL runs as can enter; gone when the work in it is done. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-journey-'));
  await chmod(folder, 0o711);
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a command of `parta` to its end. */
export async function parta(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [starter, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  const code = await ended(child);
  return { code, ...said() };
}

export type Running = {
  readonly child: ChildProcess;
  /** The line of JSON it printed when it was ready. */
  readonly ready: Record<string, unknown>;
  readonly said: () => { readonly out: string; readonly errors: string };
};

/** Starts a server with the given Node arguments and waits for its line of JSON. */
export async function startServer(args: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = listen(child);
  const { promise, resolve, reject } = Promise.withResolvers<Record<string, unknown>>();
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) resolve(JSON.parse(line) as Record<string, unknown>);
  });
  child.on('exit', (code, signal) =>
    reject(new Error(`ended with ${code ?? signal}: ${said().errors}${said().out}`)),
  );
  return { child, ready: await promise, said };
}

export const demoCommand = (...args: readonly string[]) => [starter, 'demo', '--json', ...args];

/** Sends the signal and answers the exit code. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const over = ended(child);
  child.kill(signal);
  return over;
}

/** Processes that work in a folder or below it, whoever runs them. */
export function processesBelow(folder: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`).startsWith(folder);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function listen(child: ChildProcess): () => { out: string; errors: string } {
  const said = { out: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString('utf8');
  });
  return () => ({ ...said });
}
