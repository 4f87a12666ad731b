import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, windows1251, workbook } from '#tools/examples/xlsx.ts';
import { isError } from '../roster-file/fault.ts';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeAll(async () => {
  school = await testImport();
});
afterAll(() => school.drop());

const columns = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Пол',
  'СНИЛС',
  'Класс',
  'Дата зачисления',
  'Подгруппа',
  'Родитель 1 ФИО',
  'Родитель 1 родство',
  'Родитель 1 СНИЛС',
  'Родитель 1 дата рождения',
] as const;
type Column = (typeof columns)[number];

/** What secretaries really write, by column, and the code it is named with. */
const mistakes: readonly (readonly [Column, string, string])[] = [
  ['Фамилия', '', 'cell.missing'],
  ['Фамилия', 'Иван0в', 'name.badSigns'],
  ['Фамилия', 'Иванов; Петров', 'name.badSigns'],
  ['Фамилия', '12', 'name.badSigns'],
  ['Фамилия', '=A2', 'cell.formula'],
  ['Фамилия', 'Я'.repeat(400), 'cell.tooLong'],
  ['Имя', '', 'cell.missing'],
  ['Имя', 'Пётр!', 'name.badSigns'],
  ['Имя', '#Н/Д', 'name.badSigns'],
  ['Имя', '=ВПР(A2;B:C;2)', 'cell.formula'],
  ['Отчество', 'Ильич*', 'name.badSigns'],
  ['Отчество', '1985', 'name.badSigns'],
  ['Дата рождения', '', 'cell.missing'],
  ['Дата рождения', '31.02.2015', 'date.impossible'],
  ['Дата рождения', '29.02.2015', 'date.impossible'],
  ['Дата рождения', '32.01.2015', 'date.impossible'],
  ['Дата рождения', '01.13.2015', 'date.impossible'],
  ['Дата рождения', '00.00.2015', 'date.impossible'],
  ['Дата рождения', 'весной', 'date.notADate'],
  ['Дата рождения', '2015', 'date.notADate'],
  ['Дата рождения', '1 марта', 'date.notADate'],
  ['Дата рождения', '01.03', 'date.notADate'],
  ['Дата рождения', '?', 'cell.missing'],
  ['Дата рождения', '01.03.1913', 'date.outOfRange'],
  ['Дата рождения', '01.03.2031', 'date.outOfRange'],
  ['Дата рождения', '=СЕГОДНЯ()', 'cell.formula'],
  ['Пол', 'да', 'gender.unknown'],
  ['Пол', '1', 'gender.unknown'],
  ['Пол', 'м/ж', 'gender.unknown'],
  ['СНИЛС', '112-233', 'snils.digits'],
  ['СНИЛС', '112-233-445 9', 'snils.digits'],
  ['СНИЛС', '112-233-445 955', 'snils.digits'],
  ['СНИЛС', 'утерян', 'snils.digits'],
  ['СНИЛС', '112-233-445 96', 'snils.control'],
  ['СНИЛС', '=F2', 'cell.formula'],
  ['Класс', '', 'cell.missing'],
  ['Класс', 'седьмой', 'class.unknown'],
  ['Класс', '77Б', 'class.unknown'],
  ['Класс', 'Б7', 'class.unknown'],
  ['Класс', '13А', 'class.unknown'],
  ['Класс', '7-8', 'class.unknown'],
  ['Класс', '?', 'cell.missing'],
  ['Дата зачисления', 'осенью', 'date.notADate'],
  ['Дата зачисления', '31.09.2026', 'date.impossible'],
  ['Дата зачисления', '01.09.1950', 'date.outOfRange'],
  ['Подгруппа', 'первая', 'subgroup.bad'],
  ['Подгруппа', 'Английский язык=', 'subgroup.bad'],
  ['Подгруппа', 'Рисование на песке=1', 'subject.unknown'],
  ['Родитель 1 родство', 'кум', 'kinship.unknown'],
  ['Родитель 1 родство', '1', 'kinship.unknown'],
  ['Родитель 1 СНИЛС', '123', 'snils.digits'],
  ['Родитель 1 СНИЛС', '112-233-445 96', 'snils.control'],
  ['Родитель 1 дата рождения', '31.04.1985', 'date.impossible'],
  ['Родитель 1 дата рождения', 'взрослая', 'date.notADate'],
];

