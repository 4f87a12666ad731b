import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabaseAddresses } from './addresses.ts';
import { openDatabase, type Database } from './database.ts';
import type {} from './testing-setup.ts';

export type TestDatabase = {
  readonly db: Database;
  readonly addresses: DatabaseAddresses;
  /** Closes the database and removes it. */
  drop(): Promise<void>;
};

/** A migrated database of its own for one test file, copied from the template in about 60 ms. */
export function testDatabase(): Promise<TestDatabase> {
  return databaseFrom('parta');
}

/** The same without a migration, to migrate it in the test. */
export function emptyDatabase(): Promise<TestDatabase> {
  return databaseFrom('template0');
}

async function databaseFrom(template: string): Promise<TestDatabase> {
  const { addresses, administrator } = inject('testEngine');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(administrator, `create database ${name} template ${template} owner parta_owner`);
  const own = addressesIn(addresses, name);
  const db = await openDatabase(own);
  return {
    db,
    addresses: own,
    async drop() {
      await db.close();
      await asAdministrator(administrator, `drop database ${name} with (force)`);
    },
  };
}

async function asAdministrator(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function addressesIn(addresses: DatabaseAddresses, name: string): DatabaseAddresses {
  const entries = Object.entries(addresses).map(([role, address]) => [
    role,
    address.replace('@/parta?', `@/${name}?`),
  ]);
  return Object.fromEntries(entries) as DatabaseAddresses;
}
