import { decodeXml, limits, UnreadableFile, walkXml } from '#platform/spreadsheet/index.ts';

/** A fault inside the file that does not stop the reading: reported, the row is left out. */
export type AscFault = {
  readonly code:
    | 'asc.danglingId'
    | 'asc.doubleCard'
    | 'asc.doubleId'
    | 'asc.badMask'
    | 'asc.badTime'
    | 'asc.badNumber';
  /** `cards[17]`: the table and the row's place in it, from 1. */
  readonly place: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type AscPeriod = { readonly number: number; readonly starts: string; readonly ends: string };
export type AscSubject = { readonly id: string; readonly name: string; readonly short: string };
export type AscTeacher = AscSubject & { readonly lastName: string; readonly firstName: string };
export type AscRoom = { readonly id: string; readonly name: string; readonly short: string };
export type AscClass = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly teacherId: string | null;
};
export type AscGroup = {
  readonly id: string;
  readonly classId: string;
  readonly name: string;
  readonly isEntireClass: boolean;
  readonly divisionTag: string | null;
};
export type AscLesson = {
  readonly id: string;
  readonly subjectId: string;
  readonly classIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly teacherIds: readonly string[];
  readonly roomIds: readonly string[];
  readonly hoursPerWeek: number;
};
/** One placed hour. A double lesson stands in real exports as one card per period: nothing is multiplied. */
export type AscCard = {
  readonly lessonId: string;
  readonly number: number;
  /** 1 = Monday */
  readonly weekday: number;
  readonly cycle: 'every' | 'A' | 'B';
  readonly roomIds: readonly string[];
};

export type AscFile = {
  readonly periods: readonly AscPeriod[];
  readonly subjects: readonly AscSubject[];
  readonly teachers: readonly AscTeacher[];
  readonly rooms: readonly AscRoom[];
  readonly classes: readonly AscClass[];
  readonly groups: readonly AscGroup[];
  readonly lessons: readonly AscLesson[];
  readonly cards: readonly AscCard[];
  readonly faults: readonly AscFault[];
};

/**
 * Reads an aSc Timetables XML export of the 2012 format (`daysdefs` present): windows-1251 or UTF-8 by its prolog.
 * Unknown elements and attributes are passed over; dangling ids and doubled cards are reported and left out.
 *
 * @throws UnreadableFile file.brokenXml …, asc.notATimetable, asc.oldFormat (2008, without daysdefs)
 */
export function readAsc(bytes: Uint8Array): AscFile {
  if (bytes.length === 0) throw new UnreadableFile('file.empty');
  if (bytes.length > limits.bytes) throw new UnreadableFile('file.tooLarge', { limit: limits.bytes });
  const tables = readTables(decodeXml(bytes));
  const rows = (name: string) => tables.get(name) ?? [];
  const faults: AscFault[] = [];

  const ids = new Map(
    ['subject', 'teacher', 'classroom', 'class', 'group', 'lesson'].map((name) => [
      name,
      knownIds(rows(name), name, faults),
    ]),
  );
  const known = (table: string, list: string | undefined, place: string) =>
    idList(list).filter((id) => {
      if (ids.get(table)?.has(id)) return true;
      faults.push({ code: 'asc.danglingId', place, facts: { table, id } });
      return false;
    });
  const one = (table: string, id: string | undefined, place: string) => known(table, id, place)[0] ?? null;

  const lessons = rows('lesson').flatMap((row, index): AscLesson[] => {
    const place = placeOf('lessons', index);
    const subjectId = one('subject', row['subjectid'], place);
    if (subjectId === null) return [];
    return [
      {
        id: row['id'] ?? '',
        subjectId,
        classIds: known('class', row['classids'], place),
        groupIds: known('group', row['groupids'], place),
        teacherIds: known('teacher', row['teacherids'], place),
        roomIds: known('classroom', row['classroomids'], place),
        hoursPerWeek: Number(row['periodsperweek'] ?? 0),
      },
    ];
  });

  return {
    periods: rows('period').flatMap((row, index) => readPeriod(row, placeOf('periods', index), faults)),
    subjects: rows('subject').map(named),
    teachers: rows('teacher').map((row) => ({
      ...named(row),
      lastName: row['lastname'] ?? '',
      firstName: row['firstname'] ?? '',
    })),
    rooms: rows('classroom').map(named),
    classes: rows('class').map((row, index) => ({
      ...named(row),
      teacherId: one('teacher', row['teacherid'], placeOf('classes', index)),
    })),
    groups: rows('group').flatMap((row, index): AscGroup[] => {
      const classId = one('class', row['classid'], placeOf('groups', index));
      if (classId === null) return [];
      const divisionTag = row['divisiontag'] ?? '';
      return [
        {
          id: row['id'] ?? '',
          classId,
          name: row['name'] ?? '',
          isEntireClass: ['1', 'true'].includes(row['entireclass'] ?? ''),
          divisionTag: divisionTag === '' || divisionTag === '0' ? null : divisionTag,
        },
      ];
    }),
    lessons,
    cards: readCards(rows('card'), new Set(lessons.map((lesson) => lesson.id)), { known, faults }),
    faults,
  };
}

