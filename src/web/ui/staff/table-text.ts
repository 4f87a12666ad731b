export type TableText = { readonly columns: string[]; readonly rows: (string | number | null)[][] };

/** What a table on the page says, cell by cell, without its buttons' icons, ways elsewhere, what is not printed and what only readers of screens hear. */
export function tableText(table: HTMLTableElement): TableText {
  const columns = headOf(table);
  const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) => cellsOf(row).map(valueOf));
  return { columns, rows };
}

/** Tables under each other as one: those of the first one's head. Null where there is none. */
export function tablesText(tables: Iterable<HTMLTableElement>): TableText | null {
  const [first, ...others] = [...tables].map(tableText);
  if (first === undefined) return null;
  const alike = others.filter(({ columns }) => columns.join() === first.columns.join());
  return { columns: first.columns, rows: [first, ...alike].flatMap(({ rows }) => rows) };
}

/** The lines of a head are one of the file: «Ноябрь, 24, Контрольная работа». What spans columns stands in each of them. */
function headOf(table: HTMLTableElement): string[] {
  const lines = [...table.querySelectorAll('thead tr')];
  const taken = lines.map((): (string | undefined)[] => []);
  for (const [line, row] of lines.entries()) {
    const own = taken[line] ?? [];
    for (const cell of row.children) {
      const from = firstFree(own);
      const text = textOf(cell as HTMLElement);
      for (const spanned of taken.slice(line, line + span(cell, 'rowspan')))
        for (let at = from; at < from + span(cell, 'colspan'); at += 1) spanned[at] = text;
    }
  }
  const width = Math.max(0, ...taken.map(({ length }) => length));
  return Array.from({ length: width }, (_, at) =>
    [...new Set(taken.map((line) => line[at] ?? ''))].filter(Boolean).join(', '),
  );
}

/** Places that a cell above holds are filled; the first hole is free. */
function firstFree(line: readonly (string | undefined)[]): number {
  const hole = line.findIndex((text) => text === undefined);
  return hole === -1 ? line.length : hole;
}

const span = (cell: Element, name: 'rowspan' | 'colspan') => Number(cell.getAttribute(name) ?? '1');

/** A cell over several columns stands in the first of them. */
function cellsOf(row: Element): string[] {
  return [...row.children].flatMap((cell) => {
    const more = Math.max(0, span(cell, 'colspan') - 1);
    return [textOf(cell as HTMLElement), ...Array.from({ length: more }, () => '')];
  });
}

function textOf(cell: HTMLElement): string {
  // A cell that shows less than it means says itself what a file is told.
  if (cell.dataset['fileText'] !== undefined) return cell.dataset['fileText'];
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const unseen of copy.querySelectorAll(
    '.hidden-text, svg, input, a.button, .no-print, [aria-hidden="true"]',
  ))
    unseen.remove();
  for (const block of copy.querySelectorAll('br, li, p, div, span, s, dd, dt')) block.append(' ');
  const text = (copy.textContent ?? '').replaceAll(/\s+/gu, ' ').trim();
  const field = cell.querySelector<HTMLInputElement>('input:not([type="checkbox"])');
  return text === '' && field !== null ? field.value : text;
}

/** «12», «3,50», «86 %» are numbers to a spreadsheet; a phone and «007» are not. */
function valueOf(text: string): string | number | null {
  if (text === '') return null;
  return /^[−-]?(0|[1-9]\d{0,8})([,.]\d+)?$/u.test(text)
    ? Number(text.replace('−', '-').replace(',', '.'))
    : text;
}
