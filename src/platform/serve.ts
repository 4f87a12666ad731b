import type { FastifyReply } from 'fastify';
import type { Actor, IncomingRequest, SignedIn } from './actor.ts';
import type { BodyOf, EndpointSpec, ParamsOf, QueryOf, ReplyOf, storedFile } from './contract.ts';
import type { Fence, Statement } from './database-port.ts';
import type { CommandKey } from './idempotency-types.ts';
import type { Platform } from './platform.ts';
import type { Refusal } from './problem.ts';
import type { KeptFile } from './files/store.ts';
import type { RawJson, Reply } from './reply.ts';
import type { FileAnswer } from './send-file.ts';
import type { Tx } from './db/tx.ts';

/**
 * A transaction on its way to a command or query, which names the tables it may touch. The platform
 * knows none, so there is no query builder to use before it gets there.
 */
export type AnyTx = Omit<Tx, 'kysely' | 'tables'> & {
  readonly kysely: never;
  readonly tables?: () => never;
};

/** Nobody in particular: the reason says why that is right (sign-in, health, public pages). */
export type PublicPolicy = { readonly public: string };

/** Any live session, before a school is chosen. */
export type SignedInPolicy = {
  readonly signedIn: true;
  /** Open also while a second factor must be set up first: it is what sets it up. */
  readonly beforeSecondFactor?: true;
};

/** Decided by the actor and the address alone. */
export type SchoolPolicy<Params> = {
  /** What the request's transaction may see; null when this actor may not see the thing at all: 404. */
  readonly fence: (actor: Actor, params: Params) => Fence | null;
  /** May the actor do it? `false` is 403 `notAllowed`; a refusal is 403 with its code. */
  readonly may: (actor: Actor, params: Params) => boolean | Refusal;
  readonly load?: never;
};

/** Thrown by `run` before anything is written when the row from memory will not do. */
export class OutdatedRow extends Error {
  override name = 'OutdatedRow';
}

/** Decided by the actor and a row loaded in the request's own transaction. */
export type RowPolicy<Params, Body, Row> = {
  readonly fence: (actor: Actor, params: Params) => Fence | null;
  /** The row the decision is about; null when the actor cannot see it: 404. */
  readonly load: (tx: AnyTx, params: Params, body: Body) => Promise<Row | null>;
  /**
   * The row as memory has it, perhaps a moment old, or null. It can only allow: where it would refuse, or `run` throws
   * `OutdatedRow`, the row is loaded and everything judged anew.
   */
  readonly known?: (platform: Platform, params: Params, body: Body) => Row | null;
  readonly may: (actor: Actor, row: Row, params: Params) => boolean | Refusal;
};

export type Input<E extends EndpointSpec> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** Wall time at the arrival of the request. */
  readonly now: Date;
  /** The command's repeat guard; null when the client sent none, never null when `idempotent`. */
  readonly key: E extends { readonly idempotent: true } ? CommandKey : CommandKey | null;
  readonly request: IncomingRequest;
  /** What was sent where the endpoint takes a file. */
  readonly file: E extends { readonly takesFile: true } ? KeptFile : null;
};

/** The answer of `run`: the reply's value, its JSON as text, or either with headers (`withHeaders`); or a kept file. */
export type Answer<E extends EndpointSpec> =
  | ReplyOf<E>
  | RawJson
  | Reply<ReplyOf<E> | RawJson>
  | (E['reply'] extends typeof storedFile ? FileAnswer : never);

export type OpenInput<E extends EndpointSpec> = Input<E> & {
  readonly platform: Platform;
  readonly signedIn: SignedIn | null;
};
export type SignedInInput<E extends EndpointSpec> = Input<E> & {
  readonly platform: Platform;
  readonly signedIn: SignedIn;
  /** The account's actor in a school it belongs to, or null: for one day of all children. */
  readonly actorIn: (schoolId: number) => Promise<Actor | null>;
};
export type SchoolInput<E extends EndpointSpec> = Input<E> & {
  readonly platform: Platform;
  readonly tx: AnyTx;
  readonly actor: Actor;
};

