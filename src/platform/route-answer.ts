import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ErasedPolicy,
  type ErasedSchoolPolicy,
  inSchool,
  requireActor,
  requireFence,
  requirePermission,
  requireRow,
  requireSession,
} from './access.ts';
import type { Actor } from './actor.ts';
import type { EndpointSpec } from './contract.ts';
import { refuseCrossSite, refuseCrossSiteFile } from './cross-site.ts';
import type { Fence } from './database-port.ts';
import { entityTag, matchesTag } from './entity-tag.ts';
import type { KeptFile } from './files/store.ts';
import type { CommandKey } from './idempotency-types.ts';
import { isUuid } from './ids.ts';
import type { Platform } from './platform.ts';
import { Problem, platformProblem } from './problem.ts';
import { type Handle, OutdatedRow, type Read, type Work } from './serve.ts';
import { partValidator } from './validate.ts';

/** Sends what `run` returned. */
export type Send = (reply: FastifyReply, request: FastifyRequest, answer: unknown) => FastifyReply;

export type Answering = {
  readonly platform: Platform;
  readonly endpoint: EndpointSpec;
  readonly policy: ErasedPolicy;
  readonly work: Work;
  readonly send: Send;
};

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * The steps of one route, composed at boot: cross-site → session → params → actor → fence → policy
 * → query and body → transaction (row, policy by row, work) → answer.
 */
export function routeHandler(answering: Answering): Handler {
  const { endpoint, policy } = answering;
  const guard = guardOf(endpoint);
  const work = policy.kind === 'school' ? schoolWork(answering, policy) : openWork(answering, policy.kind);
  const declared = endpoint.refusals ?? {};
  return async (request, reply) => {
    try {
      guard(request);
      return await work(request, reply);
    } catch (error) {
      throw withDeclaredStatus(error, declared);
    }
  };
}

function guardOf({ method, takesFile }: EndpointSpec): (request: FastifyRequest) => void {
  if (method === 'GET') return () => {};
  return takesFile === true ? refuseCrossSiteFile : refuseCrossSite;
}

function openWork(answering: Answering, kind: 'public' | 'signedIn'): Handler {
  const { platform, work, send } = answering;
  const read = inputReader(answering.endpoint);
  return async (request, reply) => {
    const signedIn =
      kind === 'public' ? await platform.actors.signedIn(request) : await requireSession(platform, request);
    const actorIn = (schoolId: number) =>
      signedIn ? platform.actors.actor(signedIn, schoolId) : Promise.resolve(null);
    const input = { ...read.params(request), ...read.rest(request), platform, signedIn, actorIn };
    if (work.kind === 'handle') return handled(work.handle, input, reply);
    return send(reply, request, await runOf(work)(input));
  };
}

function schoolWork(answering: Answering, policy: { school: ErasedSchoolPolicy }): Handler {
  const { platform, work, send } = answering;
  const { school } = policy;
  const read = inputReader(answering.endpoint);
  const finish = finisher(answering);
  const writes = answering.endpoint.method !== 'GET';
  const takesFile = answering.endpoint.takesFile === true;
  const byRow = rowWork(answering, school);
  const isSensitive = platform.actors.isSensitive(answering.endpoint.id);
  return async (request, reply) => {
    const signedIn = await requireSession(platform, request);
    const { params } = read.params(request);
    const actor = await requireActor(platform, signedIn, params);
    const fence = requireFence(school, actor, params);
    if (!school.load) requirePermission(school.may(actor, params, params));
    if (isSensitive) await platform.actors.requireProof(signedIn);
    const step: SchoolStep = { ...read.rest(request), params, actor, platform };
    const input = takesFile ? await withFile(step, { school, fence, request }) : step;
    if (work.kind === 'handle') return handled(work.handle, input, reply);
    if (work.kind === 'read') return finish(request, reply, { input, fence });
    const answer = await byRow(input, fence);
    if (writes) platform.sealer.wake();
    return send(reply, request, answer);
  };
}

/**
 * Takes the file of the request. Whether it may be sent at all is asked before its first byte, in a transaction of its
 * own: none is held open while a phone sends. The work asks again.
 */
async function withFile(
  step: SchoolStep,
  { school, fence, request }: { school: ErasedSchoolPolicy; fence: Fence; request: FastifyRequest },
): Promise<SchoolStep> {
  await inSchool(step.platform, fence, (tx) => requireRow(school, tx, step));
  const length = Number(request.headers['content-length']);
  const file = await step.platform.files.receive(request.raw, {
    name: fileNameOf(request.headers['x-file-name']),
    length: Number.isSafeInteger(length) ? length : null,
  });
  return { ...step, file };
}

