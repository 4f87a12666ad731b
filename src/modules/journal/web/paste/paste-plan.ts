import { matchingName } from '#modules/roster/person/rules.ts';
import type { Column, Student } from '../store/model.ts';
import { readDate } from './read-date.ts';
import type { PastedTable } from './read-table.ts';
import { type PastedValue, readValue } from './read-value.ts';

/** Where a pasted cell goes. */
export type PlannedCell = {
  readonly student: Student;
  readonly column: Column;
  readonly text: string;
  /** Null: the text is no value of the page. */
  readonly said: PastedValue | null;
};

/** What has no place on the page; `row` and `column` count from 1, as the spreadsheet does. */
export type Misfit =
  | {
      readonly kind: 'unknownStudent' | 'ambiguousStudent' | 'twiceStudent';
      readonly row: number;
      readonly name: string;
    }
  | { readonly kind: 'extraRows'; readonly row: number; readonly count: number }
  | { readonly kind: 'unknownDate'; readonly column: number; readonly text: string }
  | { readonly kind: 'extraColumns'; readonly column: number; readonly count: number }
  | { readonly kind: 'skippedColumn'; readonly column: number; readonly text: string };

export type PastePlan = {
  readonly cells: readonly PlannedCell[];
  readonly columns: readonly Column[];
  readonly misfits: readonly Misfit[];
  /** Whether students were found by their names, else they follow one another from the focus on. */
  readonly isByName: boolean;
};

type Page = {
  readonly students: readonly Student[];
  readonly columns: readonly Column[];
  readonly codes: ReadonlySet<string>;
};

/** Which cell of the page each cell of the table means. From the focus on, unless dates or names say otherwise. */
export function pastePlan(
  table: PastedTable,
  page: Page,
  focus: { readonly row: number; readonly column: number },
): PastePlan {
  const hasHead = isHead(table[0] ?? [], page.codes);
  const head = hasHead ? (table[0] ?? []) : [];
  const body = hasHead ? table.slice(1) : table;
  const firstRow = hasHead ? 2 : 1;
  const names = namesColumn(body, page.codes);
  const misfits: Misfit[] = [];
  const columns = targetColumns({ head, width: table[0]?.length ?? 0, names }, page, { focus, misfits });
  const students = targetStudents({ body, names, firstRow }, page, { focus, misfits });
  const cells = body.flatMap((row, at) => {
    const student = students[at];
    if (!student) return [];
    return row.flatMap((text, place): PlannedCell[] => {
      const column = columns[place];
      return column && text !== '' ? [{ student, column, text, said: readValue(text, page.codes) }] : [];
    });
  });
  const shown = [...new Set(columns.filter((column) => column !== null))];
  return { cells, columns: shown.toSorted((a, b) => a.index - b.index), misfits, isByName: names !== null };
}

/** A head has a date, or the title of a list of students and not one value. */
function isHead(row: readonly string[], codes: ReadonlySet<string>): boolean {
  const told = row.filter((text) => text !== '');
  const asMark = (text: string) => readValue(text, codes) !== null;
  if (told.some((text) => readDate(text) !== null && !asMark(text))) return true;
  return told.some(isTitle) && !told.some(asMark);
}

const titles = ['ученик', 'учащийся', 'учащиеся', 'фио', 'ф.и.о', 'фамилия', 'имя', 'student', 'name', '№'];
const isTitle = (text: string) => titles.some((title) => text.toLowerCase().startsWith(title));

/** The first column that mostly holds names. */
function namesColumn(body: PastedTable, codes: ReadonlySet<string>): number | null {
  const width = body[0]?.length ?? 0;
  for (let column = 0; column < Math.min(width, 3); column += 1) {
    const told = body.map((row) => row[column] ?? '').filter((text) => text !== '');
    const named = told.filter(
      (text) => /^\p{L}{2,}[\p{L} .-]*$/u.test(text) && readValue(text, codes) === null,
    );
    if (told.length > 0 && named.length * 2 > told.length) return column;
  }
  return null;
}

type Found = {
  readonly focus: { readonly row: number; readonly column: number };
  readonly misfits: Misfit[];
};

function targetColumns(
  { head, width, names }: { head: readonly string[]; width: number; names: number | null },
  { columns }: Page,
  { focus, misfits }: Found,
): readonly (Column | null)[] {
  const dates = head.map(readDate);
  const isDated = dates.some((date) => date !== null);
  const taken = new Map<string, number>();
  let next = focus.column;
  let extra = 0;
  const found = Array.from({ length: width }, (_, at): Column | null => {
    // What stands before the names is their number.
    if (names !== null && at <= names) return null;
    if (!isDated) {
      const column = columns[next];
      next += 1;
      if (column === undefined) extra += 1;
      return column ?? null;
    }
    const date = dates[at] ?? null;
    const text = head[at] ?? '';
    if (date === null) {
      if (names !== null || text !== '') misfits.push({ kind: 'skippedColumn', column: at + 1, text });
      return null;
    }
    const ofDay = columns.filter(({ lesson }) => lesson.date.slice(5) === date);
    const turn = taken.get(date) ?? 0;
    taken.set(date, turn + 1);
    const column = ofDay[turn] ?? null;
    if (column === null) misfits.push({ kind: 'unknownDate', column: at + 1, text });
    return column;
  });
  if (extra > 0) misfits.push({ kind: 'extraColumns', column: width - extra + 1, count: extra });
  return found;
}

function targetStudents(
  { body, names, firstRow }: { body: PastedTable; names: number | null; firstRow: number },
  { students }: Page,
  { focus, misfits }: Found,
): readonly (Student | null)[] {
  if (names === null) {
    const extra = focus.row + body.length - students.length;
    if (extra > 0) misfits.push({ kind: 'extraRows', row: firstRow + body.length - extra, count: extra });
    return body.map((_, at) => students[focus.row + at] ?? null);
  }
  const taken = new Set<string>();
  return body.map((row, at) => {
    const name = row[names] ?? '';
    if (name === '') return null;
    const place = { row: firstRow + at, name };
    const [student, ...others] = named(students, name);
    if (student === undefined) misfits.push({ kind: 'unknownStudent', ...place });
    else if (others.length > 0) misfits.push({ kind: 'ambiguousStudent', ...place });
    else if (taken.has(student.id)) misfits.push({ kind: 'twiceStudent', ...place });
    else {
      taken.add(student.id);
      return student;
    }
    return null;
  });
}

/** «Гаврилов Тимур», «Гаврилов Тимур Олегович», «Гаврилов Т.», «Гаврилов»: whom a name can mean. */
function named(students: readonly Student[], name: string): readonly Student[] {
  const wanted = wordsOf(name);
  return students.filter((student) => {
    const own = wordsOf(student.name);
    // A patronymic in the table is more than the page knows.
    return wanted.slice(0, own.length).every((word, at) => {
      const mine = own[at] ?? '';
      return word === mine || (at > 0 && word.length === 1 && mine.startsWith(word));
    });
  });
}

function wordsOf(name: string): readonly string[] {
  return matchingName(name)
    .split(/[\s.]+/u)
    .filter((word) => word !== '');
}
