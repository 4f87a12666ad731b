import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { processesIn } from './process-table.ts';
import { startEmbedded, type Embedded } from './start.ts';

const isRoot = process.getuid?.() === 0;
let parent: string;
let dataDir: string;
const running: Embedded[] = [];
const children: ChildProcess[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'parta-engine-'));
  await chmod(parent, 0o755);
  dataDir = join(parent, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const engine of running.splice(0)) await engine.stop();
  await vi.waitUntil(() => processesIn(join(dataDir, 'cluster')).length === 0, { timeout: 10_000 });
  await rm(parent, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  const engine = await startEmbedded({ dataDir, log: () => {} });
  running.push(engine);
  return engine;
}

async function ask(address: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(text);
    return rows;
  } finally {
    await client.end();
  }
}

/** A child process that holds the engine; resolves when it is ready. */
async function startChild(): Promise<{ child: ChildProcess; pid: number; address: string }> {
  const program = fileURLToPath(new URL('hold-engine.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString('utf8')) as { pid: number; address: string }) };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('the embedded engine', () => {
  it('starts cold, stops clean, starts warm with its rows, roles and settings', async () => {
    const cold = await start();
    await ask(cold.addresses.owner, 'create schema kept; create table kept.kept as select 7 as number');
    await cold.stop();
    expect(processesIn(join(dataDir, 'cluster'))).toEqual([]);
    const warm = await start();
    await expect(ask(warm.addresses.owner, 'select number from kept.kept')).resolves.toEqual([{ number: 7 }]);
    const roles = await ask(
      warm.addresses.app,
      `select count(*)::int as ordinary from pg_catalog.pg_roles where rolname like 'parta\\_%' and rolcanlogin
         and not rolsuper and not rolcreaterole and not rolcreatedb`,
    );
    expect(roles).toEqual([{ ordinary: 6 }]);
    const settings = await ask(
      warm.addresses.app,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
         current_setting('statement_timeout') as statement, current_setting('search_path') as path,
         current_setting('data_checksums') as checksums, datlocprovider::text as provider, datlocale as locale
       from pg_catalog.pg_database where datname = current_database()`,
    );
    expect(settings).toEqual([
      {
        fsync: 'on',
        addresses: '',
        statement: '5s',
        path: '""',
        checksums: 'on',
        provider: 'b',
        locale: 'C.UTF-8',
      },
    ]);
    expect((await stat(join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700);
    await expect(ask(warm.addresses.app.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
  });

  it('refuses a second start over the same data and leaves the first alone', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'dataDirInUse', facts: { pid: process.pid } });
    await expect(ask(first.addresses.app, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('brings PostgreSQL back within 10 s after kill -9', async () => {
    const engine = await start();
    const killed = engine.postmasterPid;
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => engine.postmasterPid, { timeout: 10_000 }).not.toBe(killed);
    await expect(ask(engine.addresses.app, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('leaves nothing behind when its process is killed, and starts again at once', async () => {
    const { child, pid, address } = await startChild();
    await expect(ask(address, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
    expect(processesIn(join(dataDir, 'cluster'))).toContain(pid);
    await kill(child);
    const again = await start();
    expect(again.postmasterPid).not.toBe(pid);
    await again.stop();
    await expect.poll(() => processesIn(join(dataDir, 'cluster')), { timeout: 5_000 }).toEqual([]);
  });

  it('survives the death of both', async () => {
    const { child, pid } = await startChild();
    process.kill(pid, 'SIGKILL');
    await kill(child);
    const again = await start();
    await expect(ask(again.addresses.app, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('takes no half-made cluster for a whole one', async () => {
    await mkdir(join(dataDir, 'cluster.new', 'base'), { recursive: true });
    const engine = await start();
    await expect(ask(engine.addresses.app, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('removes a lock whose number belongs to another program now', async () => {
    const engine = await start();
    const lock = await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8');
    await engine.stop();
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)));
    await writeFile(join(dataDir, 'supervisor.pid'), `${process.pid} 1`);
    const again = await start();
    await expect(ask(again.addresses.app, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });
});

describe('what stands in its way', () => {
  it('words a file where the data folder should be', async () => {
    await writeFile(dataDir, '');
    await expect(start()).rejects.toMatchObject({ code: 'dataDirUnreadable' });
  });

  it('words the data of another PostgreSQL', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true });
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'dataDirOtherVersion', facts: { found: '17' } });
  });

  it('words lost passwords', async () => {
    const engine = await start();
    await engine.stop();
    await rm(join(dataDir, 'secrets.json'));
    await expect(start()).rejects.toMatchObject({ code: 'secretsMissing' });
  });

  it('words what PostgreSQL itself says', async () => {
    const broken = startEmbedded({ dataDir, log: () => {}, settings: { shared_buffers: 'plenty' } });
    await expect(broken).rejects.toMatchObject({ code: 'postgresWontStart' });
    await expect(broken).rejects.toThrow(/invalid value for parameter "shared_buffers"/);
  });

  it.runIf(isRoot)('names the folder its user may not enter', async () => {
    await chmod(parent, 0o700);
    await expect(start()).rejects.toMatchObject({ code: 'parentNotPassable', facts: { folder: parent } });
  });
});
