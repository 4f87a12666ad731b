import type { DatabaseAddresses } from './addresses.ts';
import { readFenced } from './fenced-read.ts';
import { listen, type Listener, type Listening } from './listen.ts';
import { assertOrdinaryRole } from './ordinary-role.ts';
import { openPool, type DatabasePool } from './pool.ts';
import { fencedTransaction, unfencedTransaction } from './transaction.ts';
import type { Fence, Statement, Tx, UnfencedTx } from './tx.ts';

export type Database = {
  /** One transaction as `parta_app` behind the fence; committed when `run` resolves, else rolled back. */
  inSchool<Tables, Result>(fence: Fence, run: (tx: Tx<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * The hot read: one named statement behind the fence in one round trip; the first column of its
   * first row, unparsed, or null when there is none.
   */
  readText(fence: Fence, statement: Statement, values: readonly unknown[]): Promise<string | null>;
  /** One transaction as `parta_identity`: schema `directory`, no school. */
  identity<Tables, Result>(run: (tx: UnfencedTx<Tables>) => Promise<Result>): Promise<Result>;
  /** One transaction as `parta_jobs`; with a fence, of that school. */
  jobs: JobTransaction;
  /** Hears NOTIFY on a direct connection of its own and reconnects by itself. */
  listen(channels: readonly string[], listener: Listener): Promise<Listening>;
  /** Resolves when the database answers as each of the server's roles. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type JobTransaction = {
  <Tables, Result>(run: (tx: UnfencedTx<Tables>) => Promise<Result>): Promise<Result>;
  <Tables, Result>(fence: Fence, run: (tx: Tx<Tables>) => Promise<Result>): Promise<Result>;
};

export type DatabaseOptions = {
  /** Connections of `parta_app`: about twice the database's cores; more only wait inside PostgreSQL. */
  readonly appConnections?: number;
};

/**
 * Opens the pools of the server's three roles. Throws StartFailure: `databaseUnreachable`, or
 * `rolePrivileged` when a role could pass the school fence.
 */
export async function openDatabase(
  addresses: DatabaseAddresses,
  options: DatabaseOptions = {},
): Promise<Database> {
  const app = openPool(addresses.app, options.appConnections ?? 4);
  const identity = openPool(addresses.identity, 2);
  const jobs = openPool(addresses.jobs, 2);
  const pools = [app, identity, jobs];
  const close = async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  };
  try {
    await Promise.all(pools.map(assertOrdinaryRole));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    inSchool: (fence, run) => fencedTransaction(app, fence, run),
    readText: (fence, statement, values) => readFenced(app, { fence, statement, values }),
    identity: (run) => unfencedTransaction(identity, run),
    jobs: jobTransaction(jobs),
    listen: (channels, listener) => listen(addresses.listen, channels, listener),
    async ping() {
      await Promise.all(pools.map((pool) => pool.query('select 1')));
    },
    close,
  };
}

function jobTransaction(pool: DatabasePool): JobTransaction {
  return <Tables, Result>(
    first: Fence | ((tx: UnfencedTx<Tables>) => Promise<Result>),
    run?: (tx: Tx<Tables>) => Promise<Result>,
  ): Promise<Result> => {
    if (typeof first === 'function') return unfencedTransaction(pool, first);
    if (!run) throw new TypeError('a job of a school needs something to run');
    return fencedTransaction(pool, first, run);
  };
}
