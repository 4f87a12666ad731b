const bitrates = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const rates = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8000],
} as const;

/** Two frames of layer III that follow each other, after a tag of ID3 if there is one. */
export function isMp3(bytes: Uint8Array): boolean {
  const start = afterTag(bytes);
  const first = frameLength(bytes, start);
  return first !== null && frameLength(bytes, start + first) !== null;
}

function afterTag(bytes: Uint8Array): number {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((bytes[at] ?? 0) & 0x7f), 0);
  let at = 10 + size;
  // Some recorders pad the tag.
  while (bytes[at] === 0 && at < bytes.length) at += 1;
  return at;
}

function frameLength(bytes: Uint8Array, at: number): number | null {
  const [sync = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = (second >> 3) & 3;
  const isLayerThree = ((second >> 1) & 3) === 1;
  if (version === 1 || !isLayerThree) return null;
  const rate = rates[version as keyof typeof rates]?.[(third >> 2) & 3];
  const bitrate = bitrates[version === 3 ? 1 : 2][third >> 4];
  if (!rate || !bitrate) return null;
  return Math.floor(((version === 3 ? 144 : 72) * bitrate * 1000) / rate) + ((third >> 1) & 1);
}
