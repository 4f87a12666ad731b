import { describe, expect, test } from 'vitest';
import type { Column, Student } from '../store/model.ts';
import { pastePlan } from './paste-plan.ts';
import { readDate } from './read-date.ts';
import { readTable } from './read-table.ts';
import { readValue } from './read-value.ts';

const codes = new Set([
  '5',
  '4',
  '3',
  '2',
  '5-',
  'passed',
  'failed',
  'exempt',
  'notAssessed',
  'pendingPoint',
]);

describe('the clipboard of a spreadsheet', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'LibreOffice ends without a line',
      '5\t4\n3\t',
      [
        ['5', '4'],
        ['3', ''],
      ],
    ],
    [
      'Excel ends with one',
      '5\t4\r\n3\t2\r\n',
      [
        ['5', '4'],
        ['3', '2'],
      ],
    ],
    ['a cell of two lines', '"Гаврилов\nТимур"\t5', [['Гаврилов Тимур', '5']]],
    ['quotes in a cell', '"7 ""Б"""\t5', [['7 "Б"', '5']]],
    ['empty rows and columns at the end', '5\t\t\n\t\t\n', [['5']]],
    [
      'rows of different length',
      '5\n4\t3',
      [
        ['5', ''],
        ['4', '3'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_what, text, rows) => {
    expect(readTable(text)).toEqual(rows);
  });
});

test.each([
  ['5', '5', null, null],
  [' 5 ', '5', null, null],
  ['5,00', '5', null, null],
  ['5-', '5-', null, null],
  ['5−', '5-', null, null],
  ['4/5', '4', '5', null],
  ['4 / 5', '4', '5', null],
  ['н', null, null, 'absent'],
  ['H', null, null, 'absent'],
  ['Б', null, null, 'absent'],
  ['О', null, null, 'late'],
  ['Н 4', '4', null, 'absent'],
  ['о4/5', '4', '5', 'late'],
  ['зач', 'passed', null, null],
  ['Зачёт', 'passed', null, null],
  ['нз', 'failed', null, null],
  ['н/а', 'notAssessed', null, null],
  ['•', 'pendingPoint', null, null],
])('«%s» is read', (text, value, second, fact) => {
  expect(readValue(text, codes)).toMatchObject({ value, second, fact });
});

test.each(['6', '4/9', 'май', '4+', '04.май', '4/5/3', 'x', '0'])('«%s» is no value', (text) => {
  expect(readValue(text, codes)).toBeNull();
});

test.each([
  ['24.11', '11-24'],
  ['24.11.2026', '11-24'],
  ['24.11.26', '11-24'],
  ['2026-11-24', '11-24'],
  ['24 ноября', '11-24'],
  ['24.ноя', '11-24'],
  ['4 мая', '05-04'],
  ['3 марта', '03-03'],
  ['ФИО', null],
  ['45.11', null],
  ['5', null],
])('the head «%s» is the day %s', (text, day) => {
  expect(readDate(text)).toBe(day);
});

const students = ['Гаврилов Тимур', 'Ёлкина Анна', 'Иванов Пётр', 'Иванов Павел'].map(
  (name, row): Student => ({
    row,
    id: `s${row}`,
    name,
    startDate: '2026-09-01',
    endDate: null,
    elsewhere: [],
  }),
);
const columns = ['2026-11-19', '2026-11-23', '2026-11-24', '2026-11-24'].map(
  (date, index) =>
    ({ index, lesson: { id: `l${index}`, date }, work: { id: `w${index}` } }) as unknown as Column,
);

const plan = (text: string, focus = { row: 0, column: 0 }) =>
  pastePlan(readTable(text), { students, columns, codes }, focus);
const placesOf = (text: string, focus?: { row: number; column: number }) =>
  plan(text, focus).cells.map(({ student, column, text: said }) => [student.row, column.index, said]);

describe('where the cells go', () => {
  test('a block goes from the focus on, empty cells change nothing', () => {
    expect(placesOf('5\t\n\t4', { row: 1, column: 2 })).toEqual([
      [1, 2, '5'],
      [2, 3, '4'],
    ]);
  });

  test('rows and columns past the end are named', () => {
    const { cells, misfits } = plan('5\t4\n3\t2\n5\t5', { row: 2, column: 3 });
    expect(cells).toHaveLength(2);
    expect(misfits).toEqual([
      { kind: 'extraColumns', column: 2, count: 1 },
      { kind: 'extraRows', row: 3, count: 1 },
    ]);
  });

  test('names find their students wherever they stand; numbers before them are left out', () => {
    const text = '1\tЕлкина Анна\t5\n2\tГаврилов Тимур Олегович\t4\n3\tИванов Пет.\t3\n4\tИванов Павел\t2';
    expect(placesOf(text, { row: 3, column: 1 })).toEqual([
      [1, 1, '5'],
      [0, 1, '4'],
      [3, 1, '2'],
    ]);
    expect(plan(text).misfits).toEqual([{ kind: 'unknownStudent', row: 3, name: 'Иванов Пет.' }]);
  });

  test('a name of two students and a student named twice are not guessed', () => {
    expect(plan('Иванов П.\t5\nЁлкина\t4\nЁлкина Анна\t3').misfits).toEqual([
      { kind: 'ambiguousStudent', row: 1, name: 'Иванов П.' },
      { kind: 'twiceStudent', row: 3, name: 'Ёлкина Анна' },
    ]);
  });

  test('dates of the head find their lessons, two columns of a day its two works', () => {
    const {
      cells,
      misfits,
      columns: shown,
    } = plan('ФИО\t24.11\t24.11\t23 ноября\t31.12\tСр.\nГаврилов Тимур\t5\t4\t3\t2\t4,1');
    expect(cells.map(({ column, text }) => [column.index, text])).toEqual([
      [2, '5'],
      [3, '4'],
      [1, '3'],
    ]);
    expect(misfits).toEqual([
      { kind: 'unknownDate', column: 5, text: '31.12' },
      { kind: 'skippedColumn', column: 6, text: 'Ср.' },
    ]);
    expect(shown.map(({ index }) => index)).toEqual([1, 2, 3]);
  });

  test('a head without dates is passed over', () => {
    expect(placesOf('№\tФамилия, имя\tОтвет\n1\tГаврилов Тимур\t5')).toEqual([[0, 0, '5']]);
  });

  test('what is no value keeps its place and says so', () => {
    const [cell] = plan('отл').cells;
    expect(cell).toBeUndefined();
    const [odd] = plan('7', { row: 0, column: 1 }).cells;
    expect([odd?.text, odd?.said, odd?.column.index]).toEqual(['7', null, 1]);
  });
});
