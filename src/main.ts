import { fileURLToPath } from 'node:url';
import { buildApp } from '#platform/app.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config, Secrets } from '#platform/config.ts';
import type { DatabaseAddresses } from '#platform/db/addresses.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { expireIdempotencyKeys } from '#platform/jobs/expire-idempotency-keys.ts';
import { sweepFiles } from '#platform/files/sweep-files.ts';
import { jobQueue } from '#platform/jobs/job-queue.ts';
import type { LogSink } from '#platform/log.ts';
import type { RenderedView, Renderer, ViewData } from '#platform/page.ts';
import type { Module, Platform, Stop } from '#platform/platform.ts';
import { newsHub } from '#platform/realtime/news-hub.ts';
import { startSealer } from '#platform/sealer/sealer.ts';
import { preferencesFrom } from '#modules/identity/preferences/rules.ts';
import type { RenderContext } from '#web/view.ts';
import { loadModules } from './modules.ts';

export type ServerOptions = {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly addresses: DatabaseAddresses;
  readonly clock: Clock;
  readonly log: LogSink;
  /** Development gives Vite's; else the built one is loaded. */
  readonly renderer?: Renderer;
  readonly checkReplies?: boolean;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  readonly platform: Platform;
  /** Stops taking requests, lets the running ones finish for 10 s, then ends modules and database. */
  readonly stop: () => Promise<void>;
};

/** Requests still running after this long are cut off. */
const stopSeconds = 10;

/** Config → database → modules → listen. Throws StartFailure or the system error of listening. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const modules = await loadModules();
  const renderer = options.renderer ?? (await builtRenderer());
  const database = await openDatabase(options.addresses);
  try {
    return await listen(options, { modules, renderer, database });
  } catch (error) {
    await database.close();
    throw error;
  }
}

type Parts = {
  readonly modules: readonly Module[];
  readonly renderer: Renderer;
  readonly database: Database;
};

async function listen(options: ServerOptions, parts: Parts): Promise<RunningServer> {
  const { config } = options;
  const { modules, database } = parts;
  const { app, platform } = buildApp({
    ...parts,
    config,
    clock: options.clock,
    secrets: options.secrets,
    identity: identityOf(modules),
    engines: ({ log }, { audience }) => ({
      news: newsHub({ database, audience, log }),
      sealer: startSealer({ database, log }),
      jobs: jobQueue({ address: options.addresses.jobs, log }),
    }),
    log: options.log,
    clientDirectory: fileURLToPath(new URL('../dist/client/', import.meta.url)),
    checkReplies: options.checkReplies === true,
  });
  const stops: Stop[] = [() => platform.sealer.stop(), () => platform.jobs.stop()];
  const stop = async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), stopSeconds * 1000);
    await app.close();
    clearTimeout(cut);
    for (const end of stops.toReversed()) await end();
  };
  try {
    await platform.news.start();
    await platform.jobs.start(platform, [
      expireIdempotencyKeys,
      sweepFiles(modules.flatMap(({ fileReferences }) => fileReferences ?? [])),
      ...modules.flatMap(({ jobs }) => jobs ?? []),
    ]);
    for (const { start } of modules) if (start) stops.push(await start(platform));
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await stop();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const scheme = config.transport === 'tls' ? 'https' : 'http';
  return {
    url: `${scheme}://${urlHost(config.host)}:${port}`,
    port,
    platform,
    async stop() {
      await stop();
      await database.close();
    },
  };
}

function identityOf(modules: readonly Module[]) {
  const identity = modules.find((module) => module.identity)?.identity;
  if (!identity) throw new Error('no module says who is signed in');
  return identity;
}

/** The built views word and colour themselves by what the browser wishes. */
async function builtRenderer(): Promise<Renderer> {
  const { render } = await import('../dist/ssr/render.js');
  return rendererOf(render);
}

/** What the web build exports. */
export type Render = (view: string, facts: ViewData, context: RenderContext) => RenderedView;

/** Joins the web shell's `render` to the platform: development hands over Vite's. */
export function rendererOf(render: Render): Renderer {
  return (view, facts, { path, nonce, wishes }) =>
    render(view, facts, { path, nonce, ...preferencesFrom(wishes) });
}

/** People type `localhost`; an IPv6 address stands in brackets. */
function urlHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