function fileNameOf(header: string | readonly string[] | undefined): string {
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '').slice(0, 1000);
  } catch {
    return '';
  }
}

/** Runs the work in one transaction: by a row from memory where that allows it, else by one loaded there. */
function rowWork({ platform, work }: Answering, school: ErasedSchoolPolicy) {
  const byLoadedRow = (input: SchoolStep, fence: Fence): Promise<unknown> =>
    inSchool(platform, fence, async (tx) => {
      const row = await requireRow(school, tx, input);
      return runOf(work)({ ...input, tx, row, isKnown: false });
    });
  return async (input: SchoolStep, fence: Fence): Promise<unknown> => {
    const row = school.known?.(platform, input.params, input.body) ?? null;
    if (row === null || school.may(input.actor, row, input.params) !== true) return byLoadedRow(input, fence);
    try {
      return await inSchool(platform, fence, (tx) => runOf(work)({ ...input, tx, row, isKnown: true }));
    } catch (error) {
      if (error instanceof OutdatedRow) return byLoadedRow(input, fence);
      throw error;
    }
  };
}

type SchoolStep = ReturnType<InputReader['rest']> & {
  readonly params: unknown;
  readonly actor: Actor;
  readonly platform: Platform;
};

/** The hot read: 304 from memory, else one statement whose text is the body. */
function finisher(answering: Answering) {
  const { platform, work, send } = answering;
  // Typed where it was written; the list of routes forgets the endpoint's types.
  const read = (work.kind === 'read' ? work.read : null) as ErasedRead | null;
  return async (
    request: FastifyRequest,
    reply: FastifyReply,
    step: { input: SchoolStep; fence: Fence },
  ): Promise<FastifyReply> => {
    if (!read) throw new Error('not a read');
    const version = read.etag?.(step.input) ?? null;
    if (version !== null) {
      reply.header('etag', entityTag(version));
      if (matchesTag(request.headers['if-none-match'], version)) {
        return reply.header('cache-control', 'private, no-cache').code(304).send();
      }
    }
    const text = await platform.database.readText(step.fence, read.statement, read.values(step.input));
    if (text === null) throw platformProblem('notFound');
    return send(reply, request, { kind: 'rawJson', text, etag: null });
  };
}

type ErasedRead = {
  readonly statement: Read<never>['statement'];
  readonly values: (input: unknown) => readonly unknown[];
  readonly etag?: (input: unknown) => string | null;
};

function runOf(work: Work): (input: unknown) => Promise<unknown> {
  if (work.kind !== 'run') throw new Error(`a ${work.kind} does not run`);
  return work.run as (input: unknown) => Promise<unknown>;
}

async function handled(handle: Handle<never>, input: object, reply: FastifyReply): Promise<FastifyReply> {
  await (handle as Handle<object>)(input, reply);
  return reply;
}

type InputReader = ReturnType<typeof inputReader>;

/** Params are checked before the actor is known, the rest after it may be told that it is wrong. */
function inputReader(endpoint: EndpointSpec) {
  const params = partValidator(endpoint, 'params');
  const query = partValidator(endpoint, 'query');
  const body = partValidator(endpoint, 'body');
  return {
    params: (request: FastifyRequest) => ({ params: params(request.params) }),
    rest: (request: FastifyRequest) => ({
      query: query(request.query),
      body: body(request.body),
      key: endpoint.method === 'GET' ? null : commandKey(endpoint, request),
      now: new Date(),
      request,
      file: null as KeptFile | null,
    }),
  };
}

function commandKey(endpoint: EndpointSpec, request: FastifyRequest): CommandKey | null {
  const given = request.headers['idempotency-key'];
  if (given === undefined) {
    if (endpoint.idempotent === true) throw platformProblem('idempotencyKeyMissing');
    return null;
  }
  const key = typeof given === 'string' ? given.toLowerCase() : '';
  if (!isUuid(key)) throw platformProblem('idempotencyKeyMalformed');
  const requestHash = createHash('sha256')
    .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest();
  return { key, endpoint: endpoint.id, requestHash };
}

/** An endpoint's `refusals` say which status its codes have; that is what the document promises. */
function withDeclaredStatus(error: unknown, declared: Readonly<Record<string, number>>): unknown {
  if (!(error instanceof Problem)) return error;
  const status = declared[error.code];
  if (status === undefined || status === error.status) return error;
  return new Problem(error.code, status, {
    ...(error.facts ? { facts: error.facts } : {}),
    ...(error.errors ? { errors: error.errors } : {}),
  });
}
