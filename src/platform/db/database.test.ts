import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner, insertMany } from './bulk.ts';
import { openDatabase } from './database.ts';
import { assertOrdinaryRole } from './ordinary-role.ts';
import { openPool } from './pool.ts';
import { testDatabase, type TestDatabase } from './testing.ts';
import { statement, type Fence } from './tx.ts';

const first: Fence = { schoolId: 1, studentIds: '*' };
const second: Fence = { schoolId: 2, studentIds: '*' };
const anna = '0199a000-0000-7000-8000-00000000000a';
const boris = '0199a000-0000-7000-8000-00000000000b';

const allNotes = statement('test.all_notes', 'select student_id, words from test.note order by words');
const noteWords = statement(
  'test.note_words',
  'select words from test.note where words like $1 order by words',
);
const countNotes = statement('test.count_notes', 'select count(*) as count from test.note');
const addNote = statement(
  'test.add_note',
  'insert into test.note (school_id, student_id, words, on_day, at) values ($1, $2, $3, $4, $5)',
);

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  const owner = new pg.Client({ connectionString: test.addresses.owner });
  await owner.connect();
  await owner.query(`
    create schema test;
    create table test.note (
      school_id integer not null, student_id uuid not null, words text not null,
      on_day date, at timestamptz, big bigint, labels text[], extra jsonb,
      primary key (school_id, student_id, words));
    select platform.student_table('test.note');
    grant usage on schema test to parta_app`);
  await owner.end();
  for (const fence of [first, second]) {
    await asOwner(test.addresses.owner, fence, (client) =>
      insertMany(client, { into: 'test.note', columns: ['school_id', 'student_id', 'words'] }, [
        [fence.schoolId, anna, `${fence.schoolId} Анна`],
        [fence.schoolId, boris, `${fence.schoolId} Борис`],
      ]),
    );
  }
});

afterAll(() => test.drop());

function app<Result>(act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return connected(test.addresses.app, act);
}

