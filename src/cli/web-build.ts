import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './command.ts';
import type { CliWords } from './ru.ts';

/** The renderer of the last build, to be imported by the server. */
export const rendererFile = fileURLToPath(new URL('../../dist/ssr/render.js', import.meta.url));

/** Builds the pages when their sources changed since the last build; a fresh build costs nothing. */
export async function ensureWebBuild(words: CliWords): Promise<void> {
  const fingerprint = sourceFingerprint();
  if (builtFrom() === fingerprint && existsSync(rendererFile)) return;
  const builder = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if (!existsSync(builder)) throw new CommandFailure(words.webBuilderMissing);
  process.stderr.write(`${words.buildingWeb}\n`);
  await runBuilder(builder, words);
  writeFileSync(stampFile, fingerprint);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const stampFile = join(root, 'dist', 'built-from');

function builtFrom(): string | null {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}

/** Of server code the pages hold only rules and words; types leave no trace in them. */
const ofPages = /^src\/(web\/|modules\/.*(\/web\/|\/words\/|rules\.ts$|\/(ru|en)\.ts$))/;

function sourceFingerprint(): string {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => ofPages.test(path))
    .toSorted();
  for (const path of [...sources, 'vite.config.ts', 'package-lock.json']) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** In a process of its own: the bundler's memory is given back before the server starts. */
async function runBuilder(builder: string, words: CliWords): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  child.on('error', reject);
  child.on('close', (code) => resolve(code ?? 1));
  if ((await promise) === 0) return;
  const output = Buffer.concat(said).toString('utf8');
  throw new CommandFailure(output.includes('ENOSPC') ? words.diskFull : `${words.webBuildFailed}\n${output}`);
}
