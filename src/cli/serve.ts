import { createServer } from 'node:net';
import type { Clock } from '#platform/clock.ts';
import { readConfig, readSecrets, type Config, type ConfigFlags, type Secrets } from '#platform/config.ts';
import { addressesFromEnvironment, type DatabaseAddresses } from '#platform/db/addresses.ts';
import { startEmbedded } from '#platform/db/embedded/start.ts';
import { migrate } from '#platform/db/migrate.ts';
import { bufferedSink } from '#platform/log.ts';
import type { Renderer } from '#platform/page.ts';
import { startServer, type RunningServer } from '../main.ts';
import type { Language } from './command.ts';
import { ensureWebBuild } from './web-build.ts';
import { cliWords } from './words.ts';

/** What a command may do between migration and serving: fill the demo school, choose the clock. */
export type Prepared = {
  readonly config: Config;
  readonly addresses: DatabaseAddresses;
  readonly secrets: Secrets;
};

export type Serving = {
  readonly flags: ConfigFlags;
  readonly language: Language;
  readonly stop: AbortSignal;
  /** Answers the clock the school lives by. */
  readonly prepare: (prepared: Prepared) => Promise<Clock>;
  /** Called once the server takes requests. */
  readonly ready: (server: RunningServer) => Promise<void> | void;
  /** File descriptor of the log; standard output unless given. */
  readonly logTo?: number;
};

/**
 * The whole life of a server: pages built, database started and migrated, `prepare`, listening, `ready`,
 * and after `stop` everything ended in reverse order. Answers the exit code.
 */
export async function serveUntilStopped(serving: Serving): Promise<number> {
  const { stop, language } = serving;
  const config = readConfig(serving.flags, process.env);
  await assertPortFree(config);
  const developmentUrl = process.env[developmentVariable] ?? null;
  const develops = developmentUrl !== null;
  if (!develops) await ensureWebBuild(cliWords[language]);
  const log = bufferedSink(serving.logTo ?? 1);
  const database = await openEngine(config);
  try {
    if (stop.aborted) return 0;
    if (database.addresses.owner !== '') await migrate(database.addresses);
    const secrets = readSecrets(config.dataDirectory);
    const { addresses } = database;
    const clock = await serving.prepare({ config, addresses, secrets });
    if (stop.aborted) return 0;
    const renderer = develops ? await developmentRenderer() : null;
    const server = await startServer({
      config,
      secrets,
      addresses,
      clock,
      log,
      checkReplies: develops,
      ...(renderer === null ? {} : { renderer }),
    });
    try {
      await serving.ready(develops ? { ...server, url: developmentUrl } : server);
      await aborted(stop);
    } finally {
      await server.stop();
    }
    return 0;
  } finally {
    await database.stop();
    log.flush();
  }
}

/**
 * Set by `parta dev` to the address people open: pages come from Vite as they are, and every answer is
 * held to its contract.
 */
export const developmentVariable = 'PARTA_DEVELOPMENT';

type Engine = { readonly addresses: DatabaseAddresses; readonly stop: () => Promise<void> };

async function openEngine(config: Config): Promise<Engine> {
  const external = addressesFromEnvironment(process.env);
  if (external !== null) return { addresses: external, stop: () => Promise.resolve() };
  const warn = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const embedded = await startEmbedded({ dataDir: config.dataDirectory, log: warn });
  return { addresses: embedded.addresses, stop: () => embedded.stop() };
}

/** Asked before the slow work: a taken port should be said at once. Throws the system's EADDRINUSE. */
function assertPortFree({ host, port }: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen({ host, port }, () => probe.close(() => resolve()));
  return promise;
}

/** Loaded only here: an installed school has no Vite. */
async function developmentRenderer(): Promise<Renderer> {
  return (await import('./development-renderer.ts')).developmentRenderer();
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
