import type { FastifyBaseLogger } from 'fastify';
import type { ActorPort } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { EndpointSpec } from './contract.ts';
import type { Page } from './page.ts';
import type { Route } from './serve.ts';

/** What is there before anybody can sign in. */
export type Core = {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: FastifyBaseLogger;
};

/** What the platform hands to every module. */
export type Platform = Core & { readonly actors: ActorPort };

/** Ends what a module started; awaited before the database closes. */
export type Stop = () => Promise<void>;

/** A module as `src/modules/<name>/module.ts` exports it. */
export type Module = {
  readonly name: string;
  /** Everything its contracts declare; one that no route serves fails the boot. */
  readonly endpoints?: readonly EndpointSpec[];
  readonly routes?: readonly Route[];
  readonly pages?: readonly Page[];
  /** Given by the one module that knows accounts. */
  readonly actors?: (core: Core) => ActorPort;
  /** Jobs and event handlers; runs after the database is ready, before listening. */
  readonly start?: (platform: Platform) => Promise<Stop> | Stop;
};
