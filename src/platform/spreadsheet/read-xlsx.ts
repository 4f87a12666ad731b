import { decodeXml } from './decode-text.ts';
import { dateStyles, serialDate } from './xlsx-dates.ts';
import { type Cell, columnName, limits, type Sheet, UnreadableFile, visibleText } from './sheet.ts';
import { unzip } from './unzip.ts';
import { walkXml } from './xml.ts';

/**
 * Reads the sheets of an XLSX workbook: texts, numbers and dates as shown, formulas marked as such.
 *
 * @throws UnreadableFile with any code of a ZIP or XML file, file.oldExcel (.xls), file.encrypted
 */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  // An OLE container: Excel 97–2003, or a workbook with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new UnreadableFile(isEncrypted(bytes) ? 'file.encrypted' : 'file.oldExcel');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableFile('file.notAWorkbook');
  const parts = unzip(bytes, (path) => wantedPart.test(path));
  const workbook = parts.get('xl/workbook.xml');
  if (!workbook) throw new UnreadableFile('file.notAWorkbook');
  const { sheets, since1904 } = readWorkbook(decodeXml(workbook));
  const targets = readTargets(parts.get('xl/_rels/workbook.xml.rels'));
  const strings = readStrings(parts.get('xl/sharedStrings.xml'));
  const isDate = dateStyles(parts.get('xl/styles.xml'));
  return sheets.flatMap(({ name, relation }) => {
    const part = parts.get(targets.get(relation) ?? '');
    return part ? [{ name, rows: readRows(decodeXml(part), { strings, isDate, since1904 }) }] : [];
  });
}

const wantedPart =
  /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u;

/** The directory of an encrypted workbook names a stream «EncryptedPackage» in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

function readWorkbook(text: string) {
  const sheets: { name: string; relation: string }[] = [];
  let since1904 = false;
  walkXml(text, {
    open(name, attributes) {
      if (name === 'sheet' && attributes['state'] !== 'veryHidden')
        sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' });
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  return { sheets, since1904 };
}

function readTargets(part: Uint8Array | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (!part) return targets;
  walkXml(decodeXml(part), {
    open(name, { Id = '', Target = '' }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

/** Shared strings in order; phonetic readings (`rPh`) are not part of the text. */
function readStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let current = '';
  let inText = false;
  let inReading = false;
  walkXml(decodeXml(part), {
    open(name) {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      if (name === 't') inText = !inReading;
    },
    text(piece) {
      if (inText) current += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') inReading = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

type Reading = {
  readonly strings: readonly string[];
  readonly isDate: (style: number) => boolean;
  readonly since1904: boolean;
};

function readRows(text: string, reading: Reading): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let cell = { column: 0, type: '', style: 0, value: '', isFormula: false };
  let collects = false;
  walkXml(text, {
    open(name, attributes) {
      if (name === 'row') {
        const index = attributes['r'] === undefined ? rows.length : Number(attributes['r']) - 1;
        if (!(index < limits.rows)) throw new UnreadableFile('file.tooManyRows', { limit: limits.rows });
        while (rows.length < index) rows.push([]);
        row = [];
      } else if (name === 'c') {
        const column = columnIndex(attributes['r']) ?? row.length;
        if (column >= limits.columns)
          throw new UnreadableFile('file.tooManyColumns', { limit: limits.columns });
        cell = {
          column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? 0),
          value: '',
          isFormula: false,
        };
      } else if (name === 'f') cell.isFormula = true;
      collects = name === 'v' || name === 't';
    },
    text(piece) {
      if (collects) cell.value += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') collects = false;
      if (name === 'row') rows.push(row);
      if (name !== 'c') return;
      while (row.length < cell.column) row.push(emptyCell(row.length, rows.length));
      row.push(toCell(cell, rows.length, reading));
    },
  });
  return rows;
}

const emptyCell = (column: number, row: number): Cell => ({
  text: '',
  kind: 'empty',
  address: `${columnName(column)}${String(row + 1)}`,
});

type RawCell = { column: number; type: string; style: number; value: string; isFormula: boolean };

function toCell(raw: RawCell, row: number, { strings, isDate, since1904 }: Reading): Cell {
  const empty = emptyCell(raw.column, row);
  const text = visibleText(raw.type === 's' ? (strings[Number(raw.value)] ?? '') : raw.value);
  if (raw.isFormula) return { ...empty, text, kind: 'formula' };
  if (text === '') return empty;
  if (raw.type === 'e') return { ...empty, text, kind: 'error' };
  if (raw.type === 'b') return { ...empty, text: text === '1' ? 'true' : 'false', kind: 'boolean' };
  if (raw.type === 'd') return { ...empty, text: text.slice(0, 10), kind: 'date' };
  if (raw.type !== 'n') return { ...empty, text, kind: text.startsWith('=') ? 'formula' : 'text' };
  const number = Number(text);
  if (isDate(raw.style)) return { ...empty, text: serialDate(number, since1904), kind: 'date' };
  // 9.2E+9 is how a long number (a telephone, SNILS) stands in the file.
  return { ...empty, text: Number.isInteger(number) ? number.toFixed(0) : String(number), kind: 'number' };
}

function columnIndex(address: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(address ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
}
