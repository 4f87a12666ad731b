import { rmdir } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseAddresses } from '../addresses.ts';
import { StartFailure } from '../start-failure.ts';
import { findBinaries } from './binaries.ts';
import {
  claim,
  clusterVersion,
  makeDataFolder,
  openTo,
  wordingFileErrors,
  type DataFolder,
} from './data-folder.ts';
import { databaseUser } from './database-user.ts';
import { makeCluster } from './new-cluster.ts';
import { startPostmaster, type Postmaster, type PostmasterPlan } from './postmaster.ts';
import { administratorAddress, embeddedAddresses, prepareDatabase } from './prepare-database.ts';
import { keptSecrets } from './secrets.ts';
import { engineSettings } from './settings.ts';

export type Embedded = {
  readonly addresses: DatabaseAddresses;
  /** Superuser of this cluster, database `postgres`: for backups of the engine and test clones only. */
  readonly administrator: string;
  /** Changes when the supervisor had to start PostgreSQL anew. */
  readonly postmasterPid: number;
  /** Ends PostgreSQL in order; resolves when it is gone. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** One sentence about something the operator should know. */
  readonly log: (sentence: string) => void;
  /** PostgreSQL settings beside or instead of ours. */
  readonly settings?: Readonly<Record<string, string>>;
};

const postgresVersion = '18';

/**
 * Starts the embedded PostgreSQL over a data folder, making both when absent, and keeps it running:
 * when it dies it is started again. It ends with this process, however that ends. Throws StartFailure.
 */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  const folder = await wordingFileErrors(dataDir, () => makeDataFolder(dataDir));
  return wordingFileErrors(folder.path, async () => {
    const release = await claim(folder);
    try {
      return await startClaimed({ folder, log, settings, release });
    } catch (error) {
      await release();
      throw error;
    }
  });
}

type Claimed = Pick<Required<EmbeddedOptions>, 'log' | 'settings'> & {
  readonly folder: DataFolder;
  readonly release: () => Promise<void>;
};

async function startClaimed({ folder, log, settings, release }: Claimed): Promise<Embedded> {
  const user = await databaseUser(folder.cluster);
  await openTo(user, folder);
  const binaries = await findBinaries(user, folder.binaries);
  const version = await clusterVersion(folder);
  if (version !== null && version !== postgresVersion) {
    throw new StartFailure('dataDirOtherVersion', {
      path: folder.path,
      found: version,
      expected: postgresVersion,
    });
  }
  const secrets = await keptSecrets(folder.secrets, version !== null);
  if (version === null) await makeCluster({ binaries, folder, user, password: secrets.administrator });
  const plan = { binaries, folder, user, settings: { ...engineSettings(folder.socket), ...settings } };
  const administrator = administratorAddress(folder.socket, secrets);
  const supervised = await supervise(plan, log);
  try {
    await prepareDatabase(administrator, secrets);
  } catch (error) {
    await supervised.stop();
    throw error;
  }
  return {
    addresses: embeddedAddresses(folder.socket, secrets),
    administrator,
    get postmasterPid() {
      return supervised.pid();
    },
    async stop() {
      await supervised.stop();
      await rmdir(folder.socket).catch(() => {});
      await release();
    },
  };
}

type Supervised = { pid(): number; stop(): Promise<void> };

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** One that lived shorter is not started again at once. */
const soundLifeMs = 10_000;

async function supervise(plan: PostmasterPlan, log: (sentence: string) => void): Promise<Supervised> {
  let postmaster = await startPostmaster(plan);
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    let wait = firstPauseMs;
    for (let began = Date.now(); ; began = Date.now()) {
      await postmaster.ended;
      if (stopping.signal.aborted) return;
      log('PostgreSQL ended unexpectedly and is being started again.');
      wait = Date.now() - began > soundLifeMs ? firstPauseMs : Math.min(wait * 2, longestPauseMs);
      const next = await startAgain(wait);
      if (next === null) return;
      postmaster = next;
      log('PostgreSQL is running again.');
    }
  }

  async function startAgain(firstWait: number): Promise<Postmaster | null> {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestPauseMs)) {
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return null;
      try {
        return await startPostmaster(plan);
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
      }
    }
  }

  return {
    pid: () => postmaster.pid,
    async stop() {
      stopping.abort();
      await postmaster.end();
      await watching;
      // It may have been starting just now.
      await postmaster.end();
    },
  };
}
