import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#platform/db/embedded/start.ts';
import { migrate } from '#platform/db/migrate.ts';
import { lintSchema } from './schema/lint.ts';

// Migrates a new database in a temporary folder and reads its catalogue.
const dataDir = await mkdtemp(join(tmpdir(), 'parta-schema-'));
const engine = await startEmbedded({ dataDir, log: console.error, settings: { fsync: 'off' } });
try {
  await migrate(engine.addresses);
  const { faults, tables } = await lintSchema(engine.addresses.owner);
  for (const fault of faults) console.error(fault);
  console.log(`${tables} tables, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await engine.stop();
  await rm(dataDir, { recursive: true, force: true });
}
