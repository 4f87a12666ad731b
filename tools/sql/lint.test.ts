import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lintMigrations } from './lint.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

const roster = 'src/modules/roster/migrations/2026-01-01-0900_roster.sql';
const journal = 'src/modules/journal/migrations/2026-01-02-0900_marks.sql';

const lawful: Record<string, string> = {
  'src/modules.ts': `export const moduleGraph = { roster: [], journal: ['roster'] };`,
  'src/platform/migrations/2026-01-01-0800_platform.sql': `create table directory.account (id uuid primary key);
    create function platform.fence() returns text language plpgsql set search_path = '' as $$ begin return ''; end $$;`,
  [roster]: `-- create trigger: only a comment
    create table roster.person (school_id int, id uuid, account uuid references directory.account (id));
    alter table roster.person alter column id set not null; update roster.person set id = null;`,
  [journal]: `set local lock_timeout = '5s';
    create table journal.mark (school_id int, student_id uuid, foreign key (school_id, student_id) references roster.person (school_id, id));`,
};

async function faultsOf(planted: Record<string, string>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parta-sql-'));
  folders.push(folder);
  for (const [path, text] of Object.entries({ ...lawful, ...planted })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return lintMigrations(folder).faults;
}

const violations: readonly [name: string, planted: Record<string, string>, fault: RegExp][] = [
  ['a name without a moment', { 'src/modules/roster/migrations/people.sql': '' }, /not YYYY-MM-DD-HHMM/],
  ['a day that is none', { 'src/modules/roster/migrations/2026-02-30-0900_x.sql': '' }, /is no day/],
  [
    'one stamp twice',
    { 'src/modules/journal/migrations/2026-01-01-0900_x.sql': '' },
    /another migration has the stamp/,
  ],
  [
    'a trigger',
    { [journal]: 'CREATE OR REPLACE TRIGGER t after insert on x execute function f();' },
    /triggers do not work/,
  ],
  [
    'a constraint trigger',
    { [journal]: 'create constraint trigger t after insert on x;' },
    /triggers do not/,
  ],
  ['a session setting', { [journal]: `select 1;\nset search_path = ''` }, /set search_path outlives/],
  ['set session', { [journal]: `SET SESSION work_mem = 1` }, /set SESSION outlives/],
  ['set_config', { [journal]: `select set_config('app.school_id', '1', false)` }, /set_config/],
  ['a commit', { [journal]: `select 1; commit;` }, /runs in the transaction it is given/],
  ['a table elsewhere', { [journal]: 'create table roster.mark (id int);' }, /not in the schema journal/],
  ['a bare table', { [journal]: 'create table mark (id int);' }, /creates mark, which is not/],
  [
    'a key upwards',
    {
      [journal]: 'create table journal.mark (id int);',
      'src/modules/roster/migrations/2026-01-03-0900_x.sql':
        'alter table roster.person add foreign key (id) references journal.mark (id);',
    },
    /roster does not stand above journal/,
  ],
  [
    'a key to a later table',
    {
      [roster]: 'create table roster.person (id int references roster.late);',
      'src/modules/roster/migrations/2026-01-03-0900_x.sql': 'create table roster.late (id int);',
    },
    /a later migration creates/,
  ],
  [
    'a key to nowhere',
    { [journal]: 'create table journal.x (id int references roster.ghost);' },
    /no migration creates/,
  ],
];

describe('migrations', () => {
  test('lawful ones have no faults', async () => {
    expect(await faultsOf({})).toEqual([]);
  });

  test.each(violations)('%s is reported', async (_name, planted, fault) => {
    expect(await faultsOf(planted)).toContainEqual(expect.stringMatching(fault));
  });

  test('nothing read is a fault', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parta-sql-'));
    folders.push(folder);
    expect(lintMigrations(folder).faults).toEqual(['no migration was read']);
  });
});
