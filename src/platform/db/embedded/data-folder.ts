import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, realpath, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { firstClosedFolder, type DatabaseUser } from './database-user.ts';
import { startOf } from './process-table.ts';

/** Where everything of one embedded engine lives. */
export type DataFolder = {
  readonly path: string;
  /** PGDATA */
  readonly cluster: string;
  readonly socket: string;
  readonly secrets: string;
  readonly log: string;
  readonly binaries: string;
};

/** The data folder, made when it is absent, with its real path (processes are known by it). */
export async function makeDataFolder(dataDir: string): Promise<DataFolder> {
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o711 });
  const path = await realpath(resolve(dataDir));
  return {
    path,
    cluster: join(path, 'cluster'),
    socket: socketFolder(path),
    secrets: join(path, 'secrets.json'),
    log: join(path, 'postgres.log'),
    binaries: join(path, 'binaries'),
  };
}

/** A unix socket's whole path holds 107 bytes; a deep data folder gets its socket elsewhere. */
function socketFolder(path: string): string {
  const beside = join(path, 'socket');
  if (Buffer.byteLength(join(beside, '.s.PGSQL.5432')) <= 100) return beside;
  return join(tmpdir(), `parta-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`);
}

/** Gives the database's user a way to the cluster and a socket folder of its own. */
export async function openTo(user: DatabaseUser, folder: DataFolder): Promise<void> {
  if (user.switches) await letThrough(user, folder.path);
  await ownFolder(user, folder.socket);
}

async function letThrough(user: DatabaseUser, path: string): Promise<void> {
  if ((await firstClosedFolder(user, path)) === path) await chmod(path, 0o711);
  const closed = await firstClosedFolder(user, path);
  if (closed !== null) throw new StartFailure('parentNotPassable', { user: user.name, folder: closed });
}

/** A folder of the database's user alone. Somebody else's, or a link, is refused: /tmp is everybody's. */
export async function ownFolder(user: DatabaseUser, path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const entry = await lstat(path);
  if (!entry.isDirectory() || (entry.uid !== user.uid && entry.uid !== process.getuid?.())) {
    throw new StartFailure('dataDirUnreadable', { path, reason: 'it belongs to somebody else' });
  }
  if (user.switches) await chown(path, user.uid, user.gid);
  await chmod(path, 0o700);
}

/**
 * Claims the data folder for this process. A claim of a process that is gone is taken over; that of a
 * living one is StartFailure `dataDirInUse`. The answer gives it back.
 */
export async function claim(folder: DataFolder): Promise<() => Promise<void>> {
  const path = join(folder.path, 'supervisor.pid');
  const own = `${process.pid} ${startOf(process.pid)}`;
  for (;;) {
    try {
      await writeFile(path, own, { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [pid, start] = (await readFile(path, 'utf8')).split(' ');
    const holder = Number(pid);
    if (start !== undefined && startOf(holder) === start) {
      throw new StartFailure('dataDirInUse', { path: folder.path, pid: holder });
    }
    await unlink(path);
  }
  return () => unlink(path).catch(() => {});
}

/** Runs `act` and words what the file system refuses. */
export async function wordingFileErrors<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw worded(path, error);
  }
}

function worded(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartFailure('diskFull', { path });
  const reason = fileReasons[code];
  return reason === undefined ? error : new StartFailure('dataDirUnreadable', { path, reason });
}

const fileReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a file stands in its way',
  EEXIST: 'a file stands in its way',
  ENAMETOOLONG: 'its path is too long',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk cannot be read',
};

/** PostgreSQL's own words for a full disk; the second is what a write cut short looks like. */
export function saysDiskFull(log: string): boolean {
  return /No space left on device|wrote only \d+ of \d+ bytes|Disk quota exceeded/.test(log);
}

/** The version of PostgreSQL the cluster belongs to, or null when there is none yet. */
export async function clusterVersion(folder: DataFolder): Promise<string | null> {
  const entry = await stat(folder.cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (entry === null) return null;
  return (await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8')).trim();
}
