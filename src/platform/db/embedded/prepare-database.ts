import { createHash } from 'node:crypto';
import pg from 'pg';
import { roleNames, roleStatements, type RoleName } from '../roles.ts';
import type { DatabaseAddresses } from '../addresses.ts';
import { administratorName } from './new-cluster.ts';
import type { Secrets } from './secrets.ts';

export const databaseName = 'parta';

/**
 * Roles with their passwords and limits, and the database of the owner; nothing is done when the
 * database says it has been done in this form.
 */
export async function prepareDatabase(administrator: string, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: administrator });
  await client.connect();
  try {
    const literal = client.escapeLiteral.bind(client);
    const statements = roleStatements(secrets as Readonly<Record<RoleName, string>>, literal);
    const form = createHash('sha256')
      .update([...statements, ...grants].join('\n'))
      .digest('hex');
    const { rows } = await client.query<{ form: string | null }>(formQuery);
    if (rows[0]?.form === form) return;
    await client.query(statements.join(';'));
    if (rows.length === 0) await client.query(`create database ${databaseName} owner parta_owner`);
    await client.query(grants.join(';'));
    await client.query(`comment on database ${databaseName} is ${literal(form)}`);
  } finally {
    await client.end();
  }
}

/** One URL per role through the socket. */
export function embeddedAddresses(socketFolder: string, secrets: Secrets): DatabaseAddresses {
  const of = (role: RoleName) =>
    socketAddress(socketFolder, { role, password: secrets[role], database: databaseName });
  return {
    owner: of('parta_owner'),
    app: of('parta_app'),
    identity: of('parta_identity'),
    jobs: of('parta_jobs'),
    listen: of('parta_app'),
    stats: of('parta_stats'),
    backup: of('parta_backup'),
  };
}

/** The administrator's address: making the database, backups of the engine, clones for tests. */
export function administratorAddress(socketFolder: string, secrets: Secrets): string {
  const password = secrets.administrator;
  return socketAddress(socketFolder, { role: administratorName, password, database: 'postgres' });
}

type SocketLogin = { readonly role: string; readonly password: string; readonly database: string };

function socketAddress(folder: string, { role, password, database }: SocketLogin): string {
  return `postgres://${role}:${password}@/${database}?host=${encodeURIComponent(folder)}`;
}

const formQuery = `
  select pg_catalog.shobj_description(oid, 'pg_database') as form
  from pg_catalog.pg_database where datname = '${databaseName}'`;

const grants = [
  `revoke all on database ${databaseName} from public`,
  `grant connect on database ${databaseName} to ${roleNames.join(', ')}`,
  'grant pg_checkpoint to parta_backup',
];
