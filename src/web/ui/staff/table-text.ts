export type TableText = { readonly columns: string[]; readonly rows: (string | number | null)[][] };

/** What a table on the page says, cell by cell, without its buttons' icons, ways elsewhere and what only readers of screens hear. */
export function tableText(table: HTMLTableElement): TableText {
  const heads = [...table.querySelectorAll('thead tr')].map(cellsOf);
  const width = Math.max(0, ...heads.map((cells) => cells.length));
  // Two lines of a head are one of the file: «24 ноября, К».
  const columns = Array.from({ length: width }, (_, at) =>
    [...new Set(heads.map((cells) => cells[at] ?? ''))].filter(Boolean).join(', '),
  );
  const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) => cellsOf(row).map(valueOf));
  return { columns, rows };
}

/** A cell over several columns stands in the first of them. */
function cellsOf(row: Element): string[] {
  return [...row.children].flatMap((cell) => {
    const span = Number(cell.getAttribute('colspan') ?? '1');
    return [textOf(cell as HTMLElement), ...Array.from({ length: Math.max(0, span - 1) }, () => '')];
  });
}

function textOf(cell: HTMLElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const unseen of copy.querySelectorAll('.hidden-text, svg, input, a.button, [aria-hidden="true"]'))
    unseen.remove();
  for (const block of copy.querySelectorAll('br, li, p, div, span, dd, dt')) block.append(' ');
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
