import { strToU8, zipSync } from 'fflate';
import { columnName } from './sheet.ts';
import type { Table, TableValue } from './table.ts';

/**
 * A table as an XLSX workbook of one sheet: a fixed head, filters on it, dates as dates. Every text is written as a
 * text with the mark of a quoted one, so none ever becomes a formula, not even when somebody edits the cell.
 */
export function writeXlsx(table: Table): Buffer {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations,
    'xl/workbook.xml': workbook(sheetName(table.name)),
    'xl/_rels/workbook.xml.rels': workbookRelations,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheet(table),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  // The same table gives the same bytes: no moment of writing stands in the archive.
  return Buffer.from(zipSync(files, { mtime: new Date(1980, 0, 1) }));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const relations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;

/** Styles by their place in `cellXfs`: 0 plain, 1 head, 2 date, 3 text. Format 14 is the reader's own short date. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" quotePrefix="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>`;
const style = { head: 1, date: 2, text: 3 } as const;

const workbook = (name: string) =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

function sheet({ columns, rows }: Table): string {
  const head = columns.map((column, at) => textCell(place(at, 0), column.head, style.head));
  const body = rows.map(
    (row, index) =>
      `<row r="${index + 2}">${row.map((value, at) => cell(place(at, index + 1), value)).join('')}</row>`,
  );
  const widths = columns.map(
    ({ width = 14 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const all = `A1:${place(Math.max(columns.length - 1, 0), rows.length)}`;
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData><autoFilter ref="${all}"/></worksheet>`;
}

function cell(at: string, value: TableValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'string') return textCell(at, value, style.text);
  return `<c r="${at}" s="${style.date}"><v>${serialNumber(value.date)}</v></c>`;
}

const textCell = (at: string, text: string, look: number) =>
  `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const place = (column: number, row: number) => `${columnName(column)}${row + 1}`;

/** Days since the day before 1900 that Excel counts from. */
function serialNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;
}

/** Excel refuses `[]:*?/\` in a sheet's name and more than 31 characters of it. */
function sheetName(name: string): string {
  const allowed = name
    .replaceAll(/[[\]:*?/\\]/gu, ' ')
    .trim()
    .slice(0, 31);
  return allowed === '' ? 'Sheet1' : allowed;
}

/** XML has no place for control characters at all. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
