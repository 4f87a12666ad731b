import { decodeText } from './decode-text.ts';
import { type Cell, columnName, limits, type Sheet, UnreadableFile, visibleText } from './sheet.ts';

/**
 * Reads a CSV file of any common make: UTF-8 with or without a mark, UTF-16, windows-1251; separated by `;`,
 * `,` or tab (found in the first lines); RFC 4180 quotes. One table, named after the file.
 *
 * @throws UnreadableFile file.tooLarge, file.empty, file.tooManyRows, file.tooManyColumns, file.brokenQuotes
 */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  if (bytes.length > limits.bytes) throw new UnreadableFile('file.tooLarge', { limit: limits.bytes });
  const text = decodeText(bytes);
  if (visibleText(text) === '') throw new UnreadableFile('file.empty');
  return { name, rows: splitRecords(text, separatorOf(text)).map(toCells) };
}

const separators = [';', ',', '\t'] as const;

/** The separator that occurs most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 8192).replaceAll(/"(?:[^"]|"")*"/gu, '');
  const counts = separators.map((separator) => head.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ';';
}

function splitRecords(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = '';
  let quotedSince = 0;
  let at = 0;

  const endField = () => {
    record.push(field);
    field = '';
    if (record.length > limits.columns)
      throw new UnreadableFile('file.tooManyColumns', { limit: limits.columns });
  };
  const endRecord = () => {
    endField();
    records.push(record);
    record = [];
    if (records.length > limits.rows) throw new UnreadableFile('file.tooManyRows', { limit: limits.rows });
  };

  while (at < text.length) {
    const sign = text[at];
    if (quotedSince > 0) {
      const close = text.indexOf('"', at);
      if (close < 0) throw new UnreadableFile('file.brokenQuotes', { row: quotedSince });
      field += text.slice(at, close);
      at = close + 1;
      if (text[at] === '"') {
        field += '"';
        at += 1;
      } else quotedSince = 0;
    } else if (sign === '"' && field.trim() === '') {
      field = '';
      quotedSince = records.length + 1;
      at += 1;
    } else if (sign === separator) {
      endField();
      at += 1;
    } else if (sign === '\n' || sign === '\r') {
      endRecord();
      at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      const end = plainEnd(text, at, separator);
      field += text.slice(at, end);
      at = end;
    }
  }
  if (field !== '' || record.length > 0) endRecord();
  return records;
}

function plainEnd(text: string, from: number, separator: string): number {
  let end = from + 1;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function toCells(record: readonly string[], rowIndex: number): Cell[] {
  return record.map((raw, column) => {
    const shown = visibleText(raw);
    const isQuoted = quotedFormula.test(shown);
    const text = isQuoted ? shown.slice(1).trim() : shown;
    const address = `${columnName(column)}${String(rowIndex + 1)}`;
    return { text, kind: kindOf(text, isQuoted), address };
  });
}

/** An apostrophe before what would be a formula says that it is a text; it is not part of it. */
const quotedFormula = /^'\s*[=+\-@]/u;

function kindOf(text: string, isQuoted: boolean): Cell['kind'] {
  if (text === '') return 'empty';
  return text.startsWith('=') && !isQuoted ? 'formula' : 'text';
}
