import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** An account of the demo school as the ready line names it. */
export type DemoAccount = {
  readonly role: string;
  readonly login: string;
  readonly password: string;
};

export type DemoServer = {
  readonly url: string;
  readonly port: number;
  readonly accounts: readonly DemoAccount[];
  /** The school's moment when the server became ready. */
  readonly schoolNow: string;
  /** The server's own process: what CPU is read from and what a proof kills. */
  readonly pid: number;
  readonly startedInMs: number;
  /** Resolves when the process is gone, whatever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
};

const starter = fileURLToPath(new URL('../../bin/parta.js', import.meta.url));
const patienceMs = 300_000;

export type Place = {
  readonly port: number;
  readonly data: string;
  /** Where the server leaves a CPU profile when it ends. */
  readonly profile?: string;
};

/** Starts the demo school as a person does, and waits for its ready line. The folder is kept. */
export async function startDemo(at: Place): Promise<DemoServer> {
  const began = performance.now();
  const args = [starter, 'demo', '--port', String(at.port), '--data', at.data, '--json'];
  const profiling = at.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${at.profile}`];
  const child = spawn(process.execPath, [...profiling, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await readyLine(child);
  const ready = JSON.parse(line) as Pick<DemoServer, 'url' | 'accounts' | 'schoolNow'>;
  return {
    ...ready,
    port: Number(new URL(ready.url).port),
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The first account of a role; a sentence when the demo school has none. */
export function accountOf(server: Pick<DemoServer, 'accounts'>, ...roles: readonly string[]): DemoAccount {
  for (const role of roles) {
    const found = server.accounts.find((account) => account.role === role);
    if (found) return found;
  }
  const known = [...new Set(server.accounts.map(({ role }) => role))].join(', ');
  throw new Error(`The demo school opens no account of ${roles.join(' or ')}, only of ${known}.`);
}

function readyLine(server: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const said: string[] = [];
  server.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  if (server.stdout !== null) {
    createInterface(server.stdout).on('line', (line) => {
      if (line.startsWith('{') && line.includes('"accounts"')) resolve(line);
    });
  }
  const fail = (reason: string) => reject(new Error(`The demo server ${reason}.\n${said.join('')}`));
  server.on('error', (error) => fail(`does not start: ${error.message}`));
  server.on('exit', (code, signal) => fail(`ended with ${code ?? signal}`));
  const timer = setTimeout(() => fail(`was not ready within ${patienceMs / 1000} s`), patienceMs);
  return promise.finally(() => clearTimeout(timer));
}
