import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StartFailure } from './start-failure.ts';

export type MigrationFile = {
  /** `YYYY-MM-DD-HHMM_words.sql`: its own order among all modules, and its name for ever. */
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
};

const places = [
  'platform/migrations/*.sql',
  'modules/*/migrations/*.sql',
  'modules/integrations/*/migrations/*.sql',
];
const nameShape = /^\d{4}-\d\d-\d\d-\d{4}_[a-z0-9_]+\.sql$/;

/** All migrations below a source folder in their one order, by time stamp. Throws StartFailure. */
export async function migrationFiles(root: string): Promise<MigrationFile[]> {
  const found: MigrationFile[] = [];
  for await (const path of glob(places, { cwd: root })) found.push(await readMigration(join(root, path)));
  found.sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const [index, file] of found.entries()) {
    const other = found[index - 1];
    if (other && timeStamp(other) === timeStamp(file)) {
      throw new StartFailure('migrationTwice', { file: file.name, other: other.name });
    }
  }
  return found;
}

async function readMigration(path: string): Promise<MigrationFile> {
  const name = basename(path);
  if (!nameShape.test(name)) throw new StartFailure('migrationName', { file: name });
  const text = await readFile(path, 'utf8');
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
}

function timeStamp(file: MigrationFile): string {
  return file.name.slice(0, '2026-12-01-0900'.length);
}
