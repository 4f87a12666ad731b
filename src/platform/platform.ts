import type { FastifyBaseLogger } from 'fastify';
import type { ActorPort } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Config, Secrets } from './config.ts';
import type { Database } from './db/database.ts';
import type { EndpointSpec } from './contract.ts';
import type { Statement } from './database-port.ts';
import type { FileStore } from './files/store.ts';
import type { Form } from './form.ts';
import type { BounceMailbox } from './mail/bounce-mailbox.ts';
import type { Mailer } from './mail/mailer.ts';
import type { AnyJob } from './jobs/job.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { Page } from './page.ts';
import type { AudiencePort } from './realtime/audience.ts';
import type { NewsHub } from './realtime/news-hub.ts';
import type { Sealer } from './sealer/sealer.ts';
import type { Route } from './serve.ts';

/** What is there before anybody can sign in. */
export type Core = {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly files: FileStore;
  /** Null where the school has configured no mail: nothing that needs it is offered. */
  readonly mail: Mailer | null;
  /** Letters that came back; null where the school has named no mailbox for them. */
  readonly bounces: BounceMailbox | null;
  readonly log: FastifyBaseLogger;
};

/** Who signs in and what sessions may hear; the platform knows no accounts. */
export type IdentityPorts = { readonly actors: ActorPort; readonly audience: AudiencePort };

/** What works beside the requests. */
export type Engines = {
  readonly news: NewsHub;
  readonly sealer: Sealer;
  readonly jobs: JobQueue;
};

/** What the platform hands to every module. */
export type Platform = Core & IdentityPorts & Engines;

/** Ends what a module started; awaited before the database closes. */
export type Stop = () => Promise<void>;

/** A module as `src/modules/<name>/module.ts` exports it. */
export type Module = {
  readonly name: string;
  /** Everything its contracts declare; one that no route serves fails the boot. */
  readonly endpoints?: readonly EndpointSpec[];
  readonly routes?: readonly Route[];
  readonly pages?: readonly Page[];
  readonly forms?: readonly Form[];
  readonly jobs?: readonly AnyJob[];
  /** Which kept files its rows need (`sweepFiles`). */
  readonly fileReferences?: readonly Statement[];
  /** Given by the one module that knows accounts. */
  readonly identity?: (core: Core) => IdentityPorts;
  /** Event handlers and what else must run; called after the database is ready, before listening. */
  readonly start?: (platform: Platform) => Promise<Stop> | Stop;
};
