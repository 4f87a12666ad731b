import type { Table, TableValue } from './table.ts';

const byteOrderMark = '\uFEFF';

/**
 * A table as CSV for Russian Excel: UTF-8 with a mark, `;` between cells, CRLF at the end of a line. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it, as a person would type it; `readCsv` takes it off.
 */
export function writeCsv({ columns, rows }: Table): Buffer {
  const lines = [columns.map(({ head }) => head), ...rows].map((row) => row.map(cellText).join(';'));
  return Buffer.from(`${byteOrderMark}${lines.join('\r\n')}\r\n`, 'utf8');
}

function cellText(value: TableValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = typeof value === 'string' ? harmless(value) : russianDate(value.date);
  return /[;"\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Blanks before a formula do not stop every program from running it. */
function harmless(text: string): string {
  return /^[\s\u00a0]*[=+\-@]/u.test(text) ? `'${text}` : text;
}

function russianDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}
