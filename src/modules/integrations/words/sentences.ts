import type { UnreadableFile } from '#platform/spreadsheet/index.ts';
import type { RosterFault } from '../roster-file/fault.ts';
import type { Difference } from '../roster-import/difference.ts';
import type { Finding } from '../timetable-import/finding.ts';
import type { ImportWords } from './ru.ts';

/** «Ученики!D17: дата рождения 31.02.2015 не существует» */
export function faultSentence({ code, at, facts }: RosterFault, words: ImportWords): string {
  const field = facts['field'];
  const worded = field === undefined ? facts : { ...facts, field: fieldWord(String(field), words) };
  return words.place(at, words.rosterFaults[code](worded));
}

export function findingSentence({ code, facts }: Finding, words: ImportWords): string {
  return words.timetable.findings[code](facts);
}

/** «изменится: ученик Иванов Пётр, телефон — → +79161234567» */
export function differenceSentence({ kind, of, name, fields }: Difference, words: ImportWords): string {
  const changes = fields.map(({ field, old, new: now }) => {
    const word = fieldWord(field, words);
    if (old === null && now === null) return words.sealedChange(word);
    const value = (text: string | null) => (text === null ? words.nothing : (words.values[text] ?? text));
    return kind === 'new' ? words.added(word, value(now)) : words.changed(word, value(old), value(now));
  });
  return `${words.differenceKinds[kind]}: ${words.differences[of]} ${[name, ...changes].join(', ')}`;
}

export function unreadableSentence({ code, facts }: UnreadableFile, words: ImportWords): string {
  return words.unreadable[code](facts);
}

function fieldWord(field: string, words: ImportWords): string {
  const guardian = /^guardian([12])\.(.+)$/u.exec(field);
  if (!guardian) return words.fields[field] ?? field;
  return words.guardianField(guardian[1] ?? '', words.fields[guardian[2] ?? ''] ?? '');
}
