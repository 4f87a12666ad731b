import pg from 'pg';
import { fenceText } from './fence-text.ts';
import { runLast } from './last-query.ts';
import { inOnePacket, isClientSound, type DatabasePool, type PooledClient } from './pool.ts';
import type { Fence, Statement } from './tx.ts';
import { unparsed } from './value-parsers.ts';

export type FencedRead = {
  readonly fence: Fence;
  readonly statement: Statement;
  readonly values: readonly unknown[];
};

/**
 * `begin` with the fence, the named statement and `commit`, sent together: one round trip.
 */
export async function readFenced(pool: DatabasePool, read: FencedRead): Promise<string | null> {
  const begin = `begin read only; ${fenceText(read.fence)}`;
  const client = await pool.connect();
  const { begun, answer } = inOnePacket(client, () => ({
    begun: client.query(begin),
    answer: runLast(client, read.statement, read.values),
  }));
  // The first of them to fail is the cause of the other.
  const [first, second] = await Promise.allSettled([begun, answer]);
  const failed = [first, second].find((part) => part.status === 'rejected');
  if (failed) {
    await rollBack(client, failed.reason);
    throw failed.reason;
  }
  client.release();
  return second.status === 'fulfilled' ? second.value : null;
}

/** After a rollback that succeeded the connection is in step again, whatever failed. */
export async function rollBack(client: PooledClient, cause: unknown): Promise<void> {
  try {
    await client.query('rollback');
  } catch {
    client.release(true);
    return;
  }
  client.release(cause instanceof pg.DatabaseError && !isClientSound(cause));
}

/** A named statement whose columns come back as PostgreSQL's text, rows as arrays. */
export function unparsedQuery(
  statement: Statement,
  values: readonly unknown[],
): pg.QueryArrayConfig<unknown[]> {
  return {
    name: statement.name,
    text: statement.text,
    values: [...values],
    rowMode: 'array',
    types: unparsed,
  };
}
