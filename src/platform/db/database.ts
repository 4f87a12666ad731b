import type { DatabaseAddresses } from './addresses.ts';
import type { Listening, Listener } from './listen.ts';
import type { Fence, Statement, Tx, UnfencedTx } from './tx.ts';
import { openPool, type DatabasePool } from './pool.ts';
import { assertOrdinaryRole } from './ordinary-role.ts';
import { readFenced } from './fenced-read.ts';
import { runTransaction } from './transaction.ts';
import { listen } from './listen.ts';

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
