import type { FastifyBaseLogger } from 'fastify';
import { CompiledQuery } from 'kysely';
import { type Db, PgBoss } from 'pg-boss';
import { queueSchema } from '../db/queue-schema.ts';
import type { UnfencedTx } from '../db/tx.ts';
import type { Platform } from '../platform.ts';
import type { AnyJob, Job } from './job.ts';

/** The queue of jobs in the database. */
export type JobQueue = {
  /**
   * Puts a job into the queue inside the command's own transaction: it exists when the command
   * commits, and not when it rolls back. The payload holds ids, never names or numbers of people.
   */
  enqueue<Payload extends object>(tx: UnfencedTx, job: Job<Payload>, payload: Payload): Promise<void>;
  /** Begins to work on these jobs and keeps their timetable. */
  start(platform: Platform, jobs: readonly AnyJob[]): Promise<void>;
  /** Takes nothing new and waits for what runs, at most 8 s. */
  stop(): Promise<void>;
};

export type JobQueueNeeds = {
  /** As `parta_jobs`. */
  readonly address: string;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'warn'>;
};

const connections = 3;
const stopMs = 8_000;
const queueOptions = { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 600 };

/**
 * The owner made the queue's tables; this role may use but not change them, so nothing here
 * migrates, rebuilds or creates.
 */
export function jobQueue({ address, log }: JobQueueNeeds): JobQueue {
  const boss = new PgBoss({
    connectionString: address,
    application_name: 'parta jobs',
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    max: connections,
  });
  boss.on('error', (error) => log.error({ err: error, code: 'jobsFailed' }, 'the job queue failed'));
  boss.on('warning', () => log.warn({ code: 'jobsSlow' }, 'the job queue is slow'));
  let started = false;
  return {
    async enqueue(tx, job, payload) {
      await boss.send(job.name, payload, { db: databaseOf(tx) });
    },
    async start(platform, jobs) {
      await boss.start();
      started = true;
      for (const job of jobs) await serveJob(boss, platform, job);
      await dropOldSchedules(boss, jobs);
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: stopMs });
    },
  };
}

async function serveJob(boss: PgBoss, platform: Platform, job: AnyJob): Promise<void> {
  await boss.createQueue(job.name, queueOptions);
  if (job.schedule) {
    await boss.schedule(job.name, job.schedule.cron, null, { tz: job.schedule.timeZone });
  }
  // The payload's type was checked where the job was put into the queue.
  const run = job.run as (platform: Platform, payload: object) => Promise<void>;
  await boss.work<object>(job.name, async (waiting) => {
    for (const { data } of waiting) await run(platform, data);
  });
}

/** A job that is no longer in the program must not be started by an old timetable. */
async function dropOldSchedules(boss: PgBoss, jobs: readonly AnyJob[]): Promise<void> {
  const scheduled = new Set(jobs.filter((job) => job.schedule).map((job) => job.name));
  for (const { name } of await boss.getSchedules()) {
    if (!scheduled.has(name)) await boss.unschedule(name);
  }
}

/** pg-boss speaks to a transaction of ours; its texts are fixed, so no name is prepared. */
function databaseOf(tx: UnfencedTx): Db {
  return {
    async executeSql(text, values = []) {
      const { rows } = await tx.kysely.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  };
}
