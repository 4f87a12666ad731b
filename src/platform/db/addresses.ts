import { StartFailure } from './start-failure.ts';

/**
 * Where each role connects: `postgres://` URLs, unix-socket ones for the embedded engine. `listen` is
 * direct, never through a pooler. `owner` is empty when the environment does not give it: a server
 * runs without it, only migrations need it.
 */
export type DatabaseAddresses = {
  readonly owner: string;
  readonly app: string;
  readonly identity: string;
  readonly jobs: string;
  readonly listen: string;
  readonly stats: string;
  readonly backup: string;
};

/**
 * Addresses of an external PostgreSQL, or null when `DATABASE_URL` is absent (then the embedded
 * engine serves). Throws StartFailure `addressMissing` when only some of the three needed ones are
 * there. Listening falls back to `DATABASE_URL`, backups to the owner.
 */
export function addressesFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): DatabaseAddresses | null {
  const app = environment['DATABASE_URL'];
  if (!app) return null;
  const missing = needed.filter((name) => !environment[name]);
  if (missing.length > 0) throw new StartFailure('addressMissing', { variables: missing.join(', ') });
  const owner = environment['DATABASE_OWNER_URL'] ?? '';
  return {
    owner,
    app,
    identity: environment['DATABASE_IDENTITY_URL'] ?? '',
    jobs: environment['DATABASE_JOBS_URL'] ?? '',
    listen: environment['DATABASE_LISTEN_URL'] ?? app,
    stats: environment['DATABASE_STATS_URL'] ?? '',
    backup: environment['DATABASE_BACKUP_URL'] ?? owner,
  };
}

const needed = ['DATABASE_IDENTITY_URL', 'DATABASE_JOBS_URL'] as const;
