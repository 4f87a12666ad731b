import type { FastifyInstance } from 'fastify';
import type { Actor, ActorPort, SignedIn } from './actor.ts';
import { buildApp } from './app.ts';
import { type Clock, wallClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import type { TestDatabase } from './db/testing.ts';
import { removeDataFolder, temporaryDataFolder } from './files/testing-files.ts';
import type { ReadinessCheck } from './health.ts';
import { jobQueue } from './jobs/job-queue.ts';
import type { Renderer } from './page.ts';
import type { Module, Platform } from './platform.ts';
import type { AudiencePort } from './realtime/audience.ts';
import { newsHub } from './realtime/news-hub.ts';
import { startSealer } from './sealer/sealer.ts';

export type TestApp = {
  readonly app: FastifyInstance;
  readonly platform: Platform;
  /** Everything logged so far. */
  readonly logged: () => string;
};

export type TestAppOptions = {
  readonly database: TestDatabase;
  readonly modules: readonly Module[];
  /** Accounts by the value of the session cookie. */
  readonly accounts?: Readonly<Record<string, readonly Actor[]>>;
  readonly renderer?: Renderer;
  readonly config?: Partial<Config>;
  readonly readiness?: readonly ReadinessCheck[];
  readonly clientDirectory?: string;
  /** Wall time when absent. */
  readonly clock?: Clock;
};

/**
 * The HTTP server around the given modules, for `inject`: sessions are the cookies `parta=<name>`
 * of `accounts`, a view renders as its facts, and every answer is held to its contract.
 */
export function testApp(options: TestAppOptions): TestApp {
  const lines: string[] = [];
  const { app, platform } = buildApp({
    modules: options.modules,
    database: options.database.db,
    secrets: {
      passwordPepper: Buffer.alloc(32, 1),
      blindIndexKey: Buffer.alloc(32, 2),
      encryptionKey: Buffer.alloc(32, 3),
    },
    identity: () => ({ actors: actorsFrom(options.accounts ?? {}), audience: deafAudience }),
    engines: (core, { audience }) => ({
      news: newsHub({ database: core.database, log: core.log, audience }),
      sealer: startSealer(core),
      jobs: jobQueue({ address: options.database.addresses.jobs, log: core.log }),
    }),
    renderer: options.renderer ?? showFacts,
    clock: options.clock ?? wallClock(),
    config: { ...readConfig({ port: '0', data: temporaryDataFolder() }, {}), ...options.config },
    log: { write: (line) => lines.push(line) },
    readiness: options.readiness ?? [],
    ...(options.clientDirectory === undefined ? {} : { clientDirectory: options.clientDirectory }),
    checkReplies: true,
  });
  app.addHook('onClose', () => platform.sealer.stop());
  app.addHook('onClose', () => removeDataFolder(platform));
  return { app, platform, logged: () => lines.join('') };
}

/** A teacher of one school; change what the test is about. */
export function anActor(given: Partial<Actor> = {}): Actor {
  return {
    accountId: '0193a000-0000-7000-8000-000000000001',
    sessionId: '0193a000-0000-7000-8000-000000000002',
    schoolId: 1,
    personId: '0193a000-0000-7000-8000-000000000003',
    today: '2026-11-24',
    roles: ['teacher'],
    homeroomClassIds: [],
    students: [],
    ...given,
  };
}

function actorsFrom(accounts: Readonly<Record<string, readonly Actor[]>>): ActorPort {
  return {
    signedIn(request) {
      const name = /(?:^|;\s*)parta=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      const persons = accounts[name];
      return Promise.resolve(persons ? signedInAs(name, persons) : null);
    },
    isSensitive: () => false,
    requireProof: () => Promise.resolve(),
    actor(signedIn, schoolId) {
      const persons = accounts[signedIn.login] ?? [];
      return Promise.resolve(persons.find((person) => person.schoolId === schoolId) ?? null);
    },
  };
}

function signedInAs(login: string, persons: readonly Actor[]): SignedIn {
  const { accountId, sessionId } = persons[0] ?? anActor();
  return {
    accountId,
    sessionId,
    login,
    persons: persons.map(({ schoolId, personId }) => ({ schoolId, personId })),
    regionRoles: [],
    needsOwnPassword: false,
    needsSecondFactor: false,
  };
}

/** Nobody hears anything: streams are the identity module's to test. */
const deafAudience: AudiencePort = { reach: () => Promise.resolve([]), onChange: () => () => {} };

const showFacts: Renderer = (view, facts) => ({
  html: `<title>${view}</title><script type="application/json">${JSON.stringify(facts)}</script>`,
});
