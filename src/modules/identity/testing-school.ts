import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { buildApp } from '#platform/app.ts';
import { demoClock, type Clock } from '#platform/clock.ts';
import { readConfig, type Secrets } from '#platform/config.ts';
import { openDatabase } from '#platform/db/database.ts';
import { testDatabase, type TestDatabase } from '#platform/db/testing.ts';
import { uuidv7 } from '#platform/ids.ts';
import { removeDataFolder, temporaryDataFolder } from '#platform/files/testing-files.ts';
import { jobQueue } from '#platform/jobs/job-queue.ts';
import type { Module, Platform } from '#platform/platform.ts';
import { newsHub } from '#platform/realtime/news-hub.ts';
import { startSealer } from '#platform/sealer/sealer.ts';
import { createAccount } from './accounts/commands.ts';
import { identityModule } from './module.ts';
import { hashPassword } from './password-hashes.ts';

/** One server of an installation; several may run on one database. */
export type TestServer = {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  readonly url: string;
  stop(): Promise<void>;
};

export type TestServerOptions = {
  readonly clock?: Clock;
  readonly modules?: readonly Module[];
  /** Settings of the machine, such as `PARTA_SMTP`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Hears every line of the log. */
  readonly log?: (line: string) => void;
};

export type TestSchools = {
  readonly database: TestDatabase;
  /** Sees and may everything, as nobody in the product does. */
  readonly superuser: pg.Client;
  readonly secrets: Secrets;
  server(options?: TestServerOptions): Promise<TestServer>;
  /** Inserts a row and answers its id. */
  row(table: string, values: Readonly<Record<string, unknown>>): Promise<string>;
  person(schoolId: number, lastName: string): Promise<string>;
  account(
    login: string,
    persons: readonly (readonly [schoolId: number, personId: string])[],
  ): Promise<string>;
  drop(): Promise<void>;
};

export const password = 'Верный-пароль-7Ё';

/** An empty database with schools 1 (Moscow) and 2 (Yekaterinburg). */
export async function testSchools(): Promise<TestSchools> {
  const database = await testDatabase();
  const name = /@\/(\w+)\?/.exec(database.addresses.app)?.[1] ?? '';
  const { administrator } = inject('testEngine');
  const superuser = new pg.Client({ connectionString: administrator.replace(/@\/\w+\?/, `@/${name}?`) });
  await superuser.connect();
  const secrets = {
    passwordPepper: randomBytes(32),
    blindIndexKey: randomBytes(32),
    encryptionKey: randomBytes(32),
  };
  const passwordHash = await hashPassword(password, secrets);
  await superuser.query(`
    insert into organisation.school (school_id, name, short_name, time_zone, kind) values
      (1, 'Школа № 1', 'Школа 1', 'Europe/Moscow', 'school'),
      (2, 'Гимназия № 2', 'Гимназия 2', 'Asia/Yekaterinburg', 'gymnasium')`);

  async function row(table: string, values: Readonly<Record<string, unknown>>): Promise<string> {
    const given: Readonly<Record<string, unknown>> =
      'id' in values || withoutId.has(table) ? values : { id: uuidv7(), ...values };
    const columns = Object.keys(given);
    await superuser.query(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(given),
    );
    return String(given['id'] ?? '');
  }

  return {
    database,
    superuser,
    secrets,
    row,
    person: (schoolId, lastName) =>
      row('roster.person', {
        school_id: schoolId,
        last_name: lastName,
        first_name: 'Имя',
        sort_key: lastName.toLowerCase(),
      }),
    account: (login, persons) =>
      database.db.identity((tx) =>
        createAccount(
          tx,
          { login, passwordHash, persons: persons.map(([schoolId, personId]) => ({ schoolId, personId })) },
          null,
        ),
      ),
    server: (options = {}) => testServer(database, secrets, options),
    async drop() {
      await superuser.end();
      await database.drop();
    },
  };
}

const withoutId = new Set(['roster.staff', 'roster.group_class']);

async function testServer(
  { addresses }: TestDatabase,
  secrets: Secrets,
  { clock = demoClock({ offsetMs: 0 }), modules = [], environment = {}, log = () => {} }: TestServerOptions,
): Promise<TestServer> {
  const database = await openDatabase(addresses);
  const { app, platform } = buildApp({
    modules: [identityModule, ...modules],
    database,
    secrets,
    identity: (core) => identityModule.identity?.(core) ?? missing(),
    engines: (core, { audience }) => ({
      news: newsHub({ database, log: core.log, audience }),
      sealer: startSealer({ database, log: core.log }),
      jobs: jobQueue({ address: addresses.jobs, log: core.log }),
    }),
    renderer: (view, facts) => ({ html: `<title>${view}</title>${JSON.stringify(facts)}` }),
    clock,
    config: readConfig({ port: '0', data: temporaryDataFolder() }, environment),
    log: { write: log },
    checkReplies: true,
  });
  await platform.news.start();
  const end = await identityModule.start?.(platform);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  return {
    app,
    platform,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await app.close();
      await removeDataFolder(platform);
      await end?.();
      await platform.sealer.stop();
      await database.close();
    },
  };
}

function missing(): never {
  throw new Error('the module gives no ports');
}

/** Signs in over `inject`: the session cookie as a `Cookie` header, or '' when refused. */
export async function signedInAs(
  server: TestServer,
  login: string,
  extra: SignInExtra = {},
): Promise<string> {
  const answer = await postSession(server, login, extra);
  return cookiesOf(answer.headers['set-cookie']);
}

export type SignInExtra = {
  readonly cookie?: string;
  readonly password?: string;
  readonly address?: string;
  readonly userAgent?: string;
};

export function postSession(server: TestServer, login: string, extra: SignInExtra = {}) {
  return server.app.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: extra.address ?? '192.0.2.7',
    headers: {
      'content-type': 'application/json',
      ...(extra.cookie ? { cookie: extra.cookie } : {}),
      ...(extra.userAgent ? { 'user-agent': extra.userAgent } : {}),
    },
    payload: { login, password: extra.password ?? password },
  });
}

/** Sends an HTML form as a browser without script does; the field `cookie` is its cookies. */
export function postForm(
  server: TestServer,
  url: string,
  { cookie = '', ...fields }: Readonly<Record<string, string>>,
) {
  return server.app.inject({
    method: 'POST',
    url,
    remoteAddress: '192.0.2.7',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie === '' ? {} : { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });
}

export function cookiesOf(header: string | readonly string[] | undefined): string {
  return [header ?? []]
    .flat()
    .map((text) => text.split(';')[0])
    .join('; ');
}

/** A clock that stands until a test moves it. */
export type TestClock = Clock & { moveBy(milliseconds: number): void };

export function testClock(): TestClock {
  let wall = Date.parse('2026-11-24T06:00:00Z');
  return {
    now: () => new Date(wall),
    schoolNow: () => new Date(wall),
    today: (timeZone) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(wall),
    moveBy(milliseconds) {
      wall += milliseconds;
    },
  };
}

export const sessionStatus = async (server: TestServer, cookie: string): Promise<number> =>
  (await server.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode;
