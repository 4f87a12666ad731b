import { columnName } from '#platform/spreadsheet/index.ts';
import { fieldOf, fieldsOf } from '../roster-file/columns.ts';
import type { RosterFault } from '../roster-file/fault.ts';
import type { ChosenColumns, Table } from '../roster-file/find-table.ts';
import type { ListsReply } from './contract.ts';

const samplesShown = 3;

/** A table as the page shows it: every column with its title, what it is taken for, and what stands in it. */
export function shownTable(table: Table, chosen: ChosenColumns | undefined): ListsReply['tables'][number] {
  const columns = table.head.flatMap((title, index) => {
    const samples = table.rows.flatMap(({ cells }) => {
      const text = cells[index]?.text ?? '';
      return text === '' ? [] : [text];
    });
    if (title === '' && samples.length === 0) return [];
    const given = chosen?.get(index);
    const field = given === undefined ? fieldOf(table.kind, title) : given;
    return [{ index, letter: columnName(index), title, field, samples: samples.slice(0, samplesShown) }];
  });
  return {
    sheet: table.sheet,
    kind: table.kind,
    rows: table.rows.length,
    columns,
    fields: [...fieldsOf(table.kind)],
  };
}

/** Errors by the row they stand in: «Ученики!D17» is of row 17. */
export function errorsByRow(
  { sheet }: Pick<Table, 'sheet'>,
  errors: readonly RosterFault[],
): ReadonlyMap<number, readonly RosterFault[]> {
  const byRow = new Map<number, RosterFault[]>();
  for (const fault of errors) {
    const place = /^(.*)![A-Z]+(\d+)$/u.exec(fault.at);
    if (place?.[1] !== sheet) continue;
    const row = Number(place[2]);
    byRow.set(row, [...(byRow.get(row) ?? []), fault]);
  }
  return byRow;
}
