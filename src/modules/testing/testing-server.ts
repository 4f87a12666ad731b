import type { Actor } from '#platform/actor.ts';
import { type TestDatabase, testDatabase } from '#platform/db/testing.ts';
import type { Database } from '#platform/db/database.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { Module, Platform, Stop } from '#platform/platform.ts';
import { testApp } from '#platform/testing-app.ts';
import { clockOfTests, type TestSchool } from './testing-school.ts';

export type Answer<Reply> = { readonly status: number; readonly reply: Reply };

type Headers = Readonly<Record<string, unknown>>;

export type SchoolServer = {
  readonly platform: Platform;
  readonly database: TestDatabase;
  /** `key` absent = a new one. */
  put<Reply>(
    as: string,
    path: string,
    sent: { readonly body: unknown; readonly key?: string | undefined },
  ): Promise<Answer<Reply>>;
  get<Reply>(as: string, path: string): Promise<Answer<Reply>>;
  post<Reply>(
    as: string,
    path: string,
    sent: { readonly body: unknown; readonly key?: string | undefined },
  ): Promise<Answer<Reply>>;
  /** Sends a file to be attached. */
  putFile<Reply>(
    as: string,
    path: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
  ): Promise<Answer<Reply>>;
  /** The answer as it stands: files, headers. A body makes it a POST. */
  raw(as: string, path: string, body?: unknown): Promise<{ status: number; headers: Headers; body: Buffer }>;
  /** How many statements of the schools' data ran meanwhile; session, fence and commit are not counted. */
  statementsDuring(act: () => Promise<unknown>): Promise<number>;
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
    hearsEvents = false,
  }: {
    readonly modules: readonly Module[];
    readonly people: Readonly<Record<string, Actor>>;
    /** Modules are started and hear the events, as in a whole server. */
    readonly hearsEvents?: boolean;
  },
): Promise<SchoolServer> {
  const database = await testDatabase();
  for (const school of schools) await school.writeInto(database.db);
  const accounts = Object.fromEntries(Object.entries(people).map(([name, actor]) => [name, [actor]]));
  const counted = counting(database.db);
  const { app, platform } = testApp({
    database: { ...database, db: counted.db },
    modules,
    accounts,
    clock: clockOfTests,
  });
  const stops: Stop[] = [];
  if (hearsEvents) {
    await platform.news.start();
    for (const { start } of modules) if (start) stops.push(await start(platform));
  }
  let statements = 0;
  async function send<Reply>(
    method: 'PUT' | 'POST',
    { as, path, body, key = uuidv7() }: Sent & { as: string; path: string },
  ): Promise<Answer<Reply>> {
    const answer = await app.inject({
      method,
      url: `/api/schools/1${path}`,
      headers: { cookie: `parta=${as}`, 'idempotency-key': key, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
    // A command without a reply answers 204 and nothing.
    return { status: answer.statusCode, reply: answer.body === '' ? (null as Reply) : answer.json<Reply>() };
  }
  return {
    platform,
    database,
    put: <Reply>(as: string, path: string, sent: Sent) => send<Reply>('PUT', { as, path, ...sent }),
    post: <Reply>(as: string, path: string, sent: Sent) => send<Reply>('POST', { as, path, ...sent }),
    async putFile<Reply>(
      as: string,
      path: string,
      file: { readonly name: string; readonly bytes: Uint8Array },
    ) {
      const answer = await app.inject({
        method: 'PUT',
        url: `/api/schools/1${path}`,
        headers: {
          cookie: `parta=${as}`,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        },
        payload: Buffer.from(file.bytes),
      });
      return { status: answer.statusCode, reply: answer.json<Reply>() };
    },
    async raw(as, path, body) {
      const answer = await app.inject({
        method: body === undefined ? 'GET' : 'POST',
        url: `/api/schools/1${path}`,
        headers: { cookie: `parta=${as}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
    },
    async get<Reply>(as: string, path: string) {
      const answer = await app.inject({
        method: 'GET',
        url: `/api/schools/1${path}`,
        headers: { cookie: `parta=${as}` },
      });
      return { status: answer.statusCode, reply: answer.json<Reply>() };
    },
    async statementsDuring(act) {
      const before = counted.count();
      await act();
      return counted.count() - before;
    },
    sql<Row>(text: string) {
      statements += 1;
      return database.db.inSchool({ schoolId: 1, studentIds: '*' }, (tx) =>
        tx.rows<Row>(statement(`test.server${statements}`, text)),
      );
    },
    async stop() {
      await app.close();
      for (const stop of stops) await stop();
      await database.drop();
    },
  };
}

type Sent = { readonly body: unknown; readonly key?: string | undefined };

/** The database with its statements counted. */
function counting(db: Database): { readonly db: Database; readonly count: () => number } {
  let count = 0;
  const counted = <Tables>(tx: Tx<Tables>): Tx<Tables> =>
    Object.assign(Object.create(tx) as Tx<Tables>, {
      rows: (...given: Parameters<Tx['rows']>) => ((count += 1), tx.rows(...given)),
      text: (...given: Parameters<Tx['text']>) => ((count += 1), tx.text(...given)),
      run: (...given: Parameters<Tx['run']>) => ((count += 1), tx.run(...given)),
      finish: (...given: Parameters<Tx['finish']>) => ((count += 1), tx.finish(...given)),
    });
  return {
    count: () => count,
    db: {
      ...db,
      inSchool: (fence, run) => db.inSchool(fence, (tx) => run(counted(tx as never))),
      readText: (...given) => ((count += 1), db.readText(...given)),
    },
  };
}
