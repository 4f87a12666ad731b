import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { DatabaseAddresses } from './addresses.ts';
import { migrationFiles, type MigrationFile } from './migration-files.ts';
import { prepareQueueSchema } from './queue-schema.ts';
import { createMissingRoles } from './roles.ts';
import { StartFailure } from './start-failure.ts';

export type MigrateOptions = {
  /** The folder that holds `platform` and `modules`; by default our own source. */
  readonly root?: string;
  readonly log?: (sentence: string) => void;
};

/**
 * Brings the database to the form of the migration files: each file in a transaction of its own,
 * once, in the order of their time stamps; and the job queue's tables. Two at once wait for each
 * other. Resolves to the names of the files applied now. Throws StartFailure when an applied file was
 * changed or is gone, when a new one is older than the last applied, and when one fails.
 */
export async function migrate(
  addresses: Pick<DatabaseAddresses, 'owner'>,
  { root = sourceFolder, log = () => {} }: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  if (addresses.owner === '') throw new StartFailure('ownerAddressMissing');
  const files = await migrationFiles(root);
  const client = await connectAsOwner(addresses.owner);
  try {
    await createMissingRoles(client);
    const queueChanged = await inLockedTransaction(client, () => prepareQueueSchema(client));
    if (queueChanged) log('The tables of the job queue are ready.');
    const applied: string[] = [];
    for (const file of pendingFiles(files, await appliedMigrations(client))) {
      if (await applyPatiently(client, file)) {
        applied.push(file.name);
        log(`Applied ${file.name}.`);
      }
    }
    return { applied };
  } finally {
    await client.end();
  }
}

const sourceFolder = fileURLToPath(new URL('../../', import.meta.url));

type AppliedMigration = { readonly name: string; readonly checksum: string };

async function connectAsOwner(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new StartFailure('databaseUnreachable', { reason: (error as Error).message });
  }
  return client;
}

/** Checks what was applied against the files, and gives those that were not. */
function pendingFiles(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): MigrationFile[] {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const { name, checksum } of applied) {
    const file = byName.get(name);
    if (!file) throw new StartFailure('migrationMissing', { file: name });
    if (file.checksum !== checksum) throw new StartFailure('migrationChanged', { file: name });
    byName.delete(name);
  }
  const latest = applied.at(-1)?.name ?? '';
  const pending = [...byName.values()];
  const [first] = pending;
  if (first && first.name < latest) throw new StartFailure('migrationLate', { file: first.name, latest });
  return pending;
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  // Read from the catalogue's rows: a name looked up before waiting for the lock stays unknown.
  const { rows } = await client.query(`
    select from pg_catalog.pg_class class join pg_catalog.pg_namespace space on space.oid = class.relnamespace
    where space.nspname = 'platform' and class.relname = 'migration'`);
  if (rows.length === 0) return [];
  const applied = await client.query<AppliedMigration>(
    'select name, checksum from platform.migration order by name collate "C"',
  );
  return applied.rows;
}

const lockAttempts = 5;

/** A migration waits shortly for a table's lock, lest everybody queue behind it, and tries again. */
async function applyPatiently(client: pg.Client, file: MigrationFile): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inLockedTransaction(client, () => apply(client, file));
    } catch (error) {
      const isLockTimeout = error instanceof pg.DatabaseError && error.code === '55P03';
      if (!isLockTimeout || attempt === lockAttempts) {
        throw new StartFailure('migrationFailed', { file: file.name, reason: (error as Error).message });
      }
      await pause(attempt * 500);
    }
  }
}

/** False when another migrator was faster. */
async function apply(client: pg.Client, file: MigrationFile): Promise<boolean> {
  const applied = await appliedMigrations(client);
  if (applied.some(({ name }) => name === file.name)) return false;
  await client.query(file.text);
  await client.query(ownTable);
  await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [
    file.name,
    file.checksum,
  ]);
  return true;
}

async function inLockedTransaction<Result>(client: pg.Client, act: () => Promise<Result>): Promise<Result> {
  await client.query("begin; set local search_path = ''");
  try {
    await client.query(
      "select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('parta migrate', 0))",
    );
    await client.query("set local lock_timeout = '4s'");
    const result = await act();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

// Made with the first migration, for that one makes the schema.
const ownTable = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text collate "C" primary key,
    checksum text not null,
    applied_at timestamptz not null default pg_catalog.clock_timestamp()
  )`;
