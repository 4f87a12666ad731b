import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Statement } from '#platform/database-port.ts';
import { literalOf } from './buffers.ts';

export type DirectRun = { readonly perSecond: number; readonly averageMs: number; readonly by: string };

/**
 * The same statement without any HTTP: prepared once a connection and executed by PostgreSQL's own
 * pgbench, which sends the values and reads the answer. Without pgbench a loop of ours does it, which
 * costs more than pgbench and so makes the bar easier: the report says which it was.
 */
export async function runDirectly(
  address: string,
  statement: Statement,
  at: {
    readonly valueSets: readonly (readonly unknown[])[];
    readonly clients: number;
    readonly seconds: number;
  },
): Promise<DirectRun> {
  const pgbench = findPgbench();
  return pgbench === null
    ? ownLoop(address, statement, at)
    : byPgbench(pgbench, { address, statement, ...at });
}

function findPgbench(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...versions.map((version) => join(root, version, 'bin/pgbench')), '/usr/bin/pgbench'];
  return places.find((place) => existsSync(place)) ?? null;
}

async function byPgbench(
  pgbench: string,
  plan: {
    address: string;
    statement: Statement;
    valueSets: readonly (readonly unknown[])[];
    clients: number;
    seconds: number;
  },
): Promise<DirectRun> {
  const { address, statement, valueSets, clients, seconds } = plan;
  const folder = await mkdtemp(join(tmpdir(), 'parta-pgbench-'));
  try {
    // The variable is each client's own, so each of its connections prepares once, whichever file comes first.
    const quote = (text: string) => pg.escapeLiteral(text);
    const files = valueSets.map((values, set) => ({
      path: join(folder, `${set}.sql`),
      text: `\\if :first
prepare measured as ${statement.text};
\\set first 0
\\endif
execute measured(${values.map((value) => literalOf(value, quote)).join(', ')});
`,
    }));
    for (const { path, text } of files) await writeFile(path, text);
    const socket = new URL(address.replace('@/', '@socket/'));
    const said = await run(
      pgbench,
      [
        '--no-vacuum',
        '--protocol=simple',
        '--define=first=1',
        `--client=${clients}`,
        '--jobs=1',
        `--time=${Math.max(1, Math.round(seconds))}`,
        ...files.map(({ path }) => `--file=${path}`),
        socket.pathname.slice(1),
      ],
      {
        PGHOST: socket.searchParams.get('host') ?? '',
        PGUSER: decodeURIComponent(socket.username),
        PGPASSWORD: decodeURIComponent(socket.password),
      },
    );
    const perSecond = Number(/tps = ([\d.]+)/.exec(said)?.[1]);
    const averageMs = Number(/latency average = ([\d.]+)/.exec(said)?.[1]);
    if (!(perSecond > 0)) throw new Error(`pgbench said no figure:\n${said}`);
    return { perSecond, averageMs, by: 'pgbench' };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], environment: Record<string, string>): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(program, [...args], { env: { ...process.env, ...environment } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
  }
  child.on('error', reject);
  child.on('close', (code) =>
    code === 0 ? resolve(said) : reject(new Error(`pgbench ended with ${code}:\n${said}`)),
  );
  return promise;
}

async function ownLoop(
  address: string,
  statement: Statement,
  at: {
    readonly valueSets: readonly (readonly unknown[])[];
    readonly clients: number;
    readonly seconds: number;
  },
): Promise<DirectRun> {
  const end = performance.now() + at.seconds * 1000;
  let executions = 0;
  await Promise.all(
    Array.from({ length: at.clients }, async (_, client) => {
      const connection = new pg.Client({ connectionString: address });
      await connection.connect();
      for (let step = client; performance.now() < end; step += 1) {
        const values = [...(at.valueSets[step % at.valueSets.length] ?? [])];
        await connection.query({ ...statement, values, rowMode: 'array' });
        executions += 1;
      }
      await connection.end();
    }),
  );
  return {
    perSecond: executions / at.seconds,
    averageMs: (at.seconds * 1000 * at.clients) / Math.max(1, executions),
    by: 'a loop in Node',
  };
}
