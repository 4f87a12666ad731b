import { readSecrets, type Secrets } from '#platform/config.ts';
import { addressesFromEnvironment, type DatabaseAddresses } from '#platform/db/addresses.ts';
import { openDatabase, type Database } from '#platform/db/database.ts';
import { makeDataFolder } from '#platform/db/embedded/data-folder.ts';
import { embeddedAddresses } from '#platform/db/embedded/prepare-database.ts';
import { keptSecrets } from '#platform/db/embedded/secrets.ts';
import { startEmbedded } from '#platform/db/embedded/start.ts';
import { migrate } from '#platform/db/migrate.ts';
import { StartFailure } from '#platform/db/start-failure.ts';

/** What a command of the line works with. */
export type SchoolDatabase = { readonly database: Database; readonly secrets: Secrets };

/**
 * Runs `work` on the database of a data folder: the one of a server that is running over it (whose open pages learn
 * what the command did), else one started for the occasion and stopped again. Throws StartFailure.
 */
export async function withSchoolDatabase<Result>(
  data: string | undefined,
  work: (at: SchoolDatabase) => Promise<Result>,
): Promise<Result> {
  const dataDir = data ?? process.env['PARTA_DATA'] ?? '.parta';
  const engine = await openEngine(dataDir);
  try {
    const database = await openDatabase(engine.addresses);
    try {
      return await work({ database, secrets: readSecrets(dataDir) });
    } finally {
      await database.close();
    }
  } finally {
    await engine.stop();
  }
}

type Engine = { readonly addresses: DatabaseAddresses; readonly stop: () => Promise<void> };

async function openEngine(dataDir: string): Promise<Engine> {
  const external = addressesFromEnvironment(process.env);
  if (external !== null) {
    if (external.owner !== '') await migrate(external);
    return { addresses: external, stop: () => Promise.resolve() };
  }
  try {
    const own = await startEmbedded({ dataDir, log: (sentence) => process.stderr.write(`${sentence}\n`) });
    try {
      await migrate(own.addresses);
    } catch (error) {
      await own.stop();
      throw error;
    }
    return { addresses: own.addresses, stop: () => own.stop() };
  } catch (error) {
    if (!(error instanceof StartFailure) || error.code !== 'dataDirInUse') throw error;
    return { addresses: await addressesOfRunning(dataDir), stop: () => Promise.resolve() };
  }
}

/** The engine of the server that holds the folder, by the passwords kept beside its data. */
async function addressesOfRunning(dataDir: string): Promise<DatabaseAddresses> {
  const folder = await makeDataFolder(dataDir);
  return embeddedAddresses(folder.socket, await keptSecrets(folder.secrets, true));
}
