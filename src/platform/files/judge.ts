import { isMp3 } from './audio.ts';
import { keptOfJpeg, keptOfPng, keptOfWebp, type KeptParts } from './images.ts';
import type { FileKind, Judged, RefusedBecause } from './kinds.ts';
import { kindOfZip } from './zip.ts';

/**
 * What a file is by its own bytes; neither its name nor what the browser calls it is believed. The name is asked only
 * of plain text, which shows by nothing that it is a script.
 */
export function judgeFile(bytes: Uint8Array, name: string): Judged {
  if (bytes.length === 0) return { refused: 'empty' };
  const head = latin(bytes.subarray(0, 16));
  for (const [isSuch, judge] of byHead) if (isSuch(head)) return judge(bytes, head);
  return judgeText(bytes, name);
}

type ByHead = readonly [
  isSuch: (head: string) => boolean,
  judge: (bytes: Uint8Array, head: string) => Judged,
];

const starts =
  (...signs: readonly string[]) =>
  (head: string) =>
    signs.some((sign) => head.startsWith(sign));
const refused = (because: RefusedBecause) => (): Judged => ({ refused: because });
const picture =
  (kind: FileKind, keptOf: (bytes: Uint8Array) => KeptParts) =>
  (bytes: Uint8Array): Judged => {
    const parts = keptOf(bytes);
    return parts === null ? { refused: 'damaged' } : { kind, parts };
  };

const byHead: readonly ByHead[] = [
  [starts('%PDF-'), judgePdf],
  [starts('\xff\xd8\xff'), picture('jpeg', keptOfJpeg)],
  [starts('\x89PNG\r\n\x1a\n'), picture('png', keptOfPng)],
  [starts('GIF87a', 'GIF89a'), (bytes) => ({ kind: 'gif', parts: [bytes] })],
  [(head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP', picture('webp', keptOfWebp)],
  [starts('PK\x03\x04'), judgeZip],
  [(head) => head.slice(4, 8) === 'ftyp', judgeBoxes],
  [starts('ID3', '\xff\xfb', '\xff\xf3', '\xff\xf2', '\xff\xfa'), judgeMp3],
  [starts('\xd0\xcf\x11\xe0'), judgeOldOffice],
  [starts('{\\rtf'), refused('oldOffice')],
  [starts('MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xfe\xed\xfa'), refused('executable')],
  [starts('#!'), refused('script')],
  [starts('Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ', 'PK'), refused('archive')],
  [starts('\x1aE\xdf\xa3', '\0\0\x01\xba', 'FLV', 'RIFF'), refused('video')],
];

/** A document ends with its mark; viewers forgive a little behind it. */
function judgePdf(bytes: Uint8Array): Judged {
  const isWhole = latin(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF');
  return isWhole ? { kind: 'pdf', parts: [bytes] } : { refused: 'damaged' };
}

/** A new document with a password lies in the container of the old formats. */
function judgeOldOffice(bytes: Uint8Array): Judged {
  const isLocked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  );
  return { refused: isLocked ? 'encrypted' : 'oldOffice' };
}

function judgeZip(bytes: Uint8Array): Judged {
  const found = kindOfZip(bytes);
  return 'kind' in found ? { kind: found.kind, parts: [bytes] } : found;
}

function judgeBoxes(bytes: Uint8Array, head: string): Judged {
  const brand = head.slice(8, 12);
  if (brand === 'M4A ' || brand === 'M4B ') return { kind: 'm4a', parts: [bytes] };
  return { refused: /^(hei|hev|mif|msf|avif)/u.test(brand) ? 'heic' : 'video' };
}

function judgeMp3(bytes: Uint8Array): Judged {
  return isMp3(bytes) ? { kind: 'mp3', parts: [bytes] } : { refused: 'damaged' };
}

const html = /<(!doctype|html|head|body|script|iframe|object|embed|form|meta)\b/iu;
const svg = /<svg\b/iu;
const script = /<\?php|<%@/iu;

function judgeText(bytes: Uint8Array, name: string): Judged {
  const head = latin(bytes.subarray(0, 4096));
  if (svg.test(head)) return { refused: 'svg' };
  if (html.test(head)) return { refused: 'html' };
  if (script.test(head)) return { refused: 'script' };
  const ending = /\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'htm' || ending === 'html' || ending === 'xhtml') return { refused: 'html' };
  if (!isPlainText(bytes)) return { refused: ending === 'txt' ? 'notUtf8' : 'unknown' };
  if (ending !== 'txt') return { refused: ending === '' ? 'unknown' : 'script' };
  return { kind: 'txt', parts: [bytes] };
}

/** UTF-8 without control characters but line ends, tabs and page breaks. */
function isPlainText(bytes: Uint8Array): boolean {
  const hasControls = bytes.some(
    (byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13,
  );
  if (hasControls) return false;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += 65_536)
      decoder.decode(bytes.subarray(at, at + 65_536), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

const latin = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
