import type { Journal } from '../page/journal.ts';
import { cellText } from '../page/names.ts';
import { readTable } from '../paste/read-table.ts';
import type { GridControl } from './control.ts';

/** The selected cells as a spreadsheet takes them: tabs between columns, a line per student. */
export function copyOut(event: ClipboardEvent, { store, uiWords }: Journal, control: GridControl): void {
  const { top, bottom, left, right } = control.range();
  const { students, columns } = store.model.peek();
  const rows = students.slice(Math.max(0, top), bottom + 1);
  const shown = columns.slice(left, right + 1);
  if (rows.length === 0 || shown.length === 0) return;
  const lines = rows.map((student) =>
    shown.map((column) => cellText(uiWords, store.cell(column, student).peek())).join('\t'),
  );
  event.clipboardData?.setData('text/plain', lines.join('\n'));
  event.preventDefault();
}

/** Nothing is written yet: the preview says what would be. */
export function pasteIn(event: ClipboardEvent, journal: Journal, control: GridControl): void {
  const table = readTable(event.clipboardData?.getData('text/plain') ?? '');
  if (table.length === 0) return;
  event.preventDefault();
  const { top, left } = control.range();
  if (journal.store.model.peek().columns[left] === undefined) return;
  journal.open({ kind: 'paste', table, at: { row: Math.max(0, top), column: left } });
}
