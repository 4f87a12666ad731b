import { Unzip, UnzipInflate } from 'fflate';
import { limits, UnreadableFile } from './sheet.ts';

/**
 * Unpacks the wanted parts of a ZIP file, counting real bytes as they come: what the archive declares about itself
 * is not believed.
 *
 * @throws UnreadableFile file.tooLarge, file.expandsTooMuch, file.notAWorkbook
 */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  if (bytes.length > limits.bytes) throw new UnreadableFile('file.tooLarge', { limit: limits.bytes });
  const parts = new Map<string, Uint8Array[]>();
  let expanded = 0;
  const stream = new Unzip((file) => {
    if (!wanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    parts.set(file.name, chunks);
    file.ondata = (failure, chunk) => {
      // The library hands what is thrown here back as a failure of its own, so the count is looked at first.
      expanded += chunk?.length ?? 0;
      if (expanded > limits.expandedBytes)
        throw new UnreadableFile('file.expandsTooMuch', { limit: limits.expandedBytes });
      if (failure) throw new UnreadableFile('file.notAWorkbook');
      chunks.push(chunk);
    };
    file.start();
  });
  stream.register(UnzipInflate);
  try {
    // Small pieces, so that a bomb is noticed long before it has been unpacked.
    for (let at = 0; at < bytes.length; at += pieceBytes)
      stream.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length);
  } catch (failure) {
    throw failure instanceof UnreadableFile ? failure : new UnreadableFile('file.notAWorkbook');
  }
  return new Map([...parts].map(([path, chunks]) => [path, joined(chunks)]));
}

const pieceBytes = 64 * 1024;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
