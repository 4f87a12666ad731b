import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Statement } from '../database-port.ts';
import type { Job } from '../jobs/job.ts';
import { incomingFolder } from './store.ts';

const dayMs = 86_400_000;
/** A file that was taken off can be put back for so many days. */
export const restorableDays = 7;
const brokenOffMs = dayMs;

/**
 * Takes away the bytes nothing has referred to for a week: files whose row was never written, and files taken off
 * longer ago than they can be put back. `references` are the modules' statements: the hashes (hexadecimal) of the rows
 * that need their bytes, $1 = the first byte, $2 = the moment since which a file that was taken off still needs them.
 */
export function sweepFiles(references: readonly Statement[]): Job {
  return {
    name: 'platform.sweepFiles',
    schedule: { cron: '50 3 * * *', timeZone: 'Europe/Moscow' },
    async run({ database, files, clock }) {
      // A day longer than the last restoring, which then cannot meet this.
      const since = new Date(clock.schoolNow().getTime() - (restorableDays + 1) * dayMs).toISOString();
      const age = (restorableDays + 1) * dayMs;
      await removeOlder(
        incomingFolder(files.folder),
        await namesIn(incomingFolder(files.folder)),
        brokenOffMs,
      );
      for (const shelf of await namesIn(files.folder)) {
        if (!/^[0-9a-f]{2}$/u.test(shelf)) continue;
        const old = await olderIn(join(files.folder, shelf), age);
        if (old.length === 0) continue;
        const needed = new Set<string>();
        for (const statement of references) {
          const rows = await database.jobs((tx) =>
            tx.rows<{ sha256: string }>(statement, [Number.parseInt(shelf, 16), since]),
          );
          for (const { sha256 } of rows) needed.add(sha256);
        }
        const useless = old.filter((sha256) => !needed.has(sha256));
        await removeOlder(join(files.folder, shelf), useless, age);
      }
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function olderIn(folder: string, ms: number): Promise<string[]> {
  const found: string[] = [];
  for (const name of await namesIn(folder)) if (await isOlder(join(folder, name), ms)) found.push(name);
  return found;
}

/** The age is asked again right before: the same file may have come in anew meanwhile. */
async function removeOlder(folder: string, names: readonly string[], ms: number): Promise<void> {
  for (const name of names) {
    const path = join(folder, name);
    if (await isOlder(path, ms)) await rm(path, { force: true });
  }
}

async function isOlder(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && found.mtimeMs < Date.now() - ms;
}
