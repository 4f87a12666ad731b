import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { noSchool, recordAct } from '../audit/record-act.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import { openDatabase, type Database } from '../db/database.ts';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import { announce } from '../outbox/announce.ts';
import { pageTopic } from '../outbox/topics.ts';
import { sealAll, startSealer } from './sealer.ts';

let database: TestDatabase;
let superuser: pg.Client;
const page = pageTopic('0199a000-0000-7000-8000-00000000000a');
const quiet = { error: () => {} };

beforeAll(async () => {
  database = await testDatabase();
  superuser = await connected();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

async function connected(): Promise<pg.Client> {
  const name = /@\/(\w+)\?/.exec(database.addresses.app)?.[1] ?? '';
  const connectionString = inject('testEngine').administrator.replace(/@\/\w+\?/, `@/${name}?`);
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function write(schoolId: number, name: string, db: Database = database.db): Promise<void> {
  await db.inSchool({ schoolId, studentIds: '*' }, async (tx) => {
    await announce(tx, { name, topics: [page], payload: { name } });
    await recordAct(tx, { ...nobody, schoolId, action: name, subject: { name, weight: 1.1 } });
  });
}
const nobody = { accountId: null, personId: null, sessionId: null };

async function eventsOf(schoolId: number): Promise<string[]> {
  const { rows } = await superuser.query<{ line: string }>(
    `select seq || ' ' || name as line from platform.event where school_id = $1 order by seq`,
    [schoolId],
  );
  return rows.map(({ line }) => line);
}

async function count(text: string, values: unknown[] = []): Promise<number> {
  const { rows } = await superuser.query<{ count: string }>(text, values);
  return Number(rows[0]?.count);
}

describe('events', () => {
  test('get numbers by school, and a slow transaction gets its number after its commit', async () => {
    const slow = new pg.Client({ connectionString: database.addresses.app });
    await slow.connect();
    await slow.query(`begin; set local app.school_id = 1; set local app.student_ids = '*'`);
    await slow.query(
      `insert into platform.outbox (school_id, id, name, topics, payload)
       values (1, '0199a000-0000-7000-8000-000000000001', 'slow', '{school}', '{}')`,
    );
    await write(1, 'quick');
    await write(2, 'elsewhere');
    await sealAll(database.db);
    expect(await eventsOf(1)).toEqual(['1 quick']);
    expect(await eventsOf(2)).toEqual(['1 elsewhere']);
    await slow.query('commit');
    await slow.end();
    await sealAll(database.db);
    expect(await eventsOf(1)).toEqual(['1 quick', '2 slow']);
  });

  test('keep the order of their moments inside a batch, and are told to listeners', async () => {
    const heard: string[] = [];
    const listening = await database.db.listen(['parta_events'], {
      onMessage: (_, payload) => heard.push(payload),
    });
    for (const name of ['a', 'b', 'c']) await write(3, name);
    await sealAll(database.db);
    await expect.poll(() => heard).toEqual(['{"school" : 3, "from" : 1, "to" : 3}']);
    await listening.close();
    expect(await eventsOf(3)).toEqual(['1 a', '2 b', '3 c']);
  });

  test('are sealed when the sealer is woken, and when it is not', async () => {
    const sealer = startSealer({ database: database.db, log: quiet });
    await write(4, 'woken');
    sealer.wake();
    await expect.poll(() => eventsOf(4), { interval: 5, timeout: 90 }).toEqual(['1 woken']);
    await write(4, 'found');
    await expect.poll(() => eventsOf(4), { timeout: 1_000 }).toHaveLength(2);
    await sealer.stop();
  });

  test('are neither lost nor doubled when the sealer is killed in the middle of a batch', async () => {
    const victim = await openDatabase(database.addresses);
    for (let at = 0; at < 50; at += 1) await write(5, `event ${at}`);
    // The head of the school is held, so every pass stops there with its rows already moved.
    const holder = await connected();
    await holder.query('begin; insert into platform.stream_head (school_id) values (5)');
    for (let round = 0; round < 3; round += 1) {
      const pass = sealAll(victim).catch((error: unknown) => error);
      await expect.poll(() => count(blockedSealers)).toBe(1);
      await superuser.query(`select pg_terminate_backend(pid) from (${blockedPids}) b`);
      expect(await pass).toBeInstanceOf(Error);
    }
    await holder.end();
    await victim.close();
    expect(await count('select count(*) from platform.outbox where school_id = 5')).toBe(50);
    await sealAll(database.db);
    expect(await eventsOf(5)).toEqual(Array.from({ length: 50 }, (_, at) => `${at + 1} event ${at}`));
    expect(await count('select count(*) from platform.audit_seal where school_id = 5')).toBe(50);
    expect(await verifyChain(database.db, 5)).toMatchObject({ sound: true, rows: 50 });
  });

  test('are given each number once by two sealers under writes', async () => {
    const second = await openDatabase(database.addresses);
    const sealers = [database.db, second].map((db) => startSealer({ database: db, log: quiet }));
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let at = 0; at < 25; at += 1) {
        await write(6, `${writer}/${at}`, at % 2 === 0 ? second : database.db);
        for (const sealer of sealers) sealer.wake();
      }
    });
    await Promise.all(writers);
    await expect.poll(() => eventsOf(6), { timeout: 5_000 }).toHaveLength(100);
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    await second.close();
    const events = await eventsOf(6);
    expect(events.map((line) => Number(line.split(' ')[0]))).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(new Set(events.map((line) => line.split(' ')[1]))).toHaveLength(100);
    expect(await verifyChain(database.db, 6)).toMatchObject({ sound: true, rows: 100 });
  });
});

