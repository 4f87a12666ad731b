import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTables, UnreadableFile } from './index.ts';

const texts = (bytes: Uint8Array, name = 'файл.csv') =>
  readTables(bytes, name)[0]?.rows.map((row) => row.map((cell) => cell.text));

const refusal = (bytes: Uint8Array) => {
  try {
    readTables(bytes, 'x');
  } catch (failure) {
    if (failure instanceof UnreadableFile) return failure.code;
    throw failure;
  }
  return 'read';
};

/** «Фамилия;Имя» and «Ёлкин;Пётр» as Russian Excel writes them. */
const windows1251 = Uint8Array.from([
  0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff, 0x3b, 0xc8, 0xec, 0xff, 0x0d, 0x0a, 0xa8, 0xeb, 0xea, 0xe8, 0xed,
  0x3b, 0xcf, 0xb8, 0xf2, 0xf0, 0x0d, 0x0a,
]);

describe('CSV', () => {
  test('a file of Russian Excel: windows-1251 and semicolons', () => {
    expect(texts(windows1251)).toEqual([
      ['Фамилия', 'Имя'],
      ['Ёлкин', 'Пётр'],
    ]);
  });

  test('UTF-8 with a mark, commas, quotes, a line break inside quotes', () => {
    const file = '\ufeffФамилия,Адрес\n"Ким, младший","дом ""А""\nкв. 2"\n';
    expect(texts(strToU8(file))).toEqual([
      ['Фамилия', 'Адрес'],
      ['Ким, младший', 'дом "А"\nкв. 2'],
    ]);
  });

  test('blanks nobody sees are dropped, places are kept', () => {
    const rows = readTables(strToU8('a;b\n\u00a0Иванов ;;=1+1\n'), 'f.csv')[0]?.rows;
    expect(rows?.[1]).toEqual([
      { text: 'Иванов', kind: 'text', address: 'A2' },
      { text: '', kind: 'empty', address: 'B2' },
      { text: '=1+1', kind: 'formula', address: 'C2' },
    ]);
  });

  test('an open quote is refused with its row', () => {
    expect(refusal(strToU8('a;b\n"Иванов;Пётр\n'))).toBe('file.brokenQuotes');
  });
});

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';

function workbook(sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="Ученики" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Фамилия</t></si><si><r><t>Ёл</t></r><r><t>кин</t></r></si></sst>',
    ),
    'xl/styles.xml': strToU8(styles),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  });
}

describe('XLSX', () => {
  test('shared and inline strings, dates by style, long numbers, gaps', () => {
    const rows = readTables(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' +
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>40118</v></c><c r="D3" s="2"><v>40118.5</v></c>' +
          '<c r="E3"><v>11223344595</v></c><c r="F3" t="inlineStr"><is><t>7Б</t></is></c><c r="G3"><f>A1</f><v>3</v></c></row>',
      ),
      'f.xlsx',
    )[0]?.rows;
    expect(rows?.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Фамилия'],
      [],
      ['Ёлкин', '', '2009-11-01', '2009-11-01', '11223344595', '7Б', '3'],
    ]);
    expect(rows?.[2]?.map((cell) => cell.kind)).toEqual([
      'text',
      'empty',
      'date',
      'date',
      'number',
      'text',
      'formula',
    ]);
  });

  test('a bomb is refused before it is unpacked', () => {
    const zeros = new Uint8Array(120 * 1024 * 1024);
    const bomb = workbook('', { 'xl/worksheets/sheet2.xml': zeros });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(refusal(bomb)).toBe('file.expandsTooMuch');
  });

  test.each([
    ['nothing', new Uint8Array(), 'file.empty'],
    ['21 MB', new Uint8Array(21 * 1024 * 1024), 'file.tooLarge'],
    ['a torn archive', workbook('<row/>').subarray(0, 200), 'file.notAWorkbook'],
    ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') }), 'file.notAWorkbook'],
    ['.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'file.oldExcel'],
    ['broken XML', workbook('<row><c>'), 'file.brokenXml'],
    [
      'entities',
      workbook('', {
        'xl/sharedStrings.xml': strToU8('<!DOCTYPE sst [<!ENTITY a "aa">]><sst><si><t>&a;</t></si></sst>'),
      }),
      'file.brokenXml',
    ],
    ['a million rows', workbook('<row r="1000000"><c r="A1"/></row>'), 'file.tooManyRows'],
    ['a row that is no number', workbook('<row r="x"><c r="A1"/></row>'), 'file.tooManyRows'],
  ])('%s is refused by one code', (_what, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });
});
