import pg from 'pg';
import type { Statement } from './tx.ts';
import type { PooledClient } from './pool.ts';
import { unparsed } from './value-parsers.ts';

type Connection = {
  parse(message: { readonly name: string; readonly text: string }): void;
  bind(message: { readonly portal: string; readonly statement: string; readonly values: [] }): void;
  execute(message: { readonly portal: string }): void;
  sync(): void;
};

/**
 * A named statement with the `commit` behind it under one sync of the protocol: PostgreSQL answers both at once, which
 * saves it a flush and us a query. The driver's own class with another end; `pg` is pinned, and `last-statement.test.ts`
 * holds what is built on here.
 */
class LastQuery extends pg.Query {
  /** Called by the driver once the statement is bound. */
  protected _getRows(connection: Connection): void {
    const portal = '';
    connection.execute({ portal });
    connection.parse({ name: '', text: 'commit' });
    connection.bind({ portal, statement: '', values: [] });
    connection.execute({ portal });
    connection.sync();
  }
}

/** Answers the first column of the statement's first row as PostgreSQL's own text, once the transaction is committed. */
export function runLast(
  client: PooledClient,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | undefined, results: unknown) => {
      if (error) {
        reject(error);
        return;
      }
      const [answer, commit] = results as readonly [
        pg.QueryArrayResult<[string | null]>,
        pg.QueryArrayResult,
      ];
      // ROLLBACK: a statement before had failed and was passed over.
      if (commit.command === 'COMMIT') resolve(answer.rows[0]?.[0] ?? null);
      else reject(new Error('nothing was written: a statement of this transaction failed'));
    };
    const asked = { name, text, values: [...values], rowMode: 'array', types: unparsed };
    client.query(new LastQuery(asked as pg.QueryConfig, done));
  });
}
