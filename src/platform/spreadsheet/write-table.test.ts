import { expect, test } from 'vitest';
import { readTables } from './index.ts';
import type { Table, TableValue } from './table.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const table = (...rows: TableValue[][]): Table => ({
  name: '7 «Б»: список',
  columns: [{ head: 'Фамилия', width: 30 }, { head: 'Дата' }, { head: 'Класс' }],
  rows,
});

const everything = table(
  ['Ёлкина-Петрова; Анна', { date: '2013-02-28' }, 7],
  ['Кузнецов "Кузя"\nвторая строка', null, 10.5],
  ['<Тег> & «кавычки»', { date: '1900-03-01' }, 0],
);

test('a table comes back from CSV as it went', () => {
  const bytes = writeCsv(everything);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toBe(
    '\uFEFFФамилия;Дата;Класс\r\n"Ёлкина-Петрова; Анна";28.02.2013;7\r\n' +
      '"Кузнецов ""Кузя""\nвторая строка";;10,5\r\n<Тег> & «кавычки»;01.03.1900;0\r\n',
  );
});

test('a table comes back from XLSX as it went, dates as dates', () => {
  const [sheet] = readTables(writeXlsx(everything), 'list.xlsx');
  expect(sheet?.name).toBe('7 «Б»  список');
  const cells = sheet?.rows.map((row) => row.map(({ kind, text }) => `${kind} ${text}`));
  expect(cells).toEqual([
    ['text Фамилия', 'text Дата', 'text Класс'],
    ['text Ёлкина-Петрова; Анна', 'date 2013-02-28', 'number 7'],
    ['text Кузнецов "Кузя"\nвторая строка', 'empty ', 'number 10.5'],
    ['text <Тег> & «кавычки»', 'date 1900-03-01', 'number 0'],
  ]);
});

const dangerous = ['=1+1', '+79990000000', '-2', '@SUM(A1)', ' =cmd', '\u00a0=1'];

test.each(dangerous)('«%s» stays a text in both', (text) => {
  const csv = writeCsv(table([text]))
    .toString('utf8')
    .split('\r\n')[1];
  expect(csv).toBe(`'${text}`);
  const [read] = readTables(writeCsv(table([text, null, null])), 'list.csv');
  expect(read?.rows[1]?.[0]).toMatchObject({ kind: 'text', text: text.trim() });
  const [sheet] = readTables(writeXlsx(table([text])), 'list.xlsx');
  expect(sheet?.rows[1]?.[0]?.text).toBe(text.trim());
});

test('a formula in somebody else’s file is still known as one', () => {
  const [read] = readTables(Buffer.from('Фамилия;Имя\r\n=1+1;Анна\r\n'), 'list.csv');
  expect(read?.rows[1]?.[0]?.kind).toBe('formula');
});
