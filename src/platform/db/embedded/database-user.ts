import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from '../start-failure.ts';

/** Who runs PostgreSQL. `switches`: Parta itself is root, and PostgreSQL refuses to be. */
export type DatabaseUser = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly switches: boolean;
};

/**
 * The user of this process; for root the owner of the existing data, else `nobody` (an id without an
 * entry in /etc/passwd does not do: PostgreSQL looks its name up).
 */
export async function databaseUser(clusterFolder: string): Promise<DatabaseUser> {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return { name: String(uid), uid, gid: process.getgid?.() ?? -1, switches: false };
  const owner = await stat(clusterFolder).then(
    (entry) => entry.uid,
    () => 0,
  );
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account =
    accounts.find((fields) => owner !== 0 && Number(fields[2]) === owner) ??
    accounts.find((fields) => fields[0] === 'nobody');
  const [name, , id, group] = account ?? [];
  if (!name) throw new StartFailure('userMissing', { user: 'nobody' });
  return { name, uid: Number(id), gid: Number(group), switches: true };
}

/** What `spawn` needs to run as this user. */
export function asUser(user: DatabaseUser): { uid?: number; gid?: number } {
  return user.switches ? { uid: user.uid, gid: user.gid } : {};
}

const run = promisify(execFile);

/** The outermost folder on the way to `path`, itself included, which the user may not enter; or null. */
export async function firstClosedFolder(user: DatabaseUser, path: string): Promise<string | null> {
  const way = [path];
  for (let folder = dirname(path); folder !== way[0]; folder = dirname(folder)) way.unshift(folder);
  // Asked as that user, so groups and access lists count.
  const question = 'for folder do [ -x "$folder" ] || { printf %s "$folder"; exit 0; }; done';
  const { stdout } = await run('/bin/sh', ['-c', question, 'sh', ...way], { ...asUser(user), cwd: '/' });
  return stdout === '' ? null : stdout;
}