async function connected<Result>(
  address: string,
  act: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

describe('the school fence', () => {
  it('raises when nobody set it', async () => {
    await app(async (client) => {
      await expect(client.query('select from test.note')).rejects.toThrow(/app\.school_id/);
    });
  });

  it('raises on the connection that served a fenced transaction before', async () => {
    await app(async (client) => {
      await client.query("begin; set local app.school_id = 1; set local app.student_ids = '*'");
      expect((await client.query('select from test.note')).rowCount).toBe(2);
      await client.query('commit');
      await expect(client.query('select from test.note')).rejects.toThrow(
        /invalid input syntax for type integer/,
      );
    });
  });

  it('shows the own school only', async () => {
    const words = await test.db.inSchool(first, (tx) => tx.rows<{ words: string }>(allNotes));
    expect(words.map((row) => row.words)).toEqual(['1 Анна', '1 Борис']);
    await expect(
      test.db.inSchool({ schoolId: 3, studentIds: '*' }, (tx) => tx.rows(allNotes)),
    ).resolves.toEqual([]);
  });

  it('refuses a row of another school', async () => {
    const writing = test.db.inSchool(first, (tx) => tx.run(addNote, [2, anna, 'чужое', null, null]));
    await expect(writing).rejects.toMatchObject({ code: '42501' });
  });

  it('shows a family its own students only', async () => {
    const family: Fence = { schoolId: 1, studentIds: [anna] };
    const rows = await test.db.inSchool(family, (tx) => tx.rows<{ student_id: string }>(allNotes));
    expect(rows.map((row) => row.student_id)).toEqual([anna]);
    await expect(test.db.readText({ schoolId: 1, studentIds: [] }, countNotes, [])).resolves.toBe('0');
  });

  it('holds the owner too', async () => {
    const rows = await asOwner(test.addresses.owner, second, (client) =>
      client.query('select words from test.note'),
    );
    expect(rows.rows).toEqual([{ words: '2 Анна' }, { words: '2 Борис' }]);
  });

  it.each([
    { schoolId: 1.5, studentIds: '*' as const },
    { schoolId: -1, studentIds: '*' as const },
    { schoolId: Number.NaN, studentIds: '*' as const },
    { schoolId: '1; drop table test.note' as unknown as number, studentIds: '*' as const },
    { schoolId: 1, studentIds: ["'; drop table test.note; --"] },
  ])('takes no fence that is not an integer and UUIDs: $schoolId $studentIds', async (fence) => {
    await expect(test.db.readText(fence, countNotes, [])).rejects.toThrow(RangeError);
    await expect(test.db.inSchool(fence, (tx) => tx.rows(countNotes))).rejects.toThrow(RangeError);
  });

  it('keeps the application out of the directory', async () => {
    const accounts = statement('test.accounts', 'select from directory.account');
    await expect(test.db.inSchool(first, (tx) => tx.rows(accounts))).rejects.toMatchObject({ code: '42501' });
    await expect(test.db.identity((tx) => tx.rows(accounts))).resolves.toEqual([]);
  });
});

describe('readText', () => {
  it('answers each of many at once with its own row', async () => {
    const words = ['1 Анна', '1 Борис', 'никто'];
    const asked = Array.from({ length: 300 }, (_, index) => words[index % 3] ?? '');
    const answers = await Promise.all(asked.map((word) => test.db.readText(first, noteWords, [word])));
    expect(answers).toEqual(asked.map((word) => (word === 'никто' ? null : word)));
  });

  it('gives JSON unparsed', async () => {
    const json = statement('test.json', `select json_build_object('a', 1, 'b', null)`);
    await expect(test.db.readText(first, json, [])).resolves.toBe('{"a" : 1, "b" : null}');
  });

  it('rejects with the statement’s own error and serves on', async () => {
    const broken = statement('test.broken', 'select 1 / (select count(*) from test.note where words = $1)');
    const working = Array.from({ length: 20 }, () => test.db.readText(first, countNotes, []));
    await expect(test.db.readText(first, broken, ['никто'])).rejects.toMatchObject({ code: '22012' });
    expect(await Promise.all(working)).toEqual(working.map(() => '2'));
    await expect(test.db.readText(first, countNotes, [])).resolves.toBe('2');
  });

  it('writes nothing', async () => {
    const write = statement('test.write', `update test.note set words = 'нет' returning words`);
    await expect(test.db.readText(first, write, [])).rejects.toMatchObject({ code: '25006' });
  });
});

describe('a transaction', () => {
  it('writes all or nothing', async () => {
    const failing = test.db.inSchool(first, async (tx) => {
      await tx.run(addNote, [1, anna, 'забытое', null, null]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await expect(test.db.readText(first, noteWords, ['забытое'])).resolves.toBeNull();
  });

  it('does not pretend to have committed after a passed-over error', async () => {
    const broken = statement('test.broken_again', 'select 1 / 0');
    const pretending = test.db.inSchool(first, async (tx) => {
      await tx.run(addNote, [1, anna, 'потерянное', null, null]);
      await tx.rows(broken).catch(() => []);
    });
    await expect(pretending).rejects.toThrow(/nothing was written/);
    await expect(test.db.readText(first, noteWords, ['потерянное'])).resolves.toBeNull();
  });

  it('rejects when the connection is lost before the commit is acknowledged', async () => {
    const own = statement('test.own_pid', 'select pg_backend_pid() as pid');
    const losing = test.db.inSchool(first, async (tx) => {
      await tx.run(addNote, [1, anna, 'оборванное', null, null]);
      const [row] = await tx.rows<{ pid: number }>(own);
      await app((client) => client.query('select pg_terminate_backend($1)', [row?.pid]));
    });
    await expect(losing).rejects.toThrow();
    await expect(test.db.readText(first, noteWords, ['оборванное'])).resolves.toBeNull();
    await test.db.ping();
  });

  it('gives dates, moments, large numbers and Kysely’s rows in the agreed form', async () => {
    type Tables = {
      'test.note': {
        words: string;
        on_day: string;
        at: string;
        big: number;
        labels: string[];
        extra: unknown;
      };
    };
    await asOwner(test.addresses.owner, { schoolId: 4, studentIds: '*' }, (client) =>
      insertMany(
        client,
        {
          into: 'test.note',
          columns: ['school_id', 'student_id', 'words', 'on_day', 'at', 'big', 'labels', 'extra'],
        },
        [
          [
            4,
            anna,
            'ё',
            '2026-11-24',
            '2026-11-24T10:00:00.123+03:00',
            9_007_199_254_740_991,
            ['а,б', '"в"', null],
            { г: [1] },
          ],
        ],
      ),
    );
    const rows = await test.db.inSchool<Tables, unknown>({ schoolId: 4, studentIds: '*' }, (tx) =>
      tx.kysely.selectFrom('test.note').select(['on_day', 'at', 'big', 'labels', 'extra']).execute(),
    );
    expect(rows).toEqual([
      {
        on_day: '2026-11-24',
        at: '2026-11-24T07:00:00.123Z',
        big: 9_007_199_254_740_991,
        labels: ['а,б', '"в"', null],
        extra: { г: [1] },
      },
    ]);
  });

  it('inserts a hundred thousand rows in seconds', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [5, anna, `запись ${index}`]);
    const began = performance.now();
    await asOwner(test.addresses.owner, { schoolId: 5, studentIds: '*' }, (client) =>
      insertMany(client, { into: 'test.note', columns: ['school_id', 'student_id', 'words'] }, rows),
    );
    expect(performance.now() - began).toBeLessThan(10_000);
    await expect(test.db.readText({ schoolId: 5, studentIds: '*' }, countNotes, [])).resolves.toBe('100000');
  });
});

describe('roles', () => {
  it.each(['owner', 'backup'] as const)('the server does not run as %s', async (role) => {
    const privileged = openDatabase({ ...test.addresses, app: test.addresses[role] });
    await expect(privileged).rejects.toMatchObject({ code: 'rolePrivileged' });
  });

  it('the ordinary roles pass', async () => {
    const pool = openPool(test.addresses.app, 1);
    await assertOrdinaryRole(pool);
    await pool.end();
  });

  it('words an address where nobody answers', async () => {
    const nowhere = openDatabase({ ...test.addresses, app: 'postgres://a:b@/parta?host=%2Fnowhere' });
    await expect(nowhere).rejects.toMatchObject({ code: 'databaseUnreachable' });
  });
});

describe('listen', () => {
  it('hears, and hears again after its connection was cut', async () => {
    const heard: string[] = [];
    let reconnected = 0;
    const listening = await test.db.listen(['test_news'], {
      onMessage: (channel, payload) => heard.push(`${channel} ${payload}`),
      onReconnect: () => (reconnected += 1),
    });
    const tell = (payload: string) =>
      app((client) => client.query("select pg_notify('test_news', $1)", [payload]));
    await tell('один');
    await expect.poll(() => heard).toEqual(['test_news один']);
    await app((client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parta listen' and datname = current_database()",
      ),
    );
    await expect.poll(() => reconnected, { timeout: 5_000 }).toBe(1);
    await tell('два');
    await expect.poll(() => heard).toEqual(['test_news один', 'test_news два']);
    await listening.close();
  });
});
