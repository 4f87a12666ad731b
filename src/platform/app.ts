import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { policyOf } from './access.ts';
import { apiReference } from './api-reference.ts';
import type { Clock } from './clock.ts';
import { storedFile } from './contract.ts';
import { compressAnswers } from './compress.ts';
import type { Config, Secrets } from './config.ts';
import type { Database } from './db/database.ts';
import { isServerFault, problemOf } from './faults.ts';
import { mountForms } from './form-answer.ts';
import { fileStore } from './files/store.ts';
import { commonHeaders, jsonHeaders } from './headers.ts';
import { databaseCheck, healthRoutes, type ReadinessCheck, sealerCheck } from './health.ts';
import { uuidv7 } from './ids.ts';
import { logAnswers, logOptions, type LogSink, type RouteFacts } from './log.ts';
import { bounceMailbox } from './mail/bounce-mailbox.ts';
import { mailer } from './mail/mailer.ts';
import { openApiDocument } from './openapi.ts';
import { type PageAnswering, pageHandler, sendProblemPage } from './page-answer.ts';
import type { Renderer } from './page.ts';
import type { Core, Engines, IdentityPorts, Module, Platform } from './platform.ts';
import { platformProblem, Problem, problemDocument, problemType } from './problem.ts';
import { realtimeRoutes } from './realtime/routes.ts';
import { routeHandler } from './route-answer.ts';
import { routesOf } from './route-list.ts';
import { answerSender, checkedSender } from './send-answer.ts';
import type { Route } from './serve.ts';
import { serveStaticFiles } from './static-files.ts';

export type AppOptions = {
  readonly modules: readonly Module[];
  readonly database: Database;
  readonly secrets: Secrets;
  readonly identity: (core: Core) => IdentityPorts;
  readonly engines: (core: Core, ports: IdentityPorts) => Engines;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: LogSink;
  /** What else must be well before work is taken, such as room on the disk. */
  readonly readiness?: readonly ReadinessCheck[];
  /** The built web client. */
  readonly clientDirectory?: string;
  /** Holds every answer to its contract, at the price of checking it: tests and development. */
  readonly checkReplies?: boolean;
};

/** Bytes of a request body; files go another way. */
const bodyLimit = 256 * 1024;

/** A client that dribbles its request is cut off, and one that waited this long gets an answer. */
const requestTimeoutMs = 10_000;

/** Files may take their time. */
const fileTimeoutMs = 600_000;

/** Node looks for dribblers only each 30 s unless told. */
const serverTimes = { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: 2_000 };

/** The whole HTTP server, not yet listening. Throws when a route breaks the rules of `routesOf`. */
export function buildApp(options: AppOptions): { app: FastifyInstance; platform: Platform } {
  const { config } = options;
  const app = newServer(options);
  const { database, clock, secrets } = options;
  const files = fileStore({ dataDirectory: config.dataDirectory, largest: config.largestFile });
  const mail = config.mail === null ? null : mailer(config.mail, app.log);
  app.addHook('onClose', () => mail?.close());
  const returned = config.mail?.bounces ?? null;
  const bounces = returned === null ? null : bounceMailbox(returned, app.log);
  const core: Core = { database, clock, config, secrets, files, mail, bounces, log: app.log };
  const ports = options.identity(core);
  const platform: Platform = { ...core, ...ports, ...options.engines(core, ports) };
  const pages: PageAnswering = { platform, renderer: options.renderer };
  acceptBodies(app);
  logAnswers(app);
  compressAnswers(app);
  answerFaults(app, pages);

  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
    await platform.news.stop();
  });
  // A connection that was busy when stopping began would linger until its keep-alive ran out.
  app.addHook('onResponse', (_request, _reply, done) => {
    if (stopping) setImmediate(() => app.server.closeIdleConnections());
    done();
  });
  const health = healthRoutes(
    [
      () => (stopping ? ['stopping'] : []),
      databaseCheck(platform),
      sealerCheck(platform),
      ...(options.readiness ?? []),
    ],
    () => (bounces?.isReachable() === false ? ['bounceMailboxAway'] : []),
  );
  const modules: readonly Module[] = [
    { name: 'platform', routes: [...health, ...realtimeRoutes] },
    ...options.modules,
  ];
  const routes = routesOf(modules);
  for (const route of routes) mountRoute(app, { route, platform, checked: options.checkReplies === true });
  for (const page of modules.flatMap((module) => module.pages ?? [])) {
    app.route({
      method: 'GET',
      url: fastifyPath(page.path),
      config: { template: page.path, html: true } satisfies RouteFacts,
      handler: pageHandler(page, pages),
    });
  }
  mountForms(
    app,
    modules.flatMap((module) => module.forms ?? []),
    pages,
  );
  mountReference(app, { routes, config });
  if (options.clientDirectory !== undefined) {
    serveStaticFiles(app, { directory: options.clientDirectory, headers: commonHeaders(config) });
  }
  return { app, platform };
}

