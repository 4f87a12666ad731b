import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../db/database.ts';
import { statement } from '../db/tx.ts';
import { sealBatch } from './seal-batch.ts';

/**
 * Moves committed audit rows into their chains and committed events into their streams, for the
 * whole database: of all processes one at a time, held apart by a transaction lock.
 */
export type Sealer = {
  /** A command has committed: seal now rather than at the next look. Never waits, never throws. */
  wake(): void;
  /** How long the oldest committed row has been waiting, in milliseconds; 0 when none is. */
  unsealedMs(): Promise<number>;
  /** Ends after the pass under way. */
  stop(): Promise<void>;
};

export type SealerNeeds = {
  readonly database: Pick<Database, 'jobs'>;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
};

/** Rows waiting longer than this are an alarm: audit and news stand still. */
export const unsealedAlarmMs = 5_000;

const pollMs = 100;

/** A busy lesson's commands are sealed together: a pass for each would cost more than the commands. */
const gatherMs = 25;

/** So many in a pass, and the next one gathers for as long as a look takes anyway. */
const busyRows = 8;
const alarmEveryMs = 10_000;
const rowsAtOnce = 1_000;

/** Starts the sealer: it looks each 100 ms, and 25 ms after it is woken while little happens. */
export function startSealer({ database, log }: SealerNeeds): Sealer {
  let stopped = false;
  let woken = false;
  let pause = gatherMs;
  let timer: NodeJS.Timeout | null = null;
  let pass: Promise<void> | null = null;

  const look = () => {
    timer = null;
    woken = false;
    pass = sealAll(database)
      .then((moved) => {
        pause = moved < busyRows ? gatherMs : pollMs;
      })
      .catch((error: unknown) => log.error({ err: error, code: 'sealerFailed' }, 'sealing failed'))
      .finally(() => {
        pass = null;
        if (!stopped) timer = setTimeout(look, woken ? pause : pollMs);
      });
  };
  const watch = setInterval(() => void alarm(database, log), alarmEveryMs);
  watch.unref();
  look();

  return {
    wake() {
      if (woken) return;
      woken = true;
      if (timer === null) return;
      clearTimeout(timer);
      timer = setTimeout(look, pause);
    },
    unsealedMs: () => unsealedMs(database),
    async stop() {
      stopped = true;
      clearInterval(watch);
      if (timer) clearTimeout(timer);
      await pass;
    },
  };
}

/** Seals until nothing waits, one transaction per batch; how many rows were moved. */
export async function sealAll(database: Pick<Database, 'jobs'>): Promise<number> {
  for (let moved = 0; ;) {
    const batch = await database.jobs(async (tx) => {
      // The lock has a statement of its own: only the next one sees what its last holder committed.
      await tx.text(takeTurn);
      return sealBatch(tx, rowsAtOnce);
    });
    moved += batch;
    if (batch < rowsAtOnce) return moved;
  }
}

async function unsealedMs(database: Pick<Database, 'jobs'>): Promise<number> {
  const age = await database.jobs((tx) => tx.text(oldestWaiting));
  return Number(age);
}

async function alarm(database: Pick<Database, 'jobs'>, log: SealerNeeds['log']): Promise<void> {
  try {
    const age = await unsealedMs(database);
    if (age < unsealedAlarmMs) return;
    log.error(
      { code: 'unsealed', seconds: Math.round(age / 1000) },
      'audit rows and events are not being sealed',
    );
  } catch (error) {
    log.error({ err: error, code: 'unsealed' }, 'cannot tell whether audit rows wait');
  }
}

// One sealer per database; waits for its turn, which another process holds for one batch.
const takeTurn = statement('platform.sealerTurn', 'select pg_advisory_xact_lock(7270371)::text');

// Age of the oldest waiting row in milliseconds; both tables are nearly empty.
const oldestWaiting = statement(
  'platform.oldestUnsealed',
  `select coalesce(round(extract(epoch from clock_timestamp() - min(at)) * 1000), 0)::text
   from (select min(at) as at from platform.audit_pending union all select min(at) from platform.outbox) w`,
);
