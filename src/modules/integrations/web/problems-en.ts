import type { ProblemWords } from '#web/ru.ts';

const kinds: Readonly<Record<string, string>> = {
  students: 'Lists of students are loaded by the secretary and the school administrator.',
  staff: 'The list of staff is loaded by the school administrator: rights follow from positions.',
  load: 'The teaching load is loaded by the deputy head and the school administrator: it says who keeps a journal.',
};

/** Refusals of files. */
export const problems: ProblemWords = {
  'imports.unreadable': 'The file cannot be read.',
  'imports.notReady': 'This cannot be loaded yet.',
  'imports.kindNotAllowed': (facts) => kinds[String(facts['kind'])] ?? 'The school administrator loads this.',
  'imports.alreadyUndone': ({ author }) =>
    typeof author === 'string'
      ? `This import is taken back already: ${author}.`
      : 'This import is taken back already.',
  'imports.notLast': 'Another file was loaded after this one: only the last can be taken back.',
  'imports.noJournal': 'This was loaded before Parta wrote imports down row by row: it cannot be taken back.',
};
