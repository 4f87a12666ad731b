import { Problem, platformProblem, type PlatformCode } from './problem.ts';

/**
 * The problem an error is answered with. Errors of the framework and of PostgreSQL that mean
 * something to the client get their code; everything else is `internal`, which tells nothing.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = isConnecting(error) ? 'connect' : codeOf(error);
  const known = knownCodes[code] ?? knownCodes[code.slice(0, 2)];
  if (known) return platformProblem(known);
  return platformProblem(isClientError(error) ? 'malformedJson' : 'internal');
}

/** Is it our fault? Then it is logged. */
export function isServerFault(problem: Problem): boolean {
  return problem.status >= 500;
}

/** Node, Fastify and SQLSTATE codes; two characters stand for a whole SQLSTATE class. */
const knownCodes: Readonly<Record<string, PlatformCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongContentType',
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformedJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformedJson',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformedJson',
  FST_ERR_HANDLER_TIMEOUT: 'overloaded',
  FST_ERR_BAD_URL: 'notFound',
  FST_ERR_MAX_PARAM_LENGTH: 'notFound',
  connect: 'databaseUnavailable',
  ECONNRESET: 'databaseUnavailable',
  '08': 'databaseUnavailable',
  '53': 'overloaded',
  '57P01': 'databaseUnavailable',
  '57P02': 'databaseUnavailable',
  '57P03': 'databaseUnavailable',
  '57014': 'overloaded',
  '55P03': 'overloaded',
  '40001': 'overloaded',
  '40P01': 'overloaded',
};

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** A refused or vanished socket: the only peer we call while answering is the database. */
function isConnecting(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect';
}

/** Fastify's own 4xx without a code of ours: a broken body. */
function isClientError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return false;
  return typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
}
