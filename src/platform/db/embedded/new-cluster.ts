import { execFile } from 'node:child_process';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.ts';
import type { Binaries } from './binaries.ts';
import { ownFolder, saysDiskFull, type DataFolder } from './data-folder.ts';
import { asUser, type DatabaseUser } from './database-user.ts';

export const administratorName = 'parta_administrator';

export type NewCluster = {
  readonly binaries: Binaries;
  readonly folder: DataFolder;
  readonly user: DatabaseUser;
  readonly password: string;
};

/**
 * Makes a cluster under another name and gives it its own at the end, so that one left half made by a
 * power cut is never taken for whole. Collation is the builtin C.UTF-8: the libraries' ICU differs
 * from the system's, and an index must survive moving from one to the other.
 */
export async function makeCluster({ binaries, folder, user, password }: NewCluster): Promise<void> {
  const half = `${folder.cluster}.new`;
  const passwordFile = join(folder.path, 'initdb.password');
  await rm(half, { recursive: true, force: true });
  await ownFolder(user, half);
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (user.switches) await chown(passwordFile, user.uid, user.gid);
    await initialise([
      binaries.initdb,
      `--pgdata=${half}`,
      `--username=${administratorName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(half, folder.cluster);

  async function initialise([program = '', ...options]: string[]): Promise<void> {
    const environment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
    try {
      await run(program, options, { ...asUser(user), cwd: half, env: environment });
    } catch (error) {
      const { stderr = '', message } = error as Error & { stderr?: string };
      if (saysDiskFull(stderr)) throw new StartFailure('diskFull', { path: folder.path });
      const reason = /(?:error|FATAL): *(.*)/.exec(stderr)?.[1] ?? message;
      throw new StartFailure('postgresWontStart', { reason, log: folder.log });
    }
  }
}

const run = promisify(execFile);
