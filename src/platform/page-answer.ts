import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ErasedPolicy,
  detourOf,
  policyOf,
  inSchool,
  requireActor,
  requireFence,
  requirePermission,
  requireRow,
} from './access.ts';
import type { Actor, SignedIn } from './actor.ts';
import { pageHeaders } from './headers.ts';
import { isUuid } from './ids.ts';
import {
  localAddress,
  type Page,
  type Redirect,
  type Renderer,
  type ViewContext,
  type ViewData,
} from './page.ts';
import type { Platform } from './platform.ts';
import { type Problem, platformProblem } from './problem.ts';

export type PageAnswering = { readonly platform: Platform; readonly renderer: Renderer };

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** The steps of one page: session (else to the sign-in) → actor → fence → policy → load → view. */
export function pageHandler(page: Page, answering: PageAnswering): Handler {
  const policy = policyOf(page.policy);
  if (!policy) throw new Error(`page ${page.path} has no policy`);
  // The input's type was checked where the page was written.
  const load = page.load as (input: unknown) => Promise<ViewData | Redirect>;
  return async (request, reply) => {
    const signedIn = await answering.platform.actors.signedIn(request);
    if (!signedIn && policy.kind !== 'public') {
      return reply
        .header('cache-control', 'private, no-cache')
        .redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
    }
    const detour = detourOf(signedIn, policy);
    if (detour !== null) {
      return reply
        .header('cache-control', 'private, no-cache')
        .redirect(`${detour}?next=${encodeURIComponent(request.url)}`, 303);
    }
    const { actor, answer } = await loaded({ request, signedIn, policy, load, answering });
    if (isRedirect(answer)) {
      if (answer.cookies.length > 0) reply.header('set-cookie', [...answer.cookies]);
      return reply.header('cache-control', 'private, no-cache').redirect(localAddress(answer.to), 303);
    }
    if (page.stored === false) reply.header('cache-control', 'no-store');
    return sendView(reply, answering, { request, view: page.view, data: answer, signedIn, actor });
  };
}

/** Shows a problem to a browser that asked for a page: view `problem`, given `{ code, status, facts }`. */
export function sendProblemPage(
  reply: FastifyReply,
  answering: PageAnswering,
  shown: { request: FastifyRequest; problem: Problem },
): Promise<FastifyReply> {
  const { code, status, facts } = shown.problem;
  reply.code(status);
  return sendView(reply, answering, {
    request: shown.request,
    view: 'problem',
    data: { code, status, facts },
    signedIn: null,
    actor: null,
  });
}

type Loading = {
  readonly request: FastifyRequest;
  readonly signedIn: SignedIn | null;
  readonly policy: ErasedPolicy;
  readonly load: (input: unknown) => Promise<ViewData | Redirect>;
  readonly answering: PageAnswering;
};

async function loaded(at: Loading): Promise<{ actor: Actor | null; answer: ViewData | Redirect }> {
  const { request, signedIn, policy } = at;
  const { platform } = at.answering;
  const params = pageParams(request.params);
  const input = { params, query: queryOf(request.url), now: new Date(), request, platform, signedIn };
  if (policy.kind !== 'school' || !signedIn) {
    const actorIn = (schoolId: number) =>
      signedIn ? platform.actors.actor(signedIn, schoolId) : Promise.resolve(null);
    return { actor: null, answer: await at.load({ ...input, actorIn }) };
  }
  const { school } = policy;
  const actor = await requireActor(platform, signedIn, params);
  const fence = requireFence(school, actor, params);
  if (!school.load) requirePermission(school.may(actor, params, params));
  const answer = await inSchool(platform, fence, async (tx) => {
    const row = await requireRow(school, tx, { actor, params, body: null });
    return at.load({ ...input, tx, actor, row });
  });
  return { actor, answer };
}

/** Renders a view into the answer, under a nonce of its own. */
export async function sendView(
  reply: FastifyReply,
  answering: PageAnswering,
  at: {
    request: FastifyRequest;
    view: string;
    data: ViewData;
    signedIn: SignedIn | null;
    actor: Actor | null;
  },
): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString('base64');
  const { html, status } = await answering.renderer(at.view, at.data, {
    path: at.request.url,
    nonce,
    wishes: wishesOf(at.request, answering.platform.config.sessionCookie.name),
    signedIn: at.signedIn,
    actor: at.actor,
  });
  if (status !== undefined) reply.code(status);
  const stored = reply.getHeader('cache-control');
  reply.headers(pageHeaders(answering.platform.config, nonce));
  if (stored !== undefined) reply.header('cache-control', stored);
  return reply.send(html);
}

/** Addresses of pages are typed by people: a school that is no number or an id that is none is 404. */
function pageParams(given: unknown): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(given as Record<string, string>)) {
    if (!isPlausible(name, text)) throw platformProblem('notFound');
    params[name] = name === 'schoolId' ? Number(text) : text;
  }
  return params;
}

function isPlausible(name: string, text: string): boolean {
  if (name === 'schoolId') return /^[1-9]\d{0,8}$/.test(text);
  if (name.endsWith('Id')) return isUuid(text);
  if (name === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return true;
}

function queryOf(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}

/** The session stays here: a view has no use for it and may end up in a page. */
function wishesOf(request: FastifyRequest, sessionCookie: string): ViewContext['wishes'] {
  const cookies = (request.headers.cookie ?? '').split(/;\s*/);
  return {
    cookie: cookies.filter((pair) => !pair.startsWith(`${sessionCookie}=`)).join('; '),
    acceptLanguage: String(request.headers['accept-language'] ?? ''),
  };
}

function isRedirect(answer: ViewData | Redirect): answer is Redirect {
  return 'kind' in answer && answer['kind'] === 'redirect' && 'to' in answer;
}
