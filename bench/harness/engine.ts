import pg from 'pg';
import { makeDataFolder, type DataFolder } from '#platform/db/embedded/data-folder.ts';
import {
  administratorAddress,
  databaseName,
  embeddedAddresses,
} from '#platform/db/embedded/prepare-database.ts';
import { keptSecrets } from '#platform/db/embedded/secrets.ts';
import type { DatabaseAddresses } from '#platform/db/addresses.ts';

/** The running engine of a demo server, reached from outside its process. */
export type EngineAccess = {
  readonly folder: DataFolder;
  readonly addresses: DatabaseAddresses;
  /** Superuser in the school's own database: passes the fence, so a floor over it carries none of its cost. */
  readonly superuser: string;
};

/** Reads the secrets beside the data; the server must have been started over the folder before. */
export async function engineAccess(data: string): Promise<EngineAccess> {
  const folder = await makeDataFolder(data);
  const secrets = await keptSecrets(folder.secrets, true);
  const superuser = administratorAddress(folder.socket, secrets).replace('@/postgres?', `@/${databaseName}?`);
  return { folder, addresses: embeddedAddresses(folder.socket, secrets), superuser };
}

/** One connection for `run`. */
export async function connected<Result>(
  address: string,
  run: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
