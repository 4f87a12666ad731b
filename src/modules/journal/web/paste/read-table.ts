/** What a spreadsheet puts on the clipboard: rows of cells, without empty rows and columns at the end. */
export type PastedTable = readonly (readonly string[])[];

/** Reads tab-separated text; a cell in quotes may hold tabs, line ends and doubled quotes. */
export function readTable(text: string): PastedTable {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.replaceAll(/\s+/gu, ' ').trim());
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === '\t') endCell();
    else if (char === '\n') {
      endCell();
      rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  endCell();
  return trimmed(rows);
}

function trimmed(rows: readonly (readonly string[])[]): PastedTable {
  const isEmpty = (cell: string | undefined) => cell === undefined || cell === '';
  const height = rows.findLastIndex((row) => row.some((cell) => !isEmpty(cell))) + 1;
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => !isEmpty(cell)) + 1));
  return rows.slice(0, height).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}
