import type pg from 'pg';
import { inOnePacket, isClientSound, type DatabasePool } from './pool.ts';
import { fenceText } from './fence-text.ts';
import type { Fence, Statement } from './tx.ts';
import { unparsed } from './value-parsers.ts';

export type FencedRead = {
  readonly fence: Fence;
  readonly statement: Statement;
  readonly values: readonly unknown[];
};

/**
 * `begin` with the fence, the named statement and `commit`, sent together: one round trip. When the
 * statement fails, the commit behind it rolls back.
 */
export async function readFenced(pool: DatabasePool, read: FencedRead): Promise<string | null> {
  const begin = `begin read only; ${fenceText(read.fence)}`;
  const client = await pool.connect();
  const [begun, answer, ended] = inOnePacket(client, () => [
    client.query(begin),
    client.query<[string | null]>(unparsedQuery(read.statement, read.values)),
    client.query('commit'),
  ]);
  const [first, second, third] = await Promise.allSettled([begun, answer, ended]);
  // The first of them to fail is the cause of the others.
  const failed = [first, second, third].find((part) => part.status === 'rejected');
  if (failed) {
    client.release(!isClientSound(failed.reason));
    throw failed.reason;
  }
  client.release();
  return second.status === 'fulfilled' ? (second.value.rows[0]?.[0] ?? null) : null;
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
