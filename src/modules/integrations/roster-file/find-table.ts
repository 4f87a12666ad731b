import { type Cell, columnName, type Sheet } from '#platform/spreadsheet/index.ts';
import { type Field, fieldOf, matchingHeader, type TableKind } from './columns.ts';
import type { Report } from './fault.ts';

export type Table = {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly columns: ReadonlyMap<Field, number>;
  /** The header's text over a field, as people wrote it. */
  readonly titles: ReadonlyMap<Field, string>;
  /** The header as people wrote it, column by column; '' = none. */
  readonly head: readonly string[];
  /** Of the header, as the file numbers it. */
  readonly headRow: number;
  /** Rows under the header that hold anything, with their number in the file. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
};

/** Known, and without a place in the roster. */
const notKept: ReadonlySet<Field> = new Set(['document', 'address', 'subjects']);

/** How far down a header may stand: above it schools write their name and the date. */
const headerRows = 20;

/** Columns whose meaning a person has given, by their index; null = not to be read. */
export type ChosenColumns = ReadonlyMap<number, Field | null>;

const nothingChosen: ChosenColumns = new Map();

/**
 * The table of a sheet by its header, or null when there is none; what is odd about the header is reported. What a
 * person has chosen for a column goes before its title.
 */
export function findTable(sheet: Sheet, report: Report, chosen = nothingChosen): Table | null {
  const header = bestHeader(sheet, chosen);
  if (!header) {
    if (sheet.rows.some((row) => row.some(({ text }) => text !== '')))
      report('table.unknown', sheet.name, { sheet: sheet.name });
    return null;
  }
  const columns = new Map<Field, number>();
  const titles = new Map<Field, string>();
  for (const [index, title] of header.titles.entries()) {
    if (title === '' || chosen.get(index) === null) continue;
    const field = chosen.get(index) ?? fieldOf(header.kind, title);
    const at = `${sheet.name}!${columnName(index)}${String(header.row + 1)}`;
    if (field === null) report('column.unknown', at, { title });
    else if (columns.has(field))
      report('header.double', at, { title, first: columnName(columns.get(field) ?? 0) });
    else {
      columns.set(field, index);
      titles.set(field, title);
      if (notKept.has(field)) report('column.notKept', at, { title });
    }
  }
  for (const missing of missingFields(header.kind, columns))
    report('header.missing', sheet.name, { field: missing, sheet: sheet.name });
  return {
    kind: header.kind,
    sheet: sheet.name,
    columns,
    titles,
    head: header.titles,
    headRow: header.row + 1,
    rows: bodyOf(sheet, header, report),
  };
}

type Header = {
  readonly kind: TableKind;
  readonly row: number;
  readonly titles: readonly string[];
  readonly known: number;
};

function bestHeader(sheet: Sheet, chosen: ChosenColumns): Header | null {
  let best: Header | null = null;
  for (const [row, cells] of sheet.rows.slice(0, headerRows).entries()) {
    const single = cells.map(({ text }) => text);
    const above = row > 0 ? (sheet.rows[row - 1] ?? []).map(({ text }) => text) : [];
    for (const titles of above.length > 0 ? [single, joined(above, single)] : [single]) {
      const kind = kindOf(titles, chosen);
      if (!kind) continue;
      const known = new Set(titles.map((title) => fieldOf(kind, title)).filter((field) => field !== null))
        .size;
      if (!best || known > best.known) best = { kind, row, titles, known };
    }
  }
  return best;
}

/** A header of two rows: «Родитель 1» stretched over «Фамилия», «Имя»; a title of the upper row alone stands below too. */
function joined(above: readonly string[], below: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const [upper = '', lower = ''] = [above[index], below[index]];
    if (upper !== '') over = upper;
    if (lower === '') return upper;
    const isGroup = /родител|представител|^мать|^отец/u.test(matchingHeader(over));
    return isGroup && over !== lower ? `${over} ${lower}` : lower;
  });
}

function kindOf(titles: readonly string[], chosen: ChosenColumns): TableKind | null {
  const has = (kind: TableKind, ...fields: Field[]) =>
    fields.every((field) =>
      titles.some((title, index) => title !== '' && (chosen.get(index) ?? fieldOf(kind, title)) === field),
    );
  const named = (kind: TableKind) => has(kind, 'lastName') || has(kind, 'fullName');
  if (has('load', 'class', 'subject') && (has('load', 'teacher') || has('load', 'hours'))) return 'load';
  if (has('staff', 'position') && named('staff')) return 'staff';
  if (named('students') && (has('students', 'class') || has('students', 'birthDate'))) return 'students';
  return null;
}

const needed: Readonly<Record<TableKind, readonly Field[]>> = {
  students: ['birthDate', 'class'],
  staff: ['position'],
  load: ['class', 'subject', 'teacher'],
};

function missingFields(kind: TableKind, columns: ReadonlyMap<Field, number>): Field[] {
  const missing = needed[kind].filter(
    (field) => !columns.has(field) && !(field === 'class' && columns.has('grade')),
  );
  if (kind === 'load' || columns.has('fullName')) return missing;
  return [...(['lastName', 'firstName'] as const).filter((field) => !columns.has(field)), ...missing];
}

function bodyOf(sheet: Sheet, header: Header, report: Report): Table['rows'] {
  const titles = new Set(header.titles);
  return sheet.rows.slice(header.row + 1).flatMap((cells, index) => {
    const number = header.row + 2 + index;
    const filled = cells.filter(({ text, kind }) => text !== '' || kind === 'formula');
    if (filled.length === 0) return [];
    const titled = filled.filter(({ text }) => titles.has(text)).length;
    if (titled >= 3 && titled * 2 > filled.length) {
      report('row.headerAgain', `${sheet.name}!A${String(number)}`, { row: number });
      return [];
    }
    return [{ number, cells }];
  });
}