type Row = Readonly<Record<string, string>>;
type Known = (table: string, list: string | undefined, place: string) => string[];

/** Rows by element name, in the file's order. */
function readTables(text: string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  let root = '';
  let hasDays = false;
  walkXml(text, {
    open(name, attributes) {
      root ||= name;
      hasDays ||= name === 'daysdefs';
      const rows = tables.get(name) ?? [];
      rows.push(attributes);
      tables.set(name, rows);
    },
  });
  if (root !== 'timetable') throw new UnreadableFile('asc.notATimetable');
  if (!hasDays) throw new UnreadableFile('asc.oldFormat');
  return tables;
}

function knownIds(rows: readonly Row[], table: string, faults: AscFault[]): Set<string> {
  const ids = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const id = row['id'] ?? '';
    if (ids.has(id)) faults.push({ code: 'asc.doubleId', place: placeOf(table, index), facts: { id } });
    ids.add(id);
  }
  return ids;
}

/** `7:15` comes without a zero; periods number on over two shifts and may start at 0. */
function readPeriod(row: Row, place: string, faults: AscFault[]): AscPeriod[] {
  const number = Number(row['period'] ?? row['name']);
  if (!Number.isInteger(number) || number < 0) {
    faults.push({ code: 'asc.badNumber', place, facts: { value: row['period'] ?? '' } });
    return [];
  }
  const [starts, ends] = [clockTime(row['starttime']), clockTime(row['endtime'])];
  if (starts === null || ends === null || starts >= ends) {
    faults.push({ code: 'asc.badTime', place, facts: { number } });
    return [];
  }
  return [{ number, starts, ends }];
}

function readCards(
  rows: readonly Row[],
  lessonIds: ReadonlySet<string>,
  { known, faults }: { known: Known; faults: AscFault[] },
): AscCard[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index): AscCard[] => {
    const place = placeOf('cards', index);
    const lessonId = row['lessonid'] ?? '';
    if (!lessonIds.has(lessonId)) {
      faults.push({ code: 'asc.danglingId', place, facts: { table: 'lesson', id: lessonId } });
      return [];
    }
    const number = Number(row['period']);
    if (!Number.isInteger(number) || number < 0) {
      faults.push({ code: 'asc.badNumber', place, facts: { value: row['period'] ?? '' } });
      return [];
    }
    const weekdays = weekdaysOf(row['days'] ?? '');
    const cycle = cycleOf(row['weeks'] ?? '1');
    if (weekdays.length === 0 || cycle === null) {
      faults.push({
        code: 'asc.badMask',
        place,
        facts: { days: row['days'] ?? '', weeks: row['weeks'] ?? '' },
      });
      return [];
    }
    const roomIds = known('classroom', row['classroomids'], place);
    return weekdays.flatMap((weekday): AscCard[] => {
      const key = [lessonId, number, weekday, cycle].join('|');
      if (seen.has(key)) {
        faults.push({ code: 'asc.doubleCard', place, facts: { number, weekday } });
        return [];
      }
      seen.add(key);
      return [{ lessonId, number, weekday, cycle, roomIds }];
    });
  });
}

/** `010000` → Tuesday; the mask has one sign for each day of the school's week. */
export function weekdaysOf(mask: string): number[] {
  if (!/^[01]{5,7}$/u.test(mask)) return [];
  return [...mask].flatMap((sign, index) => (sign === '1' ? [index + 1] : []));
}

/** `11` or `1` every week, `10` the first of two, `01` the second; longer cycles are not known here. */
export function cycleOf(mask: string): AscCard['cycle'] | null {
  return ({ '1': 'every', '11': 'every', '10': 'A', '01': 'B' } as const)[mask] ?? null;
}

const placeOf = (table: string, index: number) => `${table}[${String(index + 1)}]`;

const idList = (list: string | undefined) =>
  (list ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

const named = (row: Row) => ({
  id: row['id'] ?? '',
  name: (row['name'] ?? '').trim(),
  short: (row['short'] ?? '').trim(),
});

function clockTime(written: string | undefined): string | null {
  const parts = /^(\d{1,2}):(\d{2})$/u.exec(written ?? '');
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return null;
  return `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}`;
}
