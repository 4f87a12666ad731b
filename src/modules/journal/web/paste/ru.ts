import { nbsp, pluralRussian as plural } from '#web/words.ts';

const cellForms = { one: 'ячейка', few: 'ячейки', many: 'ячеек', other: 'ячейки' };
const rowForms = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' };
const columnForms = { one: 'столбец', few: 'столбца', many: 'столбцов', other: 'столбца' };

/** Words of pasting from a spreadsheet. */
export const ru = {
  title: 'Вставка из таблицы',
  byName: 'Ученики найдены по именам из таблицы.',
  byPlace: (name: string) => `Строки идут подряд, начиная с ученика: ${name}.`,
  count: {
    written: (count: number) => `${plural(count, cellForms)} запишем`,
    same: (count: number) => `${plural(count, cellForms)} без изменений`,
    left: (count: number) => `${plural(count, cellForms)} не подойдут`,
  },
  preview: 'Что куда встанет',
  student: 'Ученик',
  instead: (old: string) => `вместо ${old}`,
  misfitsTitle: 'Не подошло',
  misfits: {
    unknownStudent: (row: number, name: string) => `Строка ${row}: ученика «${name}» на странице нет`,
    ambiguousStudent: (row: number, name: string) =>
      `Строка ${row}: «${name}» подходит нескольким ученикам, допишите имя`,
    twiceStudent: (row: number, name: string) => `Строка ${row}: «${name}» встречается второй раз`,
    extraRows: (row: number, count: number) =>
      `С${nbsp}${row}-й строки лишнее: ${plural(count, rowForms)} после последнего ученика`,
    extraColumns: (column: number, count: number) =>
      `С${nbsp}${column}-го столбца лишнее: ${plural(count, columnForms)} после последнего урока`,
    unknownDate: (column: number, text: string) =>
      `Столбец ${column}: урока «${text}» на странице нет, или работ у него меньше`,
    skippedColumn: (column: number, text: string) =>
      text === '' ? `Столбец ${column} без даты пропущен` : `Столбец ${column} «${text}» без даты пропущен`,
  },
  unknownValue: (text: string) => `«${text}» не отметка этой страницы`,
  inConflict: 'эту запись изменил и другой человек, сначала решите, какая останется',
  at: (student: string, day: string) => `${student}, ${day}`,
  more: (count: number) => `и ещё ${count}`,
  reasons: 'Вместо «Б» и «П» запишем «Н»: причину отсутствия указывает классный руководитель.',
  reasonWanted: 'Среди уроков есть давние. Школа просит указать, почему отметки меняются.',
  reason: 'Причина правки',
  go: (count: number) => `Записать ${plural(count, { ...cellForms, one: 'ячейку' })}`,
  cancel: 'Не вставлять',
  nothing: 'Записывать нечего',
  nothingText: 'В таблице нет ничего, что изменило бы эту страницу.',
  pasted: (count: number) => `Вставлено: ${plural(count, cellForms)}. Ctrl+Z отменит всё сразу`,
};

export type PasteWords = typeof ru;
