import pg from 'pg';
import { connectionKysely } from './connection-kysely.ts';
import { unparsedQuery } from './fenced-read.ts';
import { fenceText } from './fence-text.ts';
import { inOnePacket, isClientSound, type DatabasePool, type PooledClient } from './pool.ts';
import type { Fence, Tx, UnfencedTx } from './tx.ts';

/** One transaction behind the fence; see `Database.inSchool`. */
export async function fencedTransaction<Tables, Result>(
  pool: DatabasePool,
  fence: Fence,
  run: (tx: Tx<Tables>) => Promise<Result>,
): Promise<Result> {
  const begin = `begin; ${fenceText(fence)}`;
  return runTransaction(pool, begin, (client) => {
    const open = openTransaction<Tables>(client);
    return run(
      Object.defineProperties(
        open,
        Object.getOwnPropertyDescriptors({ schoolId: fence.schoolId, fence }),
      ) as Tx<Tables>,
    );
  });
}

/** One transaction of a role that needs no school. */
export function unfencedTransaction<Tables, Result>(
  pool: DatabasePool,
  run: (tx: UnfencedTx<Tables>) => Promise<Result>,
): Promise<Result> {
  return runTransaction(pool, 'begin', (client) => run(openTransaction<Tables>(client)));
}

async function runTransaction<Result>(
  pool: DatabasePool,
  begin: string,
  run: (client: PooledClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  // Not awaited: it travels with the first statement, and when it fails that one fails too.
  const { begun, running } = inOnePacket(client, () => {
    const sent = client.query(begin);
    sent.catch(() => {});
    return { begun: sent, running: started(() => run(client)) };
  });
  try {
    const result = await running;
    await begun;
    const { command } = await client.query('commit');
    // PostgreSQL answers ROLLBACK when a statement had failed and `run` passed over it.
    if (command !== 'COMMIT') throw new Error('nothing was written: a statement of this transaction failed');
    client.release();
    return result;
  } catch (error) {
    await rollBack(client, error);
    throw error;
  }
}

/** A fault before the first await becomes a rejection as well. */
async function started<Result>(run: () => Promise<Result>): Promise<Result> {
  return run();
}

/** After a rollback that succeeded the connection is in step again, whatever `run` threw. */
async function rollBack(client: PooledClient, cause: unknown): Promise<void> {
  try {
    await client.query('rollback');
  } catch {
    client.release(true);
    return;
  }
  client.release(cause instanceof pg.DatabaseError && !isClientSound(cause));
}

function openTransaction<Tables>(client: PooledClient): UnfencedTx<Tables> {
  let kysely: UnfencedTx<Tables>['kysely'] | null = null;
  return {
    async rows<Row>(statement: Parameters<UnfencedTx['rows']>[0], values: readonly unknown[] = []) {
      const result = await client.query({ ...statement, values: [...values] });
      return result.rows as Row[];
    },
    async text(statement, values = []) {
      const { rows } = await client.query<[string | null]>(unparsedQuery(statement, values));
      return rows[0]?.[0] ?? null;
    },
    async run(statement, values = []) {
      const { rowCount } = await client.query({ ...statement, values: [...values] });
      return rowCount ?? 0;
    },
    get kysely() {
      kysely ??= connectionKysely<Tables>(client);
      return kysely;
    },
  };
}
