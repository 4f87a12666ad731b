import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { claim, makeDataFolder } from '#platform/db/embedded/data-folder.ts';
import { processesIn } from '#platform/db/embedded/process-table.ts';

/**
 * What a demo remembers beside its database, in `demo.json`. The file also says that the folder is a
 * demo's and may be emptied.
 */
export type DemoState = {
  /** The latest moment of school time that was shown; the clock never goes back behind it. */
  readonly shownUntil: string | null;
};

const nothingYet: DemoState = { shownUntil: null };

export function readState(dataDirectory: string): DemoState {
  try {
    const state = JSON.parse(readFileSync(stateFile(dataDirectory), 'utf8')) as Partial<DemoState>;
    return { shownUntil: state.shownUntil ?? null };
  } catch {
    return nothingYet;
  }
}

export function writeState(dataDirectory: string, state: DemoState): void {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o711 });
  const file = stateFile(dataDirectory);
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Whether everything in this folder may be thrown away: it is absent, empty, or a demo's. */
export function isDisposable(dataDirectory: string): boolean {
  if (!existsSync(dataDirectory)) return true;
  return existsSync(stateFile(dataDirectory)) || readdirSync(dataDirectory).length === 0;
}

/** Empties the folder of a demo that is not running. Throws StartFailure `dataDirInUse`. */
export async function emptyFolder(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return;
  const folder = await makeDataFolder(dataDirectory);
  await claim(folder);
  // PostgreSQL of a process that was killed still writes for a moment.
  for (
    let left = 100;
    left > 0 && existsSync(folder.cluster) && processesIn(folder.cluster).length > 0;
    left -= 1
  ) {
    await pause(100);
  }
  rmSync(folder.path, { recursive: true, force: true });
}

const stateFile = (dataDirectory: string) => join(dataDirectory, 'demo.json');
