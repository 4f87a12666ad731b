import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../db/testing.ts';
import type { Platform } from '../platform.ts';
import { expireIdempotencyKeys } from './expire-idempotency-keys.ts';
import { jobQueue, type JobQueue } from './job-queue.ts';
import type { Job } from './job.ts';

let database: TestDatabase;
let superuser: pg.Client;
let queue: JobQueue;
let platform: Platform;
const faults: unknown[] = [];
const done: number[] = [];
const log = {
  error: (fault: unknown) => void faults.push(fault),
  warn: () => {},
} as unknown as Platform['log'];

const count: Job<{ at: number }> = {
  name: 'test.count',
  run(_platform, { at }) {
    done.push(at);
    return Promise.resolve();
  },
};
const nightly: Job = {
  name: 'test.nightly',
  schedule: { cron: '0 4 * * *', timeZone: 'Asia/Yekaterinburg' },
  run: () => Promise.resolve(),
};
const school = { schoolId: 1, studentIds: '*' } as const;

beforeAll(async () => {
  database = await testDatabase();
  const name = /@\/(\w+)\?/.exec(database.addresses.app)?.[1] ?? '';
  const { administrator } = inject('testEngine');
  superuser = new pg.Client({ connectionString: administrator.replace(/@\/\w+\?/, `@/${name}?`) });
  await superuser.connect();
  // A job sees the database and the clock only.
  platform = { database: database.db, log } as unknown as Platform;
  queue = jobQueue({ address: database.addresses.jobs, log });
  await queue.start(platform, [count, nightly, expireIdempotencyKeys]);
});
afterAll(async () => {
  await queue.stop();
  await superuser.end();
  await database.drop();
});

describe('a job', () => {
  test('runs when its command commits, and never when it rolls back', async () => {
    await expect(
      database.db.inSchool(school, async (tx) => {
        await queue.enqueue(tx, count, { at: 1 });
        throw new Error('the command fails');
      }),
    ).rejects.toThrow('the command fails');
    await database.db.inSchool(school, (tx) => queue.enqueue(tx, count, { at: 2 }));
    await database.db.jobs((tx) => queue.enqueue(tx, count, { at: 3 }));
    await expect.poll(() => done.toSorted((one, other) => one - other), { timeout: 8_000 }).toEqual([2, 3]);
  });

  test('keeps its timetable in its time zone, and loses it when it is gone', async () => {
    const schedules = async () => {
      const { rows } = await superuser.query<{ line: string }>(
        `select concat_ws(' ', name, cron, timezone) as line from pgboss.schedule order by name`,
      );
      return rows.map(({ line }) => line);
    };
    expect(await schedules()).toEqual([
      'platform.expireIdempotencyKeys 20 3 * * * Europe/Moscow',
      'test.nightly 0 4 * * * Asia/Yekaterinburg',
    ]);
    const later = jobQueue({ address: database.addresses.jobs, log });
    await later.start(platform, [expireIdempotencyKeys]);
    await later.stop();
    expect(await schedules()).toEqual(['platform.expireIdempotencyKeys 20 3 * * * Europe/Moscow']);
  });
});

test('idempotency keys are forgotten after 30 days', async () => {
  await superuser.query(`
    insert into platform.idempotency_key (school_id, account_id, key, endpoint, request_hash, result, at)
    select 1, gen_random_uuid(), gen_random_uuid(), 'test', '\\x00', '{}', now() - make_interval(days => days)
    from unnest(array[0, 29, 31, 400]) as days`);
  await expireIdempotencyKeys.run(platform, {});
  const { rows } = await superuser.query(
    `select 1 from platform.idempotency_key where at < now() - interval '30 days'`,
  );
  const { rows: kept } = await superuser.query('select 1 from platform.idempotency_key');
  expect([rows.length, kept.length]).toEqual([0, 2]);
});

test('the queue works without complaint as an ordinary role', () => {
  expect(faults).toEqual([]);
});
