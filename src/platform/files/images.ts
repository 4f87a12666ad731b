/**
 * Photographs carry where, when and by whose device they were taken, a small picture of what was cut off, sometimes a
 * second photograph behind the first. What shows the picture is kept, the rest is left out; the orientation stays, or a
 * page of a textbook would lie on its side. Pure functions over views: nothing is copied. Null = not a whole picture.
 */
export type KeptParts = readonly Uint8Array[] | null;

const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const big16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const big32 = (bytes: Uint8Array, at: number) => big16(bytes, at) * 65_536 + big16(bytes, at + 2);
const little32 = (bytes: Uint8Array, at: number) =>
  (bytes[at] ?? 0) +
  (bytes[at + 1] ?? 0) * 256 +
  (bytes[at + 2] ?? 0) * 65_536 +
  (bytes[at + 3] ?? 0) * 16_777_216;

const startOfScan = 0xda;
const endOfImage = 0xd9;
const isStandalone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

export function keptOfJpeg(bytes: Uint8Array): KeptParts {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let hasFrame = false;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined) return null;
    if (marker === endOfImage) break;
    if (isStandalone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    const length = big16(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) hasFrame = true;
    if (marker === 0xe1 && orientation === 1) orientation = orientationIn(bytes.subarray(at + 4, end));
    if (isKeptSegment(marker, bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== startOfScan) continue;
    const next = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, next));
    at = next;
    // Cut short by a few lines: shown by every browser, so kept.
    if (at >= bytes.length) break;
  }
  if (!hasFrame) return null;
  kept.push(Uint8Array.of(0xff, endOfImage));
  if (orientation > 1) kept.splice(1, 0, orientationSegment(orientation));
  return kept;
}

/** What shows the picture: its tables and frames, JFIF, the colour profile and Adobe's colour transform. */
function isKeptSegment(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return ascii(bytes, at + 4, 4) === 'JFIF';
  if (marker === 0xe2) return ascii(bytes, at + 4, 11) === 'ICC_PROFILE';
  return marker === 0xee && ascii(bytes, at + 4, 5) === 'Adobe';
}

/** Entropy-coded data goes on over stuffed bytes and restart markers. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** The tag 0x0112 of an Exif segment's first directory; 1 = as it is. */
function orientationIn(segment: Uint8Array): number {
  if (ascii(segment, 0, 6) !== 'Exif\0\0') return 1;
  const tiff = segment.subarray(6);
  const isLittle = ascii(tiff, 0, 2) === 'II';
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const short = (at: number) => (at + 2 <= tiff.length ? view.getUint16(at, isLittle) : 0);
  const directory = tiff.length >= 8 ? view.getUint32(4, isLittle) : 0;
  const entries = Math.min(short(directory), 100);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An Exif segment that says the orientation and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xe1, 0, exif.length + 2, ...exif]);
}

const saidInPng: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);

export function keptOfPng(bytes: Uint8Array): KeptParts {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const name = ascii(bytes, at + 4, 4);
    const end = at + 12 + big32(bytes, at);
    if (end > bytes.length || (at === 8 && name !== 'IHDR')) return null;
    hasData ||= name === 'IDAT';
    if (!saidInPng.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return hasData ? kept : null;
    at = end;
  }
  return null;
}

const shownInWebp: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

export function keptOfWebp(bytes: Uint8Array): KeptParts {
  const chunks: Uint8Array[] = [];
  const whole = Math.min(bytes.length, 8 + little32(bytes, 4));
  for (let at = 12; at + 8 <= whole;) {
    const name = ascii(bytes, at, 4);
    const length = little32(bytes, at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > bytes.length) return null;
    if (name === 'VP8X') chunks.push(withoutNotes(bytes.subarray(at, end)));
    else if (shownInWebp.has(name)) chunks.push(bytes.subarray(at, end));
    at = end;
  }
  if (chunks.length === 0) return null;
  const head = Uint8Array.from(bytes.subarray(0, 12));
  const size = 4 + chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  new DataView(head.buffer).setUint32(4, size, true);
  return [head, ...chunks];
}

/** The chunk that lists what is in the file no longer promises Exif (8) and XMP (4). */
function withoutNotes(chunk: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(chunk);
  copy[8] = (copy[8] ?? 0) & ~0x0c;
  return copy;
}
