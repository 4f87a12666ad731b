import type { UnreadableFile } from '#platform/spreadsheet/index.ts';
import type { RosterFault } from '../roster-file/fault.ts';
import type { Difference } from '../roster-import/difference.ts';
import type { Back, Kept } from '../import-undo/units.ts';
import type { Finding } from '../timetable-import/finding.ts';
import type { ImportWords } from './ru.ts';

export type { Back, Difference, Finding, Kept, RosterFault };

/** «Ученики!D17: дата рождения 31.02.2015 не существует» */
export function faultSentence(fault: RosterFault, words: ImportWords): string {
  return words.place(fault.at, rowFaultSentence(fault, words));
}

/** The same without its place: «дата рождения 31.02.2015 не существует» */
export function rowFaultSentence({ code, facts }: RosterFault, words: ImportWords): string {
  const field = facts['field'];
  const worded = field === undefined ? facts : { ...facts, field: fieldWord(String(field), words) };
  return words.rosterFaults[code](worded);
}

export function findingSentence({ code, facts }: Finding, words: ImportWords): string {
  return words.timetable.findings[code](facts);
}

/** «изменится: ученик Иванов Пётр, телефон — → +79161234567» */
export function differenceSentence(difference: Difference, words: ImportWords): string {
  const { kind, of, name } = difference;
  const changes = changeText(difference, words);
  return `${words.differenceKinds[kind]}: ${words.differences[of]} ${changes === '' ? name : `${name}, ${changes}`}`;
}

/** «телефон — → +79161234567, класс 7Б → 7В» */
export function changeText({ kind, fields }: Difference, words: ImportWords): string {
  const value = (text: string | null) => (text === null ? words.nothing : (words.values[text] ?? text));
  return fields
    .map(({ field, old, new: now }) => {
      const word = fieldWord(field, words);
      if (old === null && now === null) return words.sealedChange(word);
      return kind === 'new' ? words.added(word, value(now)) : words.changed(word, value(old), value(now));
    })
    .join(', ');
}

/** What becomes of something an import wrote: «телефон +7… → —», «снимется: 34 урока»; of what goes, where it was. */
export function backText({ kind, of, fields, count = 0 }: Back, words: ImportWords): string {
  if (of === 'lessons') return words.undo.lessons[kind](count);
  const value = (text: string | null) => (text === null ? words.nothing : (words.values[text] ?? text));
  return fields
    .map(({ field, old, new: now }) => {
      if (field === 'snils') return words.undo.snils;
      return kind === 'removed' ? value(old) : words.changed(fieldWord(field, words), value(old), value(now));
    })
    .join(', ');
}

/** «ученик», «уроки» */
export function undoPlace(of: Kept['of'], words: ImportWords): string {
  const own: Readonly<Record<string, string>> = { ...words.differences, ...words.undo.of };
  return own[of] ?? of;
}

export function keptText({ reason, facts }: Kept, words: ImportWords): string {
  return words.undo.kept[reason](facts);
}

export function unreadableSentence({ code, facts }: UnreadableFile, words: ImportWords): string {
  return words.unreadable[code](facts);
}

export function fieldWord(field: string, words: ImportWords): string {
  const guardian = /^guardian([12])\.(.+)$/u.exec(field);
  if (!guardian) return words.fields[field] ?? field;
  return words.guardianField(guardian[1] ?? '', words.fields[guardian[2] ?? ''] ?? '');
}
