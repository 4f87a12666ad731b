import { parseClassName, type ClassName, type Kinship } from '#modules/roster/index.ts';
import { readHours, readKinship, readSubgroups } from './cell-values.ts';
import type { GuardianField } from './columns.ts';
import type { Report } from './fault.ts';
import type { Table } from './find-table.ts';
import { readPerson, rowReader, yearsBefore, type FilePerson, type Reader } from './read-person.ts';

export type FileGuardian = FilePerson & { readonly kinship: Kinship };

export type FileStudent = FilePerson & {
  readonly schoolClass: ClassName;
  readonly fileNumber: string | null;
  readonly admissionDate: string | null;
  readonly orderNumber: string | null;
  /** Null = there is no such column, or the cell is empty. */
  readonly subgroups:
    | readonly { readonly subject: string; readonly label: string; readonly at: string }[]
    | null;
  readonly guardians: readonly FileGuardian[];
  readonly hasGuardianColumns: boolean;
};

export type FileStaff = FilePerson & {
  readonly position: string;
  readonly staffNumber: string | null;
  readonly homeroom: readonly ClassName[];
  readonly homeroomAt: string;
};

export type FileLoad = {
  readonly at: string;
  readonly classes: readonly ClassName[];
  readonly subject: string;
  readonly subjectAt: string;
  readonly label: string;
  readonly teacher: string;
  readonly teacherAt: string;
  readonly hoursTenths: number;
  readonly journalKind: 'lesson' | 'extracurricular';
};

/** `bad` rows had an error and are left out. */
export type Rows<Row> = { readonly rows: readonly Row[]; readonly bad: number };

/** The rows of a table of students; `today` decides which dates of birth can be. */
export function readStudents(table: Table, today: string, report: Report): Rows<FileStudent> {
  const hasGuardianColumns = [...table.columns.keys()].some((field) => field.startsWith('guardian'));
  return collect(table, report, (reader) => {
    const person = readPerson(reader, '', yearsBefore(today, 3, 30));
    if (person?.birthDate === null && !reader.isBad()) reader.needed('birthDate');
    const schoolClass = readClass(reader, table);
    const subgroupText = reader.text('subgroup');
    const subgroups = subgroupText === null ? null : readSubgroups(subgroupText);
    if (subgroupText !== null && subgroups === null)
      reader.fail('subgroup.bad', 'subgroup', { value: subgroupText });
    const student = {
      fileNumber: reader.text('fileNumber'),
      admissionDate: reader.date('admissionDate', yearsBefore(today, -1, 15)),
      orderNumber: reader.text('orderNumber'),
      subgroups: subgroups?.map((subgroup) => ({ ...subgroup, at: reader.at('subgroup') })) ?? null,
      guardians: ([1, 2] as const).flatMap((slot) => readGuardian(reader, slot, { table, today }) ?? []),
      hasGuardianColumns,
    };
    const at = reader.at(table.columns.has('lastName') ? 'lastName' : 'fullName');
    return person && schoolClass ? { ...person, at, schoolClass, ...student } : null;
  });
}

function readClass(reader: Reader, table: Table): ClassName | null {
  const isSplit = !table.columns.has('class') && table.columns.has('grade');
  const field = isSplit ? 'grade' : 'class';
  const text = reader.needed(field);
  if (text === null) return null;
  const written =
    isSplit || table.columns.has('letter')
      ? `${text}${/\p{L}/u.test(text) ? '' : (reader.text('letter') ?? '')}`
      : text;
  return (
    parseClassName(written.replace(/\s*класс$/iu, '')) ??
    reader.fail('class.unknown', field, { value: written })
  );
}

