import { readFile, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineAccess } from './engine.ts';
import { connected } from './engine.ts';

/**
 * The statements the server's own role sends while `run` runs, in order, `begin`, fence and `commit`
 * left out. PostgreSQL logs them itself: the role is told to, and its connections begin anew.
 */
export async function dataStatementsDuring(
  { folder, superuser }: EngineAccess,
  run: () => Promise<void>,
): Promise<readonly string[]> {
  await connected(superuser, async (client) => {
    await client.query(`alter role parta_app set log_statement = 'all'`);
    await client.query(endConnections);
  });
  await pause(300);
  try {
    const from = (await stat(folder.log)).size;
    await run();
    await pause(200);
    const log = (await readFile(folder.log)).subarray(from).toString('utf8');
    return [...log.matchAll(/ LOG: {2}(?:statement: |execute ([^:\s]+): )(.*)/g)]
      .map(([, name, text]) => (name === undefined || name === '<unnamed>' ? (text ?? '') : name))
      .filter((said) => !isFrame.test(said));
  } finally {
    await connected(superuser, async (client) => {
      await client.query('alter role parta_app reset log_statement');
      await client.query(endConnections);
    });
    await pause(300);
  }
}

// The fence and the heartbeat of the listening connection.
const isFrame = /^(begin|commit|rollback|set local|listen|select 1$)/i;

const endConnections = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'parta_app' and pid <> pg_backend_pid() and query not ilike 'listen%'`;
