import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { limits, type Sheet, UnreadableFile } from './sheet.ts';

export { type Cell, columnName, limits, type Sheet, UnreadableFile, type UnreadableCode } from './sheet.ts';
export { decodeXml } from './decode-text.ts';
export { walkXml } from './xml.ts';
export { sendTable } from './send-table.ts';
export { type Table, type TableColumn, type TableFormat, type TableValue } from './table.ts';

/** The tables of a file, by its content and not by its name's ending: a workbook's sheets, or the one table of a CSV file. */
export function readTables(bytes: Uint8Array, fileName: string): Sheet[] {
  if (bytes.length === 0) throw new UnreadableFile('file.empty');
  if (bytes.length > limits.bytes) throw new UnreadableFile('file.tooLarge', { limit: limits.bytes });
  const isContainer = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (isContainer) return readXlsx(bytes);
  return [readCsv(bytes, fileName.replace(/\.[^.]*$/u, ''))];
}
