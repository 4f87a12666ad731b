import type pg from 'pg';
import { StartFailure } from './start-failure.ts';
import { isDatabaseUnavailable } from './pool.ts';

/**
 * Refuses a connection whose role passes row-level security: superusers, BYPASSRLS, and whoever is
 * or may become the owner of our tables (an owner can switch the fence off). Throws StartFailure.
 */
export async function assertOrdinaryRole(pool: pg.Pool): Promise<void> {
  const row = await describeRole(pool);
  if (row.superuser) throw new StartFailure('rolePrivileged', { role: row.name, reason: 'superuser' });
  if (row.bypasses) throw new StartFailure('rolePrivileged', { role: row.name, reason: 'BYPASSRLS' });
  if (row.owned)
    throw new StartFailure('rolePrivileged', { role: row.name, reason: `owner of ${row.owned}` });
}

type RoleRow = { name: string; superuser: boolean; bypasses: boolean; owned: string | null };

async function describeRole(pool: pg.Pool): Promise<RoleRow> {
  try {
    const { rows } = await pool.query<RoleRow>(roleQuery);
    const [row] = rows;
    if (!row) throw new Error('the role of this connection is not in the catalogue');
    return row;
  } catch (error) {
    if (!isDatabaseUnavailable(error) && !isRefused(error)) throw error;
    throw new StartFailure('databaseUnreachable', { reason: (error as Error).message });
  }
}

/** 28…: wrong password or no entry in pg_hba.conf; 3D000: no such database; else the network. */
function isRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('28') || code === '3D000' || code === 'ENOTFOUND' || code === 'EACCES';
}

// What the connected role may pass, and one table that it owns itself or through a membership.
const roleQuery = `
  select role.rolname as name, role.rolsuper as superuser, role.rolbypassrls as bypasses,
    (select format('%I.%I', space.nspname, class.relname)
       from pg_catalog.pg_class class
       join pg_catalog.pg_namespace space on space.oid = class.relnamespace
      where class.relkind in ('r', 'p')
        and space.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
        and pg_catalog.pg_has_role(session_user, class.relowner, 'MEMBER')
      order by 1 limit 1) as owned
  from pg_catalog.pg_roles role
  where role.rolname = session_user`;