const surname = (row: number) =>
  `Ученик${[...String(row)].map((digit) => 'абвгдежзик'.charAt(Number(digit))).join('')}`;
const good = (row: number): Record<Column, string> => ({
  Фамилия: surname(row),
  Имя: 'Пётр',
  Отчество: 'Ильич',
  'Дата рождения': '01.03.2013',
  Пол: 'М',
  СНИЛС: '',
  Класс: '7Б',
  'Дата зачисления': '01.09.2025',
  Подгруппа: '',
  'Родитель 1 ФИО': `${surname(row)} Олег`,
  'Родитель 1 родство': 'отец',
  'Родитель 1 СНИЛС': '',
  'Родитель 1 дата рождения': '',
});

/** Rows above the header, as schools write them, then every second row with one mistake. */
const above = [['МБОУ СОШ № 5'], ['Список учащихся на 01.09.2026']];
const rows = mistakes.flatMap(([column, text], at) => [
  good(2 * at),
  { ...good(2 * at + 1), [column]: text },
]);
const table = (head: readonly (readonly string[])[]) => [
  ...head,
  [...columns],
  ...rows.map((row) => columns.map((column) => row[column])),
];
const letter = (column: Column) => String.fromCodePoint(65 + columns.indexOf(column));
const expected = (sheet: string, headRows: number) =>
  mistakes.map(
    ([column, , code], at) => `${sheet}!${letter(column)}${String(headRows + 1 + 2 * at + 2)} ${code}`,
  );

const forms: readonly (readonly [string, string, number, Uint8Array])[] = [
  ['CSV of UTF-8', 'Ученики.csv', 0, new TextEncoder().encode(csv(table([]), ';'))],
  ['CSV of windows-1251 under a title', 'Ученики.csv', 2, windows1251(csv(table(above), ';'))],
  ['a workbook', 'список.xlsx', 0, workbook([{ name: 'Ученики', rows: table([]) }])],
  [
    'a workbook under a title, beside a sheet of notes',
    'список.xlsx',
    2,
    workbook([
      { name: 'Заметки', rows: [['позвонить в архив']] },
      { name: 'Ученики', rows: table(above) },
    ]),
  ],
];

test('two hundred mistakes in all', () => {
  expect(mistakes.length * forms.length).toBeGreaterThanOrEqual(200);
});

test.each(forms)(
  '%s: each mistake is named with its cell, and nothing is written',
  async (_, name, head, bytes) => {
    const before = await school.counts();
    const outcome = await school.roster({ [name]: bytes });
    const named = outcome.faults.filter(isError).map(({ at, code }) => `${at} ${code}`);
    expect(named.toSorted()).toEqual(expected('Ученики', head).toSorted());
    expect(outcome.isCommitted).toBe(false);
    expect(await school.counts()).toEqual(before);
    // Nobody is told in a code: each has a sentence that begins with the cell.
    for (const sentence of outcome.sentences) expect(sentence).toMatch(/^[\p{L} ]+(?:![A-Z]+\d+)?: \S/u);
  },
);

test('left out on purpose, the good rows alone are written', async () => {
  const [, name, , bytes] = forms[1] ?? ['', '', 0, new Uint8Array()];
  const outcome = await school.roster({ [name]: bytes }, { skips: true });
  expect(outcome.isCommitted).toBe(true);
  const written = await school.rows<{ name: string }>(
    `select p.last_name as name from roster.admission a join roster.person p on p.id = a.student_id
     where a.end_date is null order by p.sort_key`,
  );
  const meant = mistakes.map((_mistake, at) => surname(2 * at));
  expect(written.map(({ name: one }) => one).toSorted()).toEqual(meant.toSorted());
});
