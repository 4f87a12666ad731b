import { createHash, randomUUID } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { refuse } from '../problem.ts';
import { fileRefusals } from './contract.ts';
import { cleanFileName } from './file-name.ts';
import { judgeFile } from './judge.ts';
import type { FileKind } from './kinds.ts';
import { writeStream } from './write-stream.ts';

/** A file that is kept; a row must refer to its hash, or it goes after a week. */
export type KeptFile = {
  /** 64 hexadecimal digits: where its bytes lie. */
  readonly sha256: string;
  readonly kind: FileKind;
  /** Bytes as kept, after what photographs say of themselves was left out. */
  readonly size: number;
  readonly name: string;
};

export type OpenFile = { readonly size: number; readonly stream: Readable };

export type FileStore = {
  /** Bytes of the largest file. */
  readonly largest: number;
  readonly folder: string;
  /** Takes a file as it arrives. Refuses by the codes of `fileRefusals`. */
  receive(
    source: Readable,
    given: { readonly name: string; readonly length: number | null },
  ): Promise<KeptFile>;
  /** Keeps bytes that are at hand. */
  keep(bytes: Uint8Array, name: string): Promise<KeptFile>;
  /** Null when its bytes are not here. */
  open(sha256: string): Promise<OpenFile | null>;
  has(sha256: string): Promise<boolean>;
};

/** Files looked through at once: each is in memory whole for that moment. */
const atOnce = 2;
/** New files are refused where less than a tenth of the disk or this is free, whichever is less. */
const spareBytes = 1024 ** 3;

/**
 * Blobs in the data folder under the hash of their bytes, written aside, flushed and then renamed: a file is there whole
 * or not at all, and the same worksheet for six classes lies there once. No address of the server leads here: bytes
 * are sent only where a row the reader may see names them.
 */
export function fileStore(at: { readonly dataDirectory: string; readonly largest: number }): FileStore {
  const { largest } = at;
  const folder = join(at.dataDirectory, 'files');
  const inTurn = turns(atOnce);
  const incoming = async () => {
    await mkdir(incomingFolder(folder), { recursive: true, mode: 0o700 });
    return join(incomingFolder(folder), randomUUID());
  };
  const settle = (aside: string, name: string) =>
    inTurn(async () => place(folder, aside, { bytes: await readFile(aside), name }));
  return {
    largest,
    folder,
    async receive(source, { name, length }) {
      if (length !== null && length > largest) tooLarge(largest);
      const aside = await incoming();
      try {
        await assertRoom(incomingFolder(folder), length ?? largest);
        const outcome = await writeStream(source, aside, largest);
        if (outcome === 'tooLarge') tooLarge(largest);
        if (outcome === 'cutShort') refuse('files.cutShort', undefined, fileRefusals['files.cutShort']);
        return await settle(aside, name);
      } catch (error) {
        if (codeOf(error) === 'ENOSPC') noRoom();
        throw error;
      } finally {
        await rm(aside, { force: true });
      }
    },
    async keep(bytes, name) {
      const aside = await incoming();
      try {
        await writeFile(aside, bytes, { mode: 0o600, flag: 'wx' });
        return await settle(aside, name);
      } finally {
        await rm(aside, { force: true });
      }
    },
    async open(sha256) {
      const handle = await openIfThere(pathOf(folder, sha256));
      if (handle === null) return null;
      const { size } = await handle.stat();
      return { size, stream: handle.createReadStream() };
    },
    has: (sha256) =>
      stat(pathOf(folder, sha256)).then(
        (found) => found.isFile(),
        () => false,
      ),
  };
}

export const incomingFolder = (folder: string) => join(folder, 'incoming');

export function pathOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new TypeError('not a hash');
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Judges a file that lies aside and puts what is kept of it in its place. */
async function place(
  folder: string,
  aside: string,
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
): Promise<KeptFile> {
  const judged = judgeFile(bytes, name);
  if ('refused' in judged) {
    refuse('files.kindRefused', { reason: judged.refused }, fileRefusals['files.kindRefused']);
  }
  const { kind, parts } = judged;
  const isWhole = parts.length === 1 && parts[0] === bytes;
  if (!isWhole) await writeFile(aside, parts, { mode: 0o600 });
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const sha256 = hash.digest('hex');
  await flush(aside);
  const target = pathOf(folder, sha256);
  const shelf = join(folder, sha256.slice(0, 2));
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  // Over one that is there already: the same bytes, with a new age.
  await rename(aside, target);
  await flush(shelf);
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  return { sha256, kind, size, name: cleanFileName(name, kind) };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const spare = Math.min(spareBytes, (blocks * bsize) / 10);
  if (bavail * bsize - bytes < spare) noRoom();
}

function tooLarge(limit: number): never {
  return refuse('files.tooLarge', { limit }, fileRefusals['files.tooLarge']);
}

function noRoom(): never {
  return refuse('files.noRoom', undefined, fileRefusals['files.noRoom']);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

/** Runs at most so many works at a time, the others in the order they came. */
function turns(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
