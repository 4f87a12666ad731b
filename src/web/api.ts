import type { BodyOf, EndpointSpec, ParamsOf, QueryOf, ReplyOf } from '#platform/contract.ts';
import type { Facts, InputFault, ProblemDocument } from '#platform/problem.ts';
import type { Api } from './client-contract.ts';

/** A refusal of the server, or code `offline` (status 0) when it could not be reached. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: string;
  readonly status: number;
  readonly errors: readonly InputFault[];
  readonly facts: Facts;

  constructor(document: Pick<ProblemDocument, 'code' | 'status' | 'errors' | 'facts'>) {
    super(document.code);
    this.code = document.code;
    this.status = document.status;
    this.errors = document.errors ?? [];
    this.facts = document.facts ?? {};
  }
}

/** What `ifNoneMatch` answers with when the client's copy is still the newest. */
export type Unchanged = { readonly unchanged: true };

type Endpoints = Readonly<Record<string, EndpointSpec>>;

/** `params`, `query` and `body` are asked for exactly where the endpoint declares them. */
export type CallInput<E extends EndpointSpec> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> & {
    readonly signal?: AbortSignal;
  } & (E extends { readonly idempotent: true }
    ? { readonly idempotencyKey: string }
    : { readonly idempotencyKey?: string });

type Part<Name extends string, Value> = [keyof Value] extends [never]
  ? { readonly [Key in Name]?: never }
  : Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

/** Nothing to give at all → the argument may be left out. */
type Arguments<Input> = Record<never, never> extends Input ? [input?: Input] : [input: Input];

/** The typed client of a set of endpoints. */
export type Call<Set extends Endpoints> = <Key extends keyof Set & string>(
  key: Key,
  ...input: Arguments<CallInput<Set[Key]>>
) => Promise<ReplyOf<Set[Key]>>;

/**
 * Calls one endpoint: `call('PUT /api/schools/{schoolId}/…', { params, body })`. Answers the typed
 * reply (null for 204); throws Problem. An aborted signal throws its own reason.
 */
// The key fixed the types; from here on it is text.
export const call: Call<Api> = async (key, ...[input]) => (await callAny(key, input ?? {})) as never;

/** The same with the entity tag of the copy at hand; for GET only. */
export async function callUnlessKnown<Key extends keyof Api & `GET ${string}`>(
  key: Key,
  input: CallInput<Api[Key]> & { readonly ifNoneMatch: string | null },
): Promise<{ readonly reply: ReplyOf<Api[Key]>; readonly etag: string | null } | Unchanged> {
  const response = await send(key, input);
  if (response.status === 304) return { unchanged: true };
  const reply = (await replyIn(response)) as ReplyOf<Api[Key]>;
  return { reply, etag: response.headers.get('etag') };
}

/** A file the server made, and the name it gave it. */
export type NamedFile = { readonly blob: Blob; readonly name: string };

/** The same for an endpoint that answers a file. */
export async function callFile<Key extends keyof Api & string>(
  key: Key,
  input: CallInput<Api[Key]>,
): Promise<NamedFile> {
  return fileIn(await send(key, input));
}

async function fileIn(response: Response): Promise<NamedFile> {
  if (!response.ok) throw new Problem(await problemIn(response));
  const named = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  return { blob: await response.blob(), name: decodeURIComponent(named ?? 'file') };
}

/** Hands a file to the browser's downloads. */
export function saveFile({ blob, name }: NamedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then; revoked at once, some browsers save nothing.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Asks who uses the session; false = nobody answered. */
export type Prover = (facts: Facts) => Promise<boolean>;

let prover: Prover | null = null;

/** Who asks for a proof in this page; an act that needs one waits for it and then goes on. */
export function askProofBy(asks: Prover | null): void {
  prover = asks;
}

/** A file of an address, as `callFile` gets it. */
export async function fileAt(address: string): Promise<NamedFile> {
  return fileIn(await sendTo(address, { method: 'GET', headers: new Headers(), signal: null, body: null }));
}

type AnyInput = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly ifNoneMatch?: string | null;
  readonly signal?: AbortSignal;
};

async function callAny(key: string, input: AnyInput): Promise<unknown> {
  return replyIn(await send(key, input));
}

async function send(key: string, input: AnyInput): Promise<Response> {
  const at = key.indexOf(' ');
  const method = key.slice(0, at);
  const address = addressOf(key.slice(at + 1), input);
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('content-type', 'application/json');
  if (input.idempotencyKey !== undefined) headers.set('idempotency-key', input.idempotencyKey);
  if (input.ifNoneMatch) headers.set('if-none-match', input.ifNoneMatch);
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  return sendTo(address, { method, headers, body, signal: input.signal ?? null });
}

type Sent = {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
};

async function sendTo(address: string, sent: Sent): Promise<Response> {
  const response = await reach(address, sent);
  if (response.status !== 403 || prover === null) return response;
  const { code, facts } = await problemIn(response.clone());
  if (code !== 'proofNeeded' || !(await prover(facts ?? {}))) return response;
  return reach(address, sent);
}

async function reach(address: string, sent: Sent): Promise<Response> {
  try {
    return await fetch(address, sent);
  } catch (error) {
    if (sent.signal?.aborted === true) throw error;
    throw new Problem({ code: 'offline', status: 0 });
  }
}

async function replyIn(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  if (response.ok) return response.json();
  throw new Problem(await problemIn(response));
}

/** A proxy between us and the server answers with pages of its own: then the status is all we know. */
async function problemIn(response: Response): Promise<Pick<ProblemDocument, 'code' | 'status' | 'facts'>> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return response.json() as Promise<ProblemDocument>;
  return { code: response.status >= 500 ? 'databaseUnavailable' : 'internal', status: response.status };
}

export function addressOf(path: string, input: AnyInput): string {
  const params = (input.params ?? {}) as Readonly<Record<string, string | number>>;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) query.append(name, String(item));
    }
  }
  const text = query.toString();
  return text === '' ? filled : `${filled}?${text}`;
}
