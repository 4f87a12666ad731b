import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csv, windows1251, workbook } from '#tools/examples/xlsx.ts';
import { testImport, type TestImport } from '../testing-import.ts';

let school: TestImport;
beforeAll(async () => {
  school = await testImport();
});
afterAll(() => school.drop());

const header =
  'Фамилия;Имя;Отчество;Дата рождения;Пол;СНИЛС;Класс;Подгруппа;Родитель 1 ФИО;Родитель 1 родство;Родитель 1 телефон';
const student = (
  last: string,
  cells: Partial<Record<'birth' | 'gender' | 'snils' | 'class' | 'part' | 'guardian' | 'kin', string>> = {},
) =>
  [
    last,
    'Пётр',
    '',
    cells.birth ?? '01.03.2013',
    cells.gender ?? '',
    cells.snils ?? '',
    cells.class ?? '7Б',
    cells.part ?? '',
    cells.guardian ?? '',
    cells.kin ?? '',
    '',
  ].join(';');
const dry = (...lines: string[]) =>
  school.roster({ 'Ученики.csv': [header, ...lines].join('\n') }, { dry: true });

describe('faults are named with their cell, rule and limit', () => {
  test.each([
    [{ birth: '31.02.2015' }, 'Ученики!D2: дата рождения 31.02.2015 не существует'],
    [{ birth: 'весной' }, 'Ученики!D2: дата рождения «весной» — не дата, нужно ДД.ММ.ГГГГ'],
    [
      { birth: '01.03.1913' },
      'Ученики!D2: дата рождения 1913-03-01 вне пределов: от 1996-09-10 до 2023-09-10',
    ],
    [{ birth: ' ' }, 'Ученики!D2: не заполнено обязательное поле «дата рождения»'],
    [{ class: ' - ' }, 'Ученики!G2: не заполнено обязательное поле «класс»'],
    [{ class: 'седьмой' }, 'Ученики!G2: класс «седьмой» не распознан: нужно, например, 7Б, 7-Б или 7 «Б»'],
    [{ gender: 'да' }, 'Ученики!E2: пол «да» не распознан: нужно М или Ж'],
    [
      { snils: '112-233-445 96' },
      'Ученики!F2: СНИЛС «112-233-445 96»: контрольное число не сходится, должно быть 95',
    ],
    [{ snils: '112-233' }, 'Ученики!F2: СНИЛС «112-233»: цифр 6, а нужно 11'],
    [{ part: 'первая' }, 'Ученики!H2: подгруппа «первая»: нужно «предмет=группа; предмет=группа»'],
    [{ part: 'Английскй=1' }, 'Ученики!H2: предмета «Английскй» нет в школе'],
    [
      { guardian: 'Иванова Анна', kin: 'кум' },
      'Ученики!J2: родство «кум» не распознано: мать, отец, бабушка, дедушка, опекун или другое',
    ],
    [{ snils: '=A1' }, 'Ученики!F2: СНИЛС: в ячейке формула; вставьте её значение'],
  ])('%j', async (cells, sentence) => {
    const { errors, sentences } = await dry(student('Иванов', cells));
    expect(errors).toBe(1);
    expect(sentences.some((one) => one.startsWith(sentence))).toBe(true);
  });

  test('every fault of a file is told at once', async () => {
    const { errors, sentences } = await dry(
      student('Иван0в', { birth: '31.02.2015', gender: 'ы' }),
      student('Петров', { class: 'x' }),
    );
    expect(errors).toBe(4);
    expect(sentences[0]).toBe('Ученики!A2: фамилия «Иван0в»: можно только буквы, дефис, пробел и точку');
  });

  test('the same row twice is told, two that disagree stop the import', async () => {
    const same = await dry(student('Иванов'), student('Иванов'));
    expect([same.errors, same.sentences]).toEqual([
      0,
      ['Ученики!A3: Иванов Пётр уже есть в Ученики!A2, строка пропущена'],
    ]);
    const other = await dry(student('Иванов'), student('Иванов', { class: '8А' }));
    expect([other.errors, other.sentences[0]]).toEqual([
      1,
      'Ученики!A3: Иванов Пётр уже есть в Ученики!A2, но класс там другое: оставьте одну строку',
    ]);
    const slip = await dry(
      student('Иванов', { snils: '112-233-445 95' }),
      student('Сидоров', { snils: '11223344595', birth: '05.05.2013' }),
    );
    expect(slip.sentences[0]).toBe('Ученики!A3: СНИЛС принадлежит другому человеку: Иванов Пётр');
  });

  test('a header that lacks what is needed, is doubled or unknown', async () => {
    const lacking = await school.roster(
      { 'Ученики.csv': 'Фамилия;Имя;Дата рождения\nИванов;Пётр;01.03.2013' },
      { dry: true },
    );
    expect(lacking.sentences).toEqual(['Ученики: нет обязательного столбца «класс»']);
    const odd = await school.roster(
      {
        'У.csv': 'Фамилия;Имя;Имя;Дата рождения;Класс;Адрес;Цвет\nИванов;Пётр;Пётр;01.03.2013;7Б;Город;синий',
      },
      { dry: true },
    );
    expect(odd.sentences).toEqual([
      'У!C1: столбец «Имя» уже есть (B), оставьте один',
      'У!F1: столбец «Адрес» в Парте не хранится и не загружен',
      'У!G1: столбец «Цвет» незнаком и не загружен',
    ]);
  });
});

