import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '#platform/db/bulk.ts';
import { emptyDatabase, testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { lintSchema } from './lint.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
});

afterAll(() => test.drop());

/** Plants a fault, reads the report, and takes the fault away again. */
async function faultsWith(planted: string, removed: string): Promise<readonly string[]> {
  await write(planted);
  const { faults } = await lintSchema(test.addresses.owner);
  await write(removed);
  return faults;
}

/** Inside a fence, since a new foreign key looks at the rows that are there. */
async function write(text: string): Promise<void> {
  await asOwner(test.addresses.owner, { schoolId: 1, studentIds: '*' }, (client) => client.query(text));
}

const goodTable = `
  create table journal.planted (school_id integer not null, id uuid not null, student_id uuid,
    primary key (school_id, id));
  select platform.school_table('journal.planted');`;
const dropTable = 'drop table journal.planted';

const planted: readonly { what: string; by: string; fault: string; removed?: string }[] = [
  {
    what: 'a table without school_id',
    by: `create table journal.planted (id uuid primary key);
      alter table journal.planted enable row level security; alter table journal.planted force row level security;
      create policy open on journal.planted to parta_jobs using (true)`,
    fault: 'journal.planted: has no school_id integer not null',
  },
  {
    what: 'a school_id of another type',
    by: `${goodTable} alter table journal.planted alter school_id type bigint`.replace(
      "select platform.school_table('journal.planted');",
      '',
    ),
    fault: 'journal.planted: has no school_id integer not null',
  },
  {
    what: 'a primary key led by something else',
    by: 'create table journal.planted (school_id integer not null, id uuid, primary key (id, school_id))',
    fault: 'journal.planted: primary key planted_pkey does not begin with school_id',
  },
  {
    what: 'no primary key',
    by: 'create table journal.planted (school_id integer not null)',
    fault: 'journal.planted: has no primary key',
  },
  {
    what: 'a unique constraint without school_id',
    by: `${goodTable} alter table journal.planted add constraint planted_once unique (student_id)`,
    fault: 'journal.planted: unique planted_once does not begin with school_id',
  },
  {
    what: 'an ordinary index without school_id',
    by: `${goodTable} create index planted_index on journal.planted (student_id)`,
    fault: 'journal.planted: index planted_index does not begin with school_id',
  },
  {
    what: 'an index that begins with an expression',
    by: `${goodTable} create index planted_index on journal.planted ((school_id + 1))`,
    fault: 'journal.planted: index planted_index does not begin with school_id',
  },
  {
    what: 'a foreign key of another order',
    by: `${goodTable} create unique index person_turned on roster.person (id, school_id);
      alter table journal.planted add constraint planted_student
      foreign key (student_id, school_id) references roster.person (id, school_id)`,
    fault: 'journal.planted: foreign key planted_student does not begin with school_id',
    removed: `${dropTable}; drop index roster.person_turned`,
  },
  {
    what: 'a foreign key from the directory to a school',
    by: `alter table directory.account_person add constraint planted_person
      foreign key (school_id, person_id) references roster.person (school_id, id)`,
    fault:
      'directory.account_person: foreign key planted_person points to roster.person, a table of a school',
    removed: 'alter table directory.account_person drop constraint planted_person',
  },
  {
    what: 'a foreign key to a module above',
    by: `create table roster.planted (school_id integer not null, id uuid not null, primary key (school_id, id),
      constraint planted_work foreign key (school_id, id) references journal.work (school_id, id))`,
    fault: 'roster.planted: foreign key planted_work points upwards to journal.work',
    removed: 'drop table roster.planted',
  },
  {
    what: 'a trigger',
    by: `${goodTable} create function journal.planted_function() returns trigger language plpgsql as 'begin return new; end';
      create trigger planted_trigger before insert on journal.planted
        for each row execute function journal.planted_function()`,
    fault: 'journal.planted: trigger planted_trigger',
    removed: `${dropTable}; drop function journal.planted_function()`,
  },
  {
    what: 'a table without its fence',
    by: `${goodTable} alter table journal.planted disable row level security`,
    fault: 'journal.planted: row-level security is off',
  },
  {
    what: 'a fence that lets the owner through',
    by: `${goodTable} alter table journal.planted no force row level security`,
    fault: 'journal.planted: row-level security is not forced on the owner',
  },
  {
    what: 'a table without a policy',
    by: `${goodTable} drop policy school_fence on journal.planted`,
    fault: 'journal.planted: has no policy',
  },
  {
    what: 'a policy that opens the fence',
    by: `${goodTable} create policy planted_door on journal.planted using (true)`,
    fault: 'journal.planted: policy planted_door lets the application past the school fence',
  },
  {
    what: 'a policy that fences reading but not writing',
    by: `${goodTable} create policy planted_door on journal.planted to parta_app
      using (school_id = current_setting('app.school_id')::int) with check (true)`,
    fault: 'journal.planted: policy planted_door lets the application past the school fence',
  },
  {
    what: 'changing what only grows',
    by: 'grant update on journal.mark_revision to parta_app',
    fault: 'journal.mark_revision: parta_app may update facts that only grow',
    removed: 'revoke update on journal.mark_revision from parta_app',
  },
  {
    what: 'changing one column of what only grows',
    by: 'grant update (topics) on platform.event to parta_app',
    fault: 'platform.event: parta_app may update facts that only grow',
    removed: 'revoke update (topics) on platform.event from parta_app',
  },
  {
    what: 'deleting the audit trail',
    by: 'grant delete on platform.audit_seal to parta_app',
    fault: 'platform.audit_seal: parta_app may delete facts that only grow',
    removed: 'revoke delete on platform.audit_seal from parta_app',
  },
  {
    what: 'truncating',
    by: 'grant truncate on journal.mark to parta_jobs',
    fault: 'journal.mark: parta_jobs may truncate, which no fence holds',
    removed: 'revoke truncate on journal.mark from parta_jobs',
  },
  {
    what: 'the application in the directory',
    by: 'grant select on directory.account to parta_app',
    fault: 'directory.account: parta_app may select a table without a fence',
    removed: 'revoke select on directory.account from parta_app',
  },
  {
    what: 'an id that is a number',
    by: `${goodTable} alter table journal.planted add column lesson_id bigint`,
    fault: 'journal.planted: lesson_id is bigint, not uuid',
  },
];

describe('the schema', () => {
  it('keeps every rule', async () => {
    const { faults, tables } = await lintSchema(test.addresses.owner);
    expect(faults).toEqual([]);
    expect(tables).toBeGreaterThan(20);
  });

  it('without tables is a fault', async () => {
    const empty = await emptyDatabase();
    await expect(lintSchema(empty.addresses.owner)).resolves.toEqual({
      faults: ['no table of a school was read'],
      tables: 0,
    });
    await empty.drop();
  });

  it.each(planted)('reports $what', async ({ by, fault, removed }) => {
    expect(await faultsWith(by, removed ?? dropTable)).toContain(fault);
  });
});