function newServer(options: AppOptions): FastifyInstance {
  const { config } = options;
  const app = fastify({
    bodyLimit,
    requestTimeout: fileTimeoutMs,
    handlerTimeout: requestTimeoutMs,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: uuidv7,
    trustProxy: config.trustProxy ? [...config.trustProxy] : false,
    routerOptions: { maxParamLength: 100 },
    logController: new LogController({ disableRequestLogging: true }),
    logger: logOptions(options.log),
    ...(config.tls ? { https: { ...config.tls, ...serverTimes } } : { http: serverTimes }),
  });
  return app as unknown as FastifyInstance;
}

/**
 * JSON, and bytes only where the route takes a file: they are left in the request for it. A command without a body still
 * names JSON (`cross-site.ts`), so an empty one is no fault. Node knows one time for all requests, that of files: a
 * usual body that dribbles in is cut off here.
 */
function acceptBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, String(body), done);
  });
  app.addContentTypeParser('application/octet-stream', (request, _body, done) => {
    const { body } = request.routeOptions.config as RouteFacts;
    done(body === 'file' ? null : platformProblem('wrongContentType'), undefined);
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const { headers, raw, routeOptions } = request;
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (hasBody && (routeOptions.config as RouteFacts).body === undefined) {
      const cut = setTimeout(() => raw.destroy(), requestTimeoutMs).unref();
      raw.once('close', () => clearTimeout(cut));
    }
    done();
  });
}

function mountRoute(app: FastifyInstance, at: { route: Route; platform: Platform; checked: boolean }): void {
  const { endpoint, policy, work } = at.route;
  const erased = policyOf(policy);
  if (!erased) throw new Error(`${endpoint.path} has no policy`);
  const plain = answerSender(jsonHeaders(at.platform.config, endpoint.stored !== false));
  const send = at.checked ? checkedSender(endpoint, plain) : plain;
  const takesTime =
    work.kind === 'handle' ||
    endpoint.takesFile === true ||
    endpoint.largestBody !== undefined ||
    endpoint.reply === storedFile;
  app.route({
    ...(endpoint.largestBody === undefined ? {} : { bodyLimit: endpoint.largestBody }),
    method: endpoint.method,
    url: fastifyPath(endpoint.path),
    exposeHeadRoute: !takesTime,
    ...(takesTime ? { handlerTimeout: fileTimeoutMs } : {}),
    config: {
      template: endpoint.path,
      quiet: endpoint.path.startsWith('/api/health/'),
      ...(endpoint.takesFile ? { body: 'file' } : endpoint.largestBody ? { body: 'large' } : {}),
    } satisfies RouteFacts,
    handler: routeHandler({ platform: at.platform, endpoint, policy: erased, work, send }),
  });
}

/** The document and its page are built once: nothing in them changes while the server runs. */
function mountReference(app: FastifyInstance, at: { routes: readonly Route[]; config: Config }): void {
  const document = openApiDocument(at.routes, { sessionCookie: at.config.sessionCookie.name });
  const json = JSON.stringify(document);
  const html = apiReference(document);
  const headers = jsonHeaders(at.config, true);
  app.get('/api/openapi.json', { config: { template: '/api/openapi.json' } }, (_request, reply) =>
    reply.headers(headers).send(json),
  );
  app.get('/api/docs', { config: { template: '/api/docs' } }, (_request, reply) =>
    reply
      .headers({
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': html.contentSecurityPolicy,
      })
      .send(html.text),
  );
}

function answerFaults(app: FastifyInstance, pages: PageAnswering): void {
  const headers = jsonHeaders(pages.platform.config, false);
  const sendDocument = (reply: FastifyReply, problem: Problem) =>
    reply
      .headers({ ...headers, 'content-type': problemType })
      .code(problem.status)
      .send(JSON.stringify(problemDocument(problem)));
  const answer = async (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    if (problem.status === 503) reply.header('retry-after', '1');
    if (!wantsPage(request)) return sendDocument(reply, problem);
    try {
      return await sendProblemPage(reply, pages, { request, problem });
    } catch (error) {
      request.log.error({ err: error }, 'the problem page failed');
      return sendDocument(reply, problem);
    }
  };
  app.setNotFoundHandler((request, reply) => answer(request, reply, platformProblem('notFound')));
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (!isServerFault(problem)) return answer(request, reply, problem);
    request.log.error({ err: error, route: (request.routeOptions.config as RouteFacts).template }, 'failed');
    const facts = { ...problem.facts, requestId: request.id };
    return answer(request, reply, new Problem(problem.code, problem.status, { facts }));
  });
}

/** A person at a browser sees a page; a program gets the document. */
function wantsPage(request: FastifyRequest): boolean {
  if ((request.routeOptions.config as RouteFacts).html === true) return true;
  if (request.method !== 'GET' || request.url.startsWith('/api/')) return false;
  return String(request.headers.accept ?? '').includes('text/html');
}

/** `/a/{b}` as Fastify writes it: `/a/:b`. */
function fastifyPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
