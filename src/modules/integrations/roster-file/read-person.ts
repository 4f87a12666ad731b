import { snilsControl, snilsDigits, type PersonNames } from '#modules/roster/index.ts';
import type { Cell } from '#platform/spreadsheet/index.ts';
import { isBlank, readDate, readEmail, readGender, readName, readPhone } from './cell-values.ts';
import type { Field, GuardianField } from './columns.ts';
import type { Report } from './fault.ts';
import type { Table } from './find-table.ts';

/** A person as a row gives it; null = not said, which changes nothing. */
export type FilePerson = PersonNames & {
  readonly birthDate: string | null;
  readonly gender: 'male' | 'female' | null;
  /** 11 digits */
  readonly snils: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Where it stands: «Ученики!A17». */
  readonly at: string;
};

export type Span = { readonly from: string; readonly to: string };
export type Reader = ReturnType<typeof rowReader>;

const longestText = 200;

/** Reads one row field by field; an error anywhere makes the row bad. */
export function rowReader(table: Table, row: Table['rows'][number], report: Report) {
  let failures = 0;
  const at = (field: Field) => {
    const column = table.columns.get(field) ?? 0;
    return `${table.sheet}!${row.cells[column]?.address ?? `A${String(row.number)}`}`;
  };
  const fail = (code: Parameters<Report>[0], field: Field, facts: Record<string, string | number> = {}) => {
    failures += 1;
    report(code, at(field), { field, ...facts });
    return null;
  };
  const text = (field: Field): string | null => {
    const column = table.columns.get(field);
    const cell: Cell | undefined = column === undefined ? undefined : row.cells[column];
    if (!cell || (cell.text === '' && cell.kind !== 'formula')) return null;
    if (cell.kind === 'formula') return fail('cell.formula', field);
    if (cell.kind === 'error') return fail('cell.broken', field, { value: cell.text });
    if (cell.text.length > longestText)
      return fail('cell.tooLong', field, { limit: longestText, length: cell.text.length });
    return isBlank(cell.text) ? null : cell.text;
  };
  return {
    at,
    fail,
    text,
    kindOf: (field: Field) => row.cells[table.columns.get(field) ?? -1]?.kind ?? 'empty',
    remark: (code: Parameters<Report>[0], field: Field, value: string) =>
      report(code, at(field), { field, value }),
    /** A column that is not there at all has been reported with the header. */
    needed(field: Field): string | null {
      const before = failures;
      const value = text(field);
      if (value !== null || failures > before) return value;
      if (table.columns.has(field)) return fail('cell.missing', field);
      failures += 1;
      return null;
    },
    date(field: Field, span: Span): string | null {
      const value = text(field);
      if (value === null) return null;
      const read = readDate(value);
      if ('fault' in read) return fail(read.fault, field, { value });
      if (read.value < span.from || read.value > span.to)
        return fail('date.outOfRange', field, { value: read.value, ...span });
      return read.value;
    },
    isBad: () => failures > 0,
  };
}

type Whose = '' | `guardian${1 | 2}.`;

export function readPerson(reader: Reader, whose: Whose, born: Span): Omit<FilePerson, 'at'> | null {
  const field = (name: GuardianField) => `${whose}${name}` as Field;
  const names = readNames(reader, field);
  const optional = (name: 'phone' | 'email', read: (text: string) => string | null) => {
    const text = reader.text(field(name));
    const value = text === null ? null : read(text);
    if (text !== null && value === null) reader.remark(`${name}.bad`, field(name), text);
    return value;
  };
  const genderText = whose === '' ? reader.text('gender') : null;
  const gender = genderText === null ? null : readGender(genderText);
  if (genderText !== null && gender === null) reader.fail('gender.unknown', 'gender', { value: genderText });
  const person = {
    gender,
    birthDate: reader.date(field('birthDate'), born),
    snils: readSnils(reader, field('snils')),
    phone: optional('phone', readPhone),
    email: optional('email', readEmail),
  };
  return names === null ? null : { ...names, ...person };
}

function readNames(reader: Reader, field: (name: GuardianField) => Field): PersonNames | null {
  const part = (
    name: 'lastName' | 'firstName' | 'middleName',
    text: string | null,
    from: Field = field(name),
  ) => {
    if (text === null) return null;
    const read = readName(text);
    return 'fault' in read ? reader.fail(read.fault, from, { value: text }) : read.value;
  };
  const whole = reader.text(field('fullName'));
  if (whole !== null && reader.text(field('lastName')) === null) {
    const [last = null, first = null, ...rest] = whole.split(/\s+/u);
    if (first === null)
      return reader.fail('cell.missing', field('fullName'), { part: 'firstName', value: whole });
    const from = field('fullName');
    const [lastName, firstName] = [part('lastName', last, from), part('firstName', first, from)];
    const middleName = rest.length === 0 ? null : part('middleName', rest.join(' '), from);
    return lastName === null || firstName === null ? null : { lastName, firstName, middleName };
  }
  const lastName = part('lastName', reader.needed(field('lastName')));
  const firstName = part('firstName', reader.needed(field('firstName')));
  const middleName = part('middleName', reader.text(field('middleName')));
  return lastName === null || firstName === null ? null : { lastName, firstName, middleName };
}

function readSnils(reader: Reader, field: Field): string | null {
  const text = reader.text(field);
  if (text === null) return null;
  // A number cell has lost its leading zeros.
  const written = reader.kindOf(field) === 'number' ? text.padStart(11, '0') : text;
  const digits = snilsDigits(written);
  if (digits !== null) return digits;
  const bare = written.replaceAll(/\D/gu, '');
  return bare.length === 11
    ? reader.fail('snils.control', field, { value: text, control: snilsControl(bare.slice(0, 9)) })
    : reader.fail('snils.digits', field, { value: text, length: bare.length, limit: 11 });
}

/** From `most` years before a date to `least` years before it. */
export function yearsBefore(date: string, least: number, most: number): Span {
  const year = Number(date.slice(0, 4));
  const tail = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  return { from: `${String(year - most)}${tail}`, to: `${String(year - least)}${tail}` };
}
