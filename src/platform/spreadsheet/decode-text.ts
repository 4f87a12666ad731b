import { UnreadableFile } from './sheet.ts';

/**
 * Text of a file whose encoding nobody wrote down: a byte-order mark decides, else valid UTF-8 is UTF-8, else it
 * is windows-1251, in which Russian Excel saves CSV.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decode(bytes, 'utf-8');
  if (startsWith(bytes, [0xff, 0xfe])) return decode(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decode(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, 'windows-1251');
  }
}

/**
 * Text of an XML file: a byte-order mark, else the encoding its prolog names, else UTF-8.
 *
 * @throws UnreadableFile file.unknownEncoding with `encoding`
 */
export function decodeXml(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return decodeText(bytes);
  const prolog = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named = /^\s*(?:ï»¿)?<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/u.exec(prolog)?.[1];
  if (named === undefined) return decodeText(bytes);
  try {
    return decode(bytes, named);
  } catch {
    throw new UnreadableFile('file.unknownEncoding', { encoding: named });
  }
}

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);