function readGuardian(
  reader: Reader,
  slot: 1 | 2,
  { table, today }: { table: Table; today: string },
): FileGuardian | null {
  const whose = `guardian${slot}.` as const;
  const text = (name: GuardianField) => reader.text(`${whose}${name}`);
  if (text('lastName') === null && text('firstName') === null && text('fullName') === null) {
    const stray = (['phone', 'snils'] as const).find((name) => text(name) !== null);
    return stray ? reader.fail('guardian.incomplete', `${whose}${stray}`) : null;
  }
  const person = readPerson(reader, whose, yearsBefore(today, 14, 110));
  const kinshipText = text('kinship') ?? kinshipOfTitle(table, slot);
  const kinship = kinshipText === null ? 'guardian' : readKinship(kinshipText);
  if (kinship === null)
    return reader.fail('kinship.unknown', `${whose}kinship`, { value: kinshipText ?? '' });
  const first = table.columns.has(`${whose}lastName`) ? 'lastName' : 'fullName';
  return person ? { ...person, kinship, at: reader.at(`${whose}${first}`) } : null;
}

/** «ФИО матери» says the kinship in the header. */
function kinshipOfTitle(table: Table, slot: 1 | 2): string | null {
  const titles = [...table.titles]
    .filter(([field]) => field.startsWith(`guardian${slot}.`))
    .map(([, title]) => title);
  return (
    /(мать|матери|мама|мамы|отец|отца|папа|папы)/iu
      .exec(titles.join(' '))?.[0]
      ?.replace(/мамы/iu, 'мама')
      .replace(/папы/iu, 'папа') ?? null
  );
}

export function readStaff(table: Table, today: string, report: Report): Rows<FileStaff> {
  return collect(table, report, (reader) => {
    const person = readPerson(reader, '', yearsBefore(today, 16, 110));
    const position = reader.needed('position');
    const homeroomText = reader.text('homeroom');
    const homeroom =
      homeroomText === null
        ? []
        : homeroomText.split(/[,;]/u).map((part) => parseClassName(part.replace(/\s*класс$/iu, '')));
    if (homeroom.includes(null)) reader.fail('class.unknown', 'homeroom', { value: homeroomText ?? '' });
    const at = reader.at(table.columns.has('lastName') ? 'lastName' : 'fullName');
    if (!person || position === null) return null;
    return {
      ...person,
      at,
      position,
      staffNumber: reader.text('staffNumber'),
      homeroom: homeroom.filter((schoolClass) => schoolClass !== null),
      homeroomAt: reader.at('homeroom'),
    };
  });
}

export function readLoad(table: Table, report: Report): Rows<FileLoad> {
  return collect(table, report, (reader) => {
    const classText = reader.needed('class');
    const classes = (classText ?? '')
      .split(/[,;+]/u)
      .map((part) => parseClassName(part.replace(/\s*класс(ы)?$/iu, '')));
    if (classText !== null && classes.includes(null))
      reader.fail('class.unknown', 'class', { value: classText });
    const subject = reader.needed('subject');
    const teacher = reader.needed('teacher');
    const hoursText = reader.text('hours');
    const hours = hoursText === null ? 10 : readHours(hoursText);
    if (hours === null) reader.fail('hours.bad', 'hours', { value: hoursText ?? '', limit: 40 });
    const kindText = reader.text('journalKind');
    const journalKind =
      kindText === null || /^(урок|урочн|основн)/iu.test(kindText)
        ? 'lesson'
        : kindText.toLowerCase().startsWith('внеуроч')
          ? 'extracurricular'
          : null;
    if (journalKind === null) reader.fail('journalKind.unknown', 'journalKind', { value: kindText ?? '' });
    if (subject === null || teacher === null || hours === null || journalKind === null) return null;
    return {
      at: reader.at('class'),
      classes: classes.filter((schoolClass) => schoolClass !== null),
      subject,
      subjectAt: reader.at('subject'),
      label: reader.text('subgroup') ?? '',
      teacher,
      teacherAt: reader.at('teacher'),
      hoursTenths: hours,
      journalKind,
    };
  });
}

function collect<Row>(table: Table, report: Report, read: (reader: Reader) => Row | null): Rows<Row> {
  const rows: Row[] = [];
  let bad = 0;
  for (const row of table.rows) {
    const reader = rowReader(table, row, report);
    const value = read(reader);
    if (value === null || reader.isBad()) bad += 1;
    else rows.push(value);
  }
  return { rows, bad };
}
