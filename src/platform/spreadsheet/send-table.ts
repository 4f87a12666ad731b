import type { FastifyReply } from 'fastify';
import { sendFile } from '../send-file.ts';
import type { Table, TableFormat } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const types: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Sends a table as a file to be saved. */
export function sendTable(
  reply: FastifyReply,
  table: Table,
  { name, format }: { readonly name: string; readonly format: TableFormat },
): Promise<void> {
  const bytes = format === 'csv' ? writeCsv(table) : writeXlsx(table);
  return sendFile(reply, bytes, { name: `${name}.${format}`, type: types[format] });
}
