import { pluralEnglish as plural } from '#web/words.ts';
import type { PasteWords } from './ru.ts';

const cells = { one: 'cell', other: 'cells' };

export const en: PasteWords = {
  title: 'Paste from a spreadsheet',
  byName: 'Students were found by the names in the table.',
  byPlace: (name) => `Rows follow one another from ${name} on.`,
  count: {
    written: (count) => `${plural(count, cells)} to write`,
    same: (count) => `${plural(count, cells)} unchanged`,
    left: (count) => `${plural(count, cells)} do not fit`,
  },
  preview: 'What goes where',
  student: 'Student',
  instead: (old) => `instead of ${old}`,
  misfitsTitle: 'Does not fit',
  misfits: {
    unknownStudent: (row, name) => `Row ${row}: no student “${name}” on this page`,
    ambiguousStudent: (row, name) => `Row ${row}: “${name}” fits several students, write the first name out`,
    twiceStudent: (row, name) => `Row ${row}: “${name}” stands there twice`,
    extraRows: (row, count) =>
      `From row ${row} on: ${plural(count, { one: 'row', other: 'rows' })} past the last student`,
    extraColumns: (column, count) =>
      `From column ${column} on: ${plural(count, { one: 'column', other: 'columns' })} past the last lesson`,
    unknownDate: (column, text) =>
      `Column ${column}: no lesson “${text}” on this page, or it has fewer works`,
    skippedColumn: (column, text) =>
      text === ''
        ? `Column ${column} without a date is left out`
        : `Column ${column} “${text}” without a date is left out`,
  },
  unknownValue: (text) => `“${text}” is no mark of this page`,
  inConflict: 'somebody else changed this entry too, decide first which one stays',
  at: (student, day) => `${student}, ${day}`,
  more: (count) => `and ${count} more`,
  reasons: 'For «Б» and «П» we write «Н»: the homeroom teacher gives the reason of an absence.',
  reasonWanted: 'Some of the lessons are old. The school asks why marks change.',
  reason: 'Reason of the change',
  go: (count) => `Write ${plural(count, cells)}`,
  cancel: 'Do not paste',
  nothing: 'Nothing to write',
  nothingText: 'The table holds nothing that would change this page.',
  pasted: (count) => `Pasted: ${plural(count, cells)}. Ctrl+Z takes all of it back`,
};