describe('files as they come', () => {
  const table = [
    ['Школа № 5', null, null],
    [null, null, null],
    ['Ф.И.О. ученика', 'Дата рождения', 'Клaсс'],
    ['Иванов Пётр\u00a0 Ильич', '01.03.2013', '7-Б'],
    ['Ф.И.О. ученика', 'Дата рождения', 'Клaсс'],
    ['СИДОРОВА АННА', '2.4.2013', '7 «б»'],
  ];
  const expected = [
    'новое: класс 7\u00a0«Б»',
    'новое: ученик Иванов Пётр Ильич, класс: 7\u00a0«Б»',
    'новое: ученик Сидорова Анна, класс: 7\u00a0«Б»',
  ];

  test.each([
    ['UTF-8 with commas', new TextEncoder().encode(csv(table, ','))],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${csv(table, ';')}`)],
    ['windows-1251 with semicolons', windows1251(csv(table, ';'))],
    ['UTF-16 with tabs', Buffer.from(`\ufeff${csv(table, '\t')}`, 'utf16le')],
    ['a workbook', workbook([{ name: 'Ученики', rows: table }])],
    [
      'a workbook with dates of Excel',
      workbook([
        {
          name: 'Ученики',
          rows: [
            table[2] ?? [],
            ['Иванов Пётр Ильич', { date: '2013-03-01' }, '7Б'],
            ['Сидорова Анна', '41366', '7Б'],
          ],
        },
      ]),
    ],
  ])('%s', async (_name, bytes) => {
    const { errors, lines } = await school.roster({ Ученики: bytes }, { dry: true });
    expect([errors, lines]).toEqual([0, expected]);
  });

  test('a header of two rows, stretched over guardians', async () => {
    const rows = [
      ['Фамилия', 'Имя', 'Дата рождения', 'Класс', 'Родитель 1', null, null, 'Родитель 2', null],
      [null, null, null, null, 'Фамилия', 'Имя', 'Родство', 'ФИО', 'Родство'],
      ['Иванов', 'Пётр', '01.03.2013', '7Б', 'Иванова', 'Анна', 'мать', 'Иванов Олег', 'отец'],
    ];
    const { errors, lines } = await school.roster(
      { 'у.xlsx': workbook([{ name: 'Лист1', rows }]) },
      { dry: true },
    );
    expect(errors).toBe(0);
    expect(lines.slice(2)).toEqual([
      'новое: родитель Иванова Анна, дети: Иванов Пётр',
      'новое: родитель Иванов Олег, дети: Иванов Пётр',
    ]);
  });

  test.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.oldExcel'],
    ['nothing', new Uint8Array(), 'file.empty'],
    ['a torn workbook', Buffer.from('504b0304ffff', 'hex'), 'file.notAWorkbook'],
    ['a quote without an end', '"Фамилия;Имя', 'file.brokenQuotes'],
    ['21 MB', new Uint8Array(21 * 1024 * 1024), 'file.tooLarge'],
  ])('%s is refused by name', async (_name, bytes, code) => {
    await expect(school.roster({ 'список.xlsx': bytes }, { dry: true })).rejects.toMatchObject({
      code,
      facts: { file: 'список.xlsx' },
    });
  });

  test('a file without any table we know', async () => {
    await expect(school.roster({ 'список.csv': 'а;б\n1;2' }, { dry: true })).rejects.toMatchObject({
      code: 'file.noTables',
    });
  });
});