/** `isKnown`: the row comes from memory (`RowPolicy.known`). */
export type RowInput<Row> = { readonly row: Row; readonly isKnown: boolean };

/** A hot read: one fenced named statement whose JSON text is sent as it is. */
export type Read<E extends EndpointSpec> = {
  readonly statement: Statement;
  readonly values: (input: ReadInput<E>) => readonly unknown[];
  /** A version known in memory; an equal `If-None-Match` answers 304 without a query. */
  readonly etag?: (input: ReadInput<E>) => string | null;
};

export type ReadInput<E extends EndpointSpec> = {
  readonly actor: Actor;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly now: Date;
  readonly platform: Platform;
};

/** Owns the reply itself: event streams and files. It answers through `reply.raw` or `reply.send`. */
export type Handle<I> = (input: I, reply: FastifyReply) => Promise<void>;

/** An endpoint with its policy and its work; made by `serve`, mounted by `buildApp`. */
export type Route = {
  readonly endpoint: EndpointSpec;
  readonly policy: Policy;
  readonly work: Work;
};

export type Policy = PublicPolicy | SignedInPolicy | SchoolPolicy<never> | RowPolicy<never, never, never>;

export type Work =
  | { readonly kind: 'run'; readonly run: (input: never) => Promise<unknown> }
  | { readonly kind: 'read'; readonly read: Read<never> }
  | { readonly kind: 'handle'; readonly handle: Handle<never> };

type Served<I, E extends EndpointSpec> =
  | { readonly run: (input: I) => Promise<Answer<E>>; readonly handle?: never; readonly read?: never }
  | { readonly handle: Handle<I>; readonly run?: never; readonly read?: never };

/**
 * Joins an endpoint to its policy and its work.
 *
 * - `{ public: reason }` and `{ signedIn: true }`: `run` gets the platform, no transaction.
 * - `{ fence, may }`: `run` gets one fenced transaction and the actor; a GET may give `read`
 *   instead, the hot path of one named statement.
 * - `{ fence, load, may }`: as above, and `run` gets the loaded `row`; with `known` perhaps one from memory.
 *
 * `run` returns the reply's value, `rawJson(text)`, or either in `withHeaders`; it refuses by
 * `refuse(code)`. A PUT, POST, PATCH or DELETE is one transaction, committed before the answer.
 */
export function serve<E extends EndpointSpec, Row>(
  endpoint: E,
  serving: {
    readonly policy: RowPolicy<ParamsOf<E>, BodyOf<E>, Row>;
    readonly run: (input: SchoolInput<E> & RowInput<Row>) => Promise<Answer<E>>;
  },
): Route;
export function serve<E extends EndpointSpec>(
  endpoint: E,
  serving: { readonly policy: SchoolPolicy<ParamsOf<E>> } & (
    | Served<SchoolInput<E>, E>
    | { readonly read: Read<E>; readonly run?: never; readonly handle?: never }
  ),
): Route;
export function serve<E extends EndpointSpec>(
  endpoint: E,
  serving: { readonly policy: SignedInPolicy } & Served<SignedInInput<E>, E>,
): Route;
export function serve<E extends EndpointSpec>(
  endpoint: E,
  serving: { readonly policy: PublicPolicy } & Served<OpenInput<E>, E>,
): Route;
export function serve(endpoint: EndpointSpec, serving: ErasedServing): Route {
  return { endpoint, policy: serving.policy, work: workOf(serving) };
}

type ErasedServing = {
  readonly policy: Policy;
  readonly run?: (input: never) => Promise<unknown>;
  readonly read?: Read<never>;
  readonly handle?: Handle<never>;
};

function workOf(serving: ErasedServing): Work {
  if (serving.read) return { kind: 'read', read: serving.read };
  if (serving.handle) return { kind: 'handle', handle: serving.handle };
  if (serving.run) return { kind: 'run', run: serving.run };
  throw new Error('a served endpoint needs run, read or handle');
}
