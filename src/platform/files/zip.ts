import { inflateRawSync } from 'node:zlib';
import type { FileKind, RefusedBecause } from './kinds.ts';

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
};

const mainParts: Readonly<Record<string, FileKind>> = {
  'word/document.xml': 'docx',
  'xl/workbook.xml': 'xlsx',
  'ppt/presentation.xml': 'pptx',
};
const openDocuments: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
};

const mostEntries = 10_000;
/** What all parts may come to unpacked: beyond that the reader's device suffers, not ours. */
const mostUnpacked = 500_000_000;
/** The two small parts that are read here at all. */
const smallPart = 2 * 1024 * 1024;

const macroPart = /(^|\/)(vbaProject\.bin|vbaData\.xml|vbaProjectSignature\.bin)$|^xl\/macrosheets\//iu;
const openDocumentMacro = /^(Basic|Scripts)\/./u;
const program = /\.(exe|dll|scr|com|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|sh|app)$/iu;

/** Which office document a ZIP is: by its parts and their declared types, never by the name of the file. */
export function kindOfZip(
  bytes: Uint8Array,
): { readonly kind: FileKind } | { readonly refused: RefusedBecause } {
  const entries = entriesOf(bytes);
  if (entries === null) return { refused: 'damaged' };
  const kind = documentKind(bytes, entries);
  if (kind === null) return { refused: 'archive' };
  const names = entries.map(({ name }) => name);
  // Of two parts under one name programs take different ones.
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return { refused: 'damaged' };
  if (names.some((name) => macroPart.test(name))) return { refused: 'macros' };
  if (kind.startsWith('od') && names.some((name) => openDocumentMacro.test(name)))
    return { refused: 'macros' };
  if (names.some((name) => program.test(name))) return { refused: 'executable' };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { refused: 'encrypted' };
  if (entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked) return { refused: 'bomb' };
  const types = entries.find(({ name }) => name === '[Content_Types].xml');
  if (types === undefined) return { kind };
  const declared = textOf(bytes, types);
  // A document with macros may hide their part under another name; its type it must declare to have them run.
  if (declared === null) return { refused: 'damaged' };
  if (/macroEnabled|vbaProject/iu.test(declared)) return { refused: 'macros' };
  return { kind };
}

function documentKind(bytes: Uint8Array, entries: readonly Entry[]): FileKind | null {
  const [first] = entries;
  if (first?.name === 'mimetype') return openDocuments[textOf(bytes, first)?.trim() ?? ''] ?? null;
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) return null;
  const main = entries.find(({ name }) => name in mainParts);
  return main ? (mainParts[main.name] ?? null) : null;
}

/** A part as text, of whatever encoding; null when it cannot be read or is no small part. */
function textOf(bytes: Uint8Array, { offset, method, packed }: Entry): string | null {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || packed > smallPart) return null;
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const body = bytes.subarray(from, from + packed);
  try {
    const plain = method === 0 ? body : inflateRawSync(body, { maxOutputLength: smallPart });
    return new TextDecoder().decode(plain).replaceAll('\0', '');
  } catch {
    return null;
  }
}

/** The central directory, in the order of the parts; null where it does not reach exactly to the end of the file. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes);
  const end = endRecord(bytes, view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count === 0 || count > mostEntries) return null;
  const found: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return null;
    found.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return found.toSorted((one, other) => one.offset - other.offset);
}

function endRecord(bytes: Uint8Array, view: DataView): number | null {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length)
      return at;
  }
  return null;
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
