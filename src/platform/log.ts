import { writeSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { PinoLoggerOptions } from 'fastify/types/logger.js';

/** A fault of ours whose message names code and never rows, so that the log may show it. */
export class KnownFault extends Error {
  override name = 'KnownFault';
}

/** Where log lines go. */
export type LogSink = { write(line: string): void };

/** Fields a log line may hold; any other is dropped, so a name or a mark cannot slip in. */
const allowedFields = [
  'reqId',
  'method',
  'route',
  'status',
  'ms',
  'schoolId',
  'code',
  'module',
  'count',
  'seconds',
  'port',
] as const;

/**
 * Fastify's logger options: JSON lines whose fields are an allow-list. No address, query, body,
 * header or network address is among them.
 */
export function logOptions(sink: LogSink, level = 'info'): PinoLoggerOptions & { stream: LogSink } {
  return {
    level,
    stream: sink,
    base: null,
    hooks: { logMethod: withoutErrorMessage },
    formatters: {
      level: (label) => ({ level: label }),
      log: (given) => {
        const line: Record<string, unknown> = {};
        for (const field of allowedFields) if (given[field] !== undefined) line[field] = given[field];
        if (given['err'] !== undefined) line['err'] = errorFacts(given['err']);
        return line;
      },
    },
  };
}

/** One line per answered request: the route's template, never its address. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { template, quiet } = request.routeOptions.config as RouteFacts;
    const line = {
      method: request.method,
      route: template ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      schoolId: schoolIdOf(request.params),
    };
    if (quiet === true) request.log.debug(line);
    else request.log.info(line);
    done();
  });
}

/** What a mounted route tells the log and the error handler of itself. */
export type RouteFacts = {
  readonly template?: string;
  readonly quiet?: boolean;
  readonly html?: boolean;
  /** Its body may take its time, or is no JSON. */
  readonly body?: 'large' | 'file';
};

/** Lines gathered for 100 ms or 16 KB, then written at once; `flush` on the way out. */
export function bufferedSink(descriptor = 1): LogSink & { flush(): void } {
  let waiting = '';
  const flush = () => {
    const text = waiting;
    waiting = '';
    if (text !== '') writeWhole(descriptor, text);
  };
  setInterval(flush, 100).unref();
  return {
    write(line) {
      waiting += line;
      if (waiting.length > 16_384) flush();
    },
    flush,
  };
}

/** A full or closed pipe must not end a school's server. */
function writeWhole(descriptor: number, text: string): void {
  try {
    writeSync(descriptor, text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EPIPE'))) {
      throw error;
    }
  }
}

type LogMethod = NonNullable<NonNullable<PinoLoggerOptions['hooks']>['logMethod']>;

/** pino takes an error's message for the line's text unless it is given another. */
const withoutErrorMessage: LogMethod = function (given, method) {
  const [first, text] = given as [unknown, unknown];
  const error = first instanceof Error ? first : errorIn(first);
  const words = typeof text === 'string' && text !== error?.message ? text : 'failed';
  if (error) method.call(this, { ...fieldsOf(first), err: error }, words);
  else method.apply(this, given);
};

function fieldsOf(given: unknown): object {
  return given instanceof Error || typeof given !== 'object' || given === null ? {} : given;
}

function errorIn(given: unknown): Error | null {
  if (typeof given !== 'object' || given === null || !('err' in given)) return null;
  return given.err instanceof Error ? given.err : null;
}

/**
 * What an error may say in a log: its kind, code and stack frames. Messages of PostgreSQL and of
 * parsers quote the rows and texts they choke on, so only the engine's own kinds keep theirs.
 */
function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const named = error as Error & Record<string, unknown>;
  const facts: Record<string, unknown> = { type: error.name };
  for (const field of ['code', 'constraint', 'schema', 'table', 'routine', 'syscall']) {
    if (typeof named[field] === 'string') facts[field] = named[field];
  }
  if (saysNothingPersonal(error)) facts['reason'] = error.message;
  facts['stack'] = framesOf(error);
  return facts;
}

function saysNothingPersonal(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof KnownFault;
}

function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

function schoolIdOf(params: unknown): number | undefined {
  if (typeof params !== 'object' || params === null || !('schoolId' in params)) return undefined;
  const school = Number(params.schoolId);
  return Number.isSafeInteger(school) ? school : undefined;
}
