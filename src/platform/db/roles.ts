import type pg from 'pg';
import { StartFailure } from './start-failure.ts';

export const roleNames = [
  'parta_owner',
  'parta_app',
  'parta_identity',
  'parta_jobs',
  'parta_stats',
  'parta_backup',
] as const;

export type RoleName = (typeof roleNames)[number];

/**
 * Limits of each role. A request waits at most 2 s for a lock and 5 s for its answer; jobs may
 * calculate for 10 minutes; nobody keeps a transaction open without working in it. The search path is
 * empty, so every name is qualified.
 */
const roleSettings: Readonly<Record<RoleName, Readonly<Record<string, string>>>> = {
  parta_owner: { search_path: '', idle_in_transaction_session_timeout: '10min' },
  parta_app: limits('5s', '2s'),
  parta_identity: limits('5s', '2s'),
  parta_jobs: limits('10min', '10s'),
  parta_stats: limits('10min', '2s'),
  parta_backup: { search_path: '', lock_timeout: '30s' },
};

function limits(statement: string, lock: string): Readonly<Record<string, string>> {
  return {
    search_path: '',
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: '15s',
  };
}

/** As administrator of our own cluster: every role with its password and limits, none of them superuser. */
export function roleStatements(passwords: Readonly<Record<RoleName, string>>, literal: Quote): string[] {
  return roleNames.flatMap((role) => [
    `do $$ begin create role ${role}; exception when duplicate_object then null; end $$`,
    `alter role ${role} login nosuperuser nocreatedb nocreaterole noreplication ${role === 'parta_backup' ? 'bypassrls' : 'nobypassrls'} password ${literal(passwords[role])}`,
    ...settingStatements(role, literal),
  ]);
}

export type Quote = (text: string) => string;

function settingStatements(role: RoleName, literal: Quote): string[] {
  return Object.entries(roleSettings[role]).map(
    ([name, value]) => `alter role ${role} set ${name} = ${literal(value)}`,
  );
}

/**
 * On an external PostgreSQL: creates what is missing, without the right to log in (its administrator
 * gives passwords). Throws StartFailure `roleMissing` when the connected role may not create roles.
 */
export async function createMissingRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_catalog.pg_roles where rolname = any ($1::text[])',
    [[...roleNames]],
  );
  const present = new Set(rows.map((row) => row.rolname));
  for (const role of roleNames.filter((name) => name !== 'parta_owner' && !present.has(name))) {
    await createRole(client, role);
  }
}

async function createRole(client: pg.Client, role: RoleName): Promise<void> {
  try {
    await client.query(`create role ${role} nologin`);
    for (const text of settingStatements(role, client.escapeLiteral.bind(client))) await client.query(text);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42710') return;
    if (code !== '42501') throw error;
    throw new StartFailure('roleMissing', { role, user: client.user ?? '' });
  }
}
