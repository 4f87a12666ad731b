import type { Kysely } from 'kysely';
import type { Fence, Statement } from '../database-port.ts';

export type { Fence, Statement } from '../database-port.ts';

/**
 * A hand-written statement. The server plans it once per connection under its name, so a name belongs
 * to one text for ever; write it as `module.what`.
 */
export function statement(name: string, text: string): Statement {
  return { name, text };
}

/** One transaction without a school: the directory, the sealer, the queue. */
export type UnfencedTx<Tables = unknown> = {
  /** Runs a named statement; its rows. Dates are 'YYYY-MM-DD', moments ISO 8601 in UTC. */
  rows<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a named statement; the first column of its first row as PostgreSQL's own text (JSON unparsed). */
  text(statement: Statement, values?: readonly unknown[]): Promise<string | null>;
  /** Runs a named statement; how many rows it wrote. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
  readonly kysely: Kysely<Tables>;
  /**
   * Never there. `Kysely<Few>` is assignable to `Kysely<Many>` without an error; this field makes
   * the compiler refuse it for a transaction.
   */
  readonly tables?: () => Tables;
};

/** One transaction of one school: what commands and queries receive, and nothing else. */
export type Tx<Tables = unknown> = UnfencedTx<Tables> & {
  readonly schoolId: number;
  readonly fence: Fence;
  /**
   * The last write of the transaction, with the commit in the same packet; answers as `text`, once both are done. What
   * is asked of `rows` and `text` afterwards is a fenced read of its own; nothing more can be written.
   */
  finish(statement: Statement, values: readonly unknown[]): Promise<string | null>;
};
