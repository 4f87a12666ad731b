import type { FastifyReply } from 'fastify';
import type { Table, TableFormat } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const types: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** Sends a table as a file to be saved; what it holds is kept nowhere on the way. */
export async function sendTable(
  reply: FastifyReply,
  table: Table,
  file: { readonly name: string; readonly format: TableFormat },
): Promise<void> {
  const name = encodeURIComponent(`${file.name}.${file.format}`).replaceAll(/['()*]/g, percentEncoded);
  await reply
    .header('content-type', types[file.format])
    .header('content-disposition', `attachment; filename="table.${file.format}"; filename*=UTF-8''${name}`)
    .header('cache-control', 'no-store')
    .send(file.format === 'csv' ? writeCsv(table) : writeXlsx(table));
}

const percentEncoded = (sign: string) => `%${sign.codePointAt(0)?.toString(16).toUpperCase()}`;
