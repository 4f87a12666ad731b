import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A sender that is silent for so long has gone. */
const silenceMs = 30_000;

class TooLarge extends Error {}

/** Writes what arrives into a new file, readable by its owner only, and counts it on the way. */
export async function writeStream(
  source: Readable,
  path: string,
  largest: number,
): Promise<'written' | 'tooLarge' | 'cutShort'> {
  let size = 0;
  const silence = setTimeout(() => counter.destroy(new Error('silence')), silenceMs);
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      silence.refresh();
      if (size > largest) done(new TooLarge());
      else done(null, chunk);
    },
  });
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  // What is refused half-way is read to its end by the server: the sender must hear the answer.
  source.pipe(counter);
  const cut = () => {
    if (!source.readableEnded) counter.destroy(new Error('cut'));
  };
  source.once('close', cut).once('error', cut);
  try {
    await pipeline(counter, target);
    return 'written';
  } catch (error) {
    source.unpipe(counter);
    if (error instanceof TooLarge) return 'tooLarge';
    if (typeof error === 'object' && error !== null && 'syscall' in error) throw error;
    return 'cutShort';
  } finally {
    clearTimeout(silence);
    source.off('close', cut).off('error', cut);
  }
}
