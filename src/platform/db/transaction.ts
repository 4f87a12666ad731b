import { connectionKysely } from './connection-kysely.ts';
import { rollBack, unparsedQuery } from './fenced-read.ts';
import { fenceText, writingFenceText } from './fence-text.ts';
import { runLast } from './last-query.ts';
import { inOnePacket, type DatabasePool, type PooledClient } from './pool.ts';
import type { Fence, Statement, Tx, UnfencedTx } from './tx.ts';

/** One transaction behind the fence; see `Database.inSchool`. */
export async function fencedTransaction<Tables, Result>(
  pool: DatabasePool,
  fence: Fence,
  run: (tx: Tx<Tables>) => Promise<Result>,
): Promise<Result> {
  return runTransaction(pool, `begin; ${writingFenceText(fence)}`, (client, end) => {
    const open = openTransaction<Tables>(client);
    const { rows, text } = open;
    const rereads = fencedReads(client, `begin read only; ${fenceText(fence)}`);
    const own = {
      schoolId: fence.schoolId,
      fence,
      rows: <Row>(asked: Statement, values?: readonly unknown[]) =>
        end.commit ? rereads.rows<Row>(asked, values) : rows<Row>(asked, values),
      text: (asked: Statement, values?: readonly unknown[]) =>
        end.commit ? rereads.text(asked, values) : text(asked, values),
      async finish(last: Statement, values: readonly unknown[]) {
        const written = inOnePacket(client, () => runLast(client, last, values));
        end.commit = written;
        return written;
      },
    };
    return run(Object.defineProperties(open, Object.getOwnPropertyDescriptors(own)) as Tx<Tables>);
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
  run: (client: PooledClient, end: End) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  const end: End = { commit: null };
  // Not awaited: it travels with the first statement, and when it fails that one fails too.
  const { begun, running } = inOnePacket(client, () => {
    const sent = client.query(begin);
    sent.catch(() => {});
    return { begun: sent, running: started(() => run(client, end)) };
  });
  try {
    const result = await running;
    await begun;
    if (end.commit) await end.commit;
    else assertCommitted(await client.query('commit'));
    client.release();
    return result;
  } catch (error) {
    await rollBack(client, error);
    throw error;
  }
}

/** The commit, once `finish` has sent it. */
type End = { commit: Promise<unknown> | null };

/** PostgreSQL answers ROLLBACK when a statement had failed and `run` passed over it. */
function assertCommitted({ command }: { readonly command: string }): void {
  if (command !== 'COMMIT') throw new Error('nothing was written: a statement of this transaction failed');
}

/** Reads behind the same fence after the transaction has ended, each in one of its own. */
function fencedReads(client: PooledClient, begin: string): Pick<UnfencedTx, 'rows' | 'text'> {
  const { rows, text } = openTransaction(client);
  const alone = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    const [, answer] = await Promise.all(
      inOnePacket(client, () => [client.query(begin), read(), client.query('commit')] as const),
    );
    return answer;
  };
  return {
    rows: (asked, values) => alone(() => rows(asked, values)),
    text: (asked, values) => alone(() => text(asked, values)),
  };
}

/** A fault before the first await becomes a rejection as well. */
async function started<Result>(run: () => Promise<Result>): Promise<Result> {
  return run();
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