test('the age of what waits is told', async () => {
  const sealer = startSealer({ database: database.db, log: quiet });
  await sealer.stop();
  expect(await sealer.unsealedMs()).toBe(0);
  await write(7, 'waiting');
  await pause(120);
  const age = await sealer.unsealedMs();
  expect(age).toBeGreaterThanOrEqual(120);
  expect(age).toBeLessThan(5_000);
  await sealAll(database.db);
  expect(await sealer.unsealedMs()).toBe(0);
});

describe('a chain of acts', () => {
  const rows = 6;
  beforeAll(async () => {
    for (let at = 1; at <= rows; at += 1) await write(8, `act ${at}`);
    await sealAll(database.db);
  });

  /** Alters as a superuser, looks, and takes it back. */
  async function verdictAfter(alteration: string) {
    await superuser.query(`
      create table public.rows_before as select * from platform.audit_seal where school_id = 8;
      create table public.head_before as select * from platform.stream_head where school_id = 8;
      ${alteration}`);
    const verdict = await verifyChain(database.db, 8);
    await superuser.query(`
      delete from platform.audit_seal where school_id = 8;
      insert into platform.audit_seal select * from public.rows_before;
      delete from platform.stream_head where school_id = 8;
      insert into platform.stream_head select * from public.head_before;
      drop table public.rows_before, public.head_before`);
    return verdict;
  }

  test('is sound as it was written, also without a school', async () => {
    expect(await verifyChain(database.db, 8)).toMatchObject({ sound: true, rows });
    await database.db.identity((tx) =>
      recordAct(tx, { ...nobody, schoolId: noSchool, action: 'test.act', subject: {} }),
    );
    await sealAll(database.db);
    expect(await verifyChain(database.db, noSchool)).toMatchObject({ sound: true, rows: 1 });
    expect(await verifyChain(database.db, 99)).toMatchObject({ sound: true, rows: 0 });
  });

  const where = 'where school_id = 8 and seq';
  test.each([
    [
      'a changed value',
      `update platform.audit_seal set subject = '{"name": "other"}' ${where} = 3`,
      3,
      'changed',
    ],
    [
      'a changed moment',
      `update platform.audit_seal set at = at + interval '1 microsecond' ${where} = 2`,
      2,
      'changed',
    ],
    [
      'a changed author',
      `update platform.audit_seal set person_id = gen_random_uuid() ${where} = 6`,
      6,
      'changed',
    ],
    ['a changed hash', `update platform.audit_seal set hash = sha256('x') ${where} = 4`, 4, 'changed'],
    ['a deleted row', `delete from platform.audit_seal ${where} = 3`, 3, 'missing'],
    ['a deleted end', `delete from platform.audit_seal ${where} > 4`, 5, 'missing'],
    [
      'two rows in each other’s place',
      `update platform.audit_seal set seq = -1 ${where} = 2; update platform.audit_seal set seq = 2 ${where} = 3;
       update platform.audit_seal set seq = 3 ${where} = -1`,
      2,
      'changed',
    ],
    [
      'an end cut off together with the head’s number',
      `delete from platform.audit_seal ${where} > 4; update platform.stream_head set audit_seq = 4 where school_id = 8`,
      4,
      'headDiffers',
    ],
  ])('%s is found', async (_, alteration, seq, fault) => {
    expect(await verdictAfter(alteration)).toEqual({
      sound: false,
      rows: seq - 1,
      broken: { schoolId: 8, seq, fault },
    });
    expect(await verifyChain(database.db, 8)).toMatchObject({ sound: true, rows });
  });

  test('cannot be altered by the server’s own roles', async () => {
    for (const address of [database.addresses.app, database.addresses.jobs, database.addresses.identity]) {
      const client = new pg.Client({ connectionString: address });
      await client.connect();
      await client.query(`set app.school_id = 8; set app.student_ids = '*'`);
      for (const text of [
        `update platform.audit_seal set action = 'x' where school_id = 8`,
        'delete from platform.audit_seal where school_id = 8',
        `update platform.event set name = 'x' where school_id = 8`,
        'truncate platform.audit_seal',
      ]) {
        await expect(client.query(text), text).rejects.toMatchObject({ code: '42501' });
      }
      await client.end();
    }
  });
});

const blockedPids = `select pid from pg_stat_activity where usename = 'parta_jobs' and wait_event_type = 'Lock'
  and datname = current_database()`;
const blockedSealers = `select count(*) from (${blockedPids}) b`;
