import type { Duplex } from 'node:stream';
import pg from 'pg';
import { parseValue } from './value-parsers.ts';

export type DatabasePool = pg.Pool;
export type PooledClient = pg.PoolClient;

/**
 * A pool whose connections send without waiting for the answer before (`begin` travels together with
 * the first statement). A lost connection never ends the process: the query in flight rejects.
 */
export function openPool(address: string, connections: number): DatabasePool {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    pipeline: true,
    keepAlive: true,
    // Prepared statements live as long as the connection, so it stays; an hour bounds their memory.
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: 3600,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: parseValue },
  });
  // The pool hears only idle connections; one that is checked out raises its own 'error'.
  pool.on('connect', (client) => client.on('error', lostConnection));
  pool.on('error', lostConnection);
  return pool;
}

/**
 * What `send` puts on the connection leaves in one packet: a system call costs more than the statement it carries.
 * `send` may go on asynchronously; only what it sends at once is gathered.
 */
export function inOnePacket<Result>(client: PooledClient, send: () => Result): Result {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/**
 * Whether the database cannot serve at the moment (connection lost, starting, stopping, demoted, no
 * free connection), so that the same request may succeed when it is repeated with its key.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return unavailableCodes.has(code) || code.startsWith('08') || unavailableMessage.test(error.message);
}

/** Whether the connection may go on serving others after this error of PostgreSQL. */
export function isClientSound(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return (
    error.severity === 'ERROR' && !stalePreparation.has(error.code ?? '') && !isDatabaseUnavailable(error)
  );
}

// A migration changed the result of a prepared statement; the server does not know its name.
const stalePreparation = new Set(['0A000', '26000']);

const unavailableCodes = new Set([
  '57P01', // the server stops
  '57P02', // a neighbour crashed
  '57P03', // the server starts
  '25006', // landed on a standby
  '53300', // too many connections
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket of the embedded engine, while it restarts
  'EPIPE',
  'ETIMEDOUT',
]);

const unavailableMessage =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout)/;

/** The queries of this connection reject by themselves, and the pool drops it when it comes back. */
function lostConnection(): void {}
