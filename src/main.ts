import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildApp } from '#platform/app.ts';
import type { Clock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';
import type { DatabaseAddresses } from '#platform/db/addresses.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import type { LogSink } from '#platform/log.ts';
import type { Renderer } from '#platform/page.ts';
import type { Module, Platform, Stop } from '#platform/platform.ts';
import { loadModules } from './modules.ts';

export type ServerOptions = {
  readonly config: Config;
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
  const { app, platform } = buildApp({
    ...parts,
    actors: actorsOf(parts.modules),
    clock: options.clock,
    config,
    log: options.log,
    clientDirectory: fileURLToPath(new URL('../dist/client/', import.meta.url)),
    checkReplies: options.checkReplies === true,
  });
  const stops: Stop[] = [];
  const stop = async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), stopSeconds * 1000);
    await Promise.all([app.close(), ...stops.toReversed().map((end) => end())]);
    clearTimeout(cut);
    await parts.database.close();
  };
  try {
    for (const { start } of parts.modules) if (start) stops.push(await start(platform));
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await Promise.all([app.close(), ...stops.map((end) => end())]);
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const scheme = config.transport === 'tls' ? 'https' : 'http';
  return { url: `${scheme}://${urlHost(config.host)}:${port}`, port, platform, stop };
}

function actorsOf(modules: readonly Module[]) {
  const actors = modules.find((module) => module.actors)?.actors;
  if (!actors) throw new Error('no module says who is signed in');
  return actors;
}

async function builtRenderer(): Promise<Renderer> {
  const file = fileURLToPath(new URL('../dist/ssr/render.js', import.meta.url));
  const built = (await import(pathToFileURL(file).href)) as { readonly render: Renderer };
  return built.render;
}

/** People type `localhost`; an IPv6 address stands in brackets. */
function urlHost(host: string): string {
  if (host === '127.0.0.1' || host === '::1') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
