import type { Actor } from '#platform/actor.ts';
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts';
import { statement } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Module } from '#platform/platform.ts';
import { testApp } from '#platform/testing-app.ts';
import { clockOfTests, type TestSchool } from './testing-school.ts';

export type Answer<Reply> = { readonly status: number; readonly reply: Reply };

export type SchoolServer = {
  readonly database: TestDatabase;
  put<Reply>(as: string, path: string, body: unknown, key?: string): Promise<Answer<Reply>>;
  get<Reply>(as: string, path: string): Promise<Answer<Reply>>;
  /** Rows of the first school, by a statement written into a test. */
  sql<Row>(text: string): Promise<Row[]>;
  stop(): Promise<void>;
};

/** A database with the given schools and a server of the given modules; `path` follows `/api/schools/1`. */
export async function serverOf(
  schools: readonly TestSchool[],
  {
    modules,
    people,
  }: { readonly modules: readonly Module[]; readonly people: Readonly<Record<string, Actor>> },
): Promise<SchoolServer> {
  const database = await testDatabase();
  for (const school of schools) await school.writeInto(database.db);
  const accounts = Object.fromEntries(Object.entries(people).map(([name, actor]) => [name, [actor]]));
  const { app } = testApp({ database, modules, accounts, clock: clockOfTests });
  let statements = 0;
  return {
    database,
    async put<Reply>(as: string, path: string, body: unknown, key = uuidv7()) {
      const answer = await app.inject({
        method: 'PUT',
        url: `/api/schools/1${path}`,
        headers: { cookie: `parta=${as}`, 'idempotency-key': key, 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      });
      return { status: answer.statusCode, reply: answer.json<Reply>() };
    },
    async get<Reply>(as: string, path: string) {
      const answer = await app.inject({
        method: 'GET',
        url: `/api/schools/1${path}`,
        headers: { cookie: `parta=${as}` },
      });
      return { status: answer.statusCode, reply: answer.json<Reply>() };
    },
    sql<Row>(text: string) {
      statements += 1;
      return database.db.inSchool({ schoolId: 1, studentIds: '*' }, (tx) =>
        tx.rows<Row>(statement(`test.server${statements}`, text)),
      );
    },
    async stop() {
      await app.close();
      await database.drop();
    },
  };
}
