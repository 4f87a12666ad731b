import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { DatabaseAddresses } from './addresses.ts';
import { startEmbedded } from './embedded/start.ts';
import { migrate } from './migrate.ts';

/** The engine of this test run; its database is the migrated template and stays without connections. */
export type TestEngine = { readonly addresses: DatabaseAddresses; readonly administrator: string };

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be extended
  interface ProvidedContext {
    testEngine: TestEngine;
  }
}

/**
 * Vitest's global setup: one PostgreSQL for the whole run in a temporary folder, migrated once. Not
 * durable, since no test of it survives a crash on purpose; those start an engine of their own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'parta-test-'));
  const engine = await startEmbedded({
    dataDir,
    log: (sentence) => process.stderr.write(`${sentence}\n`),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '128MB',
      max_connections: '150',
      autovacuum: 'off',
    },
  });
  await migrate(engine.addresses);
  project.provide('testEngine', { addresses: engine.addresses, administrator: engine.administrator });
  return async () => {
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
