import { randomFillSync } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562, method 1): milliseconds, then a 12-bit counter, then 62 random bits. Ids of
 * one process rise strictly, even inside a millisecond and when the wall clock steps back.
 */
export function uuidv7(): string {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    counter = freshBytes(2).readUInt16BE() & 0x3ff;
  } else {
    counter += 1;
    if (counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const tail = freshBytes(8);
  tail[0] = ((tail[0] ?? 0) & 0x3f) | 0x80;
  const random = tail.toString('hex');
  const third = (0x7000 | counter).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${random.slice(0, 4)}-${random.slice(4)}`;
}

/** Random bytes are drawn by the block: one call costs the same for 8 bytes as for 4,096. None is used twice. */
const block = Buffer.allocUnsafe(4096);
let used = block.length;

function freshBytes(count: number): Buffer {
  if (used + count > block.length) {
    randomFillSync(block);
    used = 0;
  }
  used += count;
  return block.subarray(used - count, used);
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in canonical lower case, of any version. */
export function isUuid(text: string): boolean {
  return uuidShape.test(text);
}
