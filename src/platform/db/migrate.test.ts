import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase, type TestDatabase } from './testing.ts';

const schema = 'platform/migrations/2026-01-01-0900_schema.sql';
const pupil = 'modules/roster/migrations/2026-01-01-1000_pupil.sql';
const later = 'modules/journal/migrations/2026-01-02-0900_later.sql';

let root: string;
let test: TestDatabase;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parta-migrations-'));
  test = await emptyDatabase();
  await write(pupil, 'create table platform.pupil (school_id integer primary key);');
  await write(schema, 'create schema platform; grant usage on schema platform to parta_app;');
});

afterEach(async () => {
  await test.drop();
  await rm(root, { recursive: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}

async function ask(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: test.addresses.owner });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(text);
  await client.end();
  return rows;
}

describe('migrate', () => {
  it('applies all modules in one order by time, once', async () => {
    const { applied } = await migrate(test.addresses, { root });
    expect(applied).toEqual(['2026-01-01-0900_schema.sql', '2026-01-01-1000_pupil.sql']);
    await expect(migrate(test.addresses, { root })).resolves.toEqual({ applied: [] });
  });

  it('makes the job queue for those who use it', async () => {
    await migrate(test.addresses, { root });
    const rights = await ask(`
      select has_table_privilege('parta_app', 'pgboss.job', 'insert') as sends,
        has_table_privilege('parta_app', 'pgboss.job', 'delete') as app_deletes,
        has_table_privilege('parta_jobs', 'pgboss.job', 'delete') as jobs_delete`);
    expect(rights).toEqual([{ sends: true, app_deletes: false, jobs_delete: true }]);
  });

  it('refuses when an applied file was changed', async () => {
    await migrate(test.addresses, { root });
    await write(pupil, 'create table platform.pupil (school_id integer primary key); -- now with a word');
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({
      code: 'migrationChanged',
      facts: { file: '2026-01-01-1000_pupil.sql' },
    });
  });

  it('refuses when an applied file is gone', async () => {
    await migrate(test.addresses, { root });
    await rm(join(root, pupil));
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({ code: 'migrationMissing' });
  });

  it('refuses a new file that is older than the last applied', async () => {
    await migrate(test.addresses, { root });
    await write('modules/journal/migrations/2026-01-01-0930_late.sql', 'select 1;');
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({ code: 'migrationLate' });
  });

  it('refuses two files of one minute and names out of form', async () => {
    await write('modules/journal/migrations/2026-01-01-1000_other.sql', 'select 1;');
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({ code: 'migrationTwice' });
    await rm(join(root, 'modules/journal/migrations/2026-01-01-1000_other.sql'));
    await write('modules/journal/migrations/other.sql', 'select 1;');
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({ code: 'migrationName' });
  });

  it('leaves nothing of a file that failed, and keeps those before it', async () => {
    await write(later, 'create table platform.half (id integer); select 1 / 0;');
    await expect(migrate(test.addresses, { root })).rejects.toMatchObject({
      code: 'migrationFailed',
      facts: { file: '2026-01-02-0900_later.sql', reason: 'division by zero' },
    });
    const tables = await ask(`
      select to_regclass('platform.pupil') is not null as pupil, to_regclass('platform.half') is null as no_half`);
    expect(tables).toEqual([{ pupil: true, no_half: true }]);
  });

  it('lets two at once share the work', async () => {
    await write(later, 'select pg_sleep(0.2); create table platform.later (id integer);');
    const both = await Promise.all([migrate(test.addresses, { root }), migrate(test.addresses, { root })]);
    expect(both.flatMap(({ applied }) => applied).toSorted()).toEqual([
      '2026-01-01-0900_schema.sql',
      '2026-01-01-1000_pupil.sql',
      '2026-01-02-0900_later.sql',
    ]);
  });

  it('needs the owner', async () => {
    await expect(migrate({ owner: '' }, { root })).rejects.toMatchObject({ code: 'ownerAddressMissing' });
  });
});
