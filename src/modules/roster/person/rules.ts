/** The names of a person as the school's papers have them; not everybody has a patronymic. */
export type PersonNames = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};

const nbsp = '\u00a0';

/**
 * The key by which lists of people are ordered, for plain byte order (collation "C"): last name, then
 * first name, then patronymic, letter case apart. «ё» counts as «е» and decides only between names
 * otherwise equal, as in Russian dictionaries: Елкин, Ёлкин, Ельцов.
 */
export function sortKey(names: PersonNames): string {
  const plain = [names.lastName, names.firstName, names.middleName ?? ''].map((part) =>
    part.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').replaceAll(dashes, '-').toLowerCase(),
  );
  // A tab is less than any character of a name, so «Ким» stands before «Ким Ен».
  const key = plain.join('\t');
  const folded = key.replaceAll('ё', 'е');
  return key === folded ? folded : `${folded}\t${key}`;
}

/** «Кузнецова Мария»: a line of a class list. */
export function listName(names: Omit<PersonNames, 'middleName'> & Partial<PersonNames>): string {
  return `${names.lastName} ${names.firstName}`;
}

/** «Мария Викторовна»: how a teacher is addressed; the first name alone where there is no patronymic. */
export function addressName(names: PersonNames): string {
  return names.middleName === null ? names.firstName : `${names.firstName} ${names.middleName}`;
}

/** «Кузнецова Мария Викторовна» */
export function fullName(names: PersonNames): string {
  return `${names.lastName} ${addressName(names)}`;
}

/** «Кузнецова М. В.» with non-breaking spaces; «Анна-Мария» gives «А.-М.». */
export function shortName(names: PersonNames): string {
  const parts = names.middleName === null ? [names.firstName] : [names.firstName, names.middleName];
  return [names.lastName, ...parts.map(initials)].join(nbsp);
}

/**
 * A name as it is compared between two registers (ESIA, import): composed letters, one space, lower case,
 * «ё» as «е», every kind of dash as a hyphen. Never shown.
 */
export function matchingName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(dashes, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ?- ?/gu, '-')
    .trim();
}

/** Are these the names of one person, by the rule of `matchingName`? A missing patronymic equals only a missing one. */
export function sameNames(one: PersonNames, other: PersonNames): boolean {
  return matchingName(fullName(one)) === matchingName(fullName(other));
}

/**
 * The 11 digits of a SNILS written in any of the usual ways, or null when there are not 11 of them or the
 * control number is wrong. Numbers up to 001-001-998 were given out without a control number.
 */
export function snilsDigits(written: string): string | null {
  const digits = written.replaceAll(/[\s\u00a0\-–—]/gu, '');
  if (!/^\d{11}$/u.test(digits)) return null;
  const number = digits.slice(0, 9);
  if (Number(number) <= lastUncontrolledSnils) return digits;
  return snilsControl(number) === digits.slice(9) ? digits : null;
}

/** «112-233-445 95» from 11 digits. */
export function formatSnils(digits: string): string {
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6, 9)} ${digits.slice(9)}`;
}

/** «***-***-*45 95» of 11 digits: enough to compare with a paper, too little to use. */
export function maskedSnils(digits: string): string {
  return `***-***-*${digits.slice(7, 9)} ${digits.slice(9)}`;
}

/** The two control digits of the first nine: Σ digit × (10 − place), over 99 modulo 101, then modulo 100. */
export function snilsControl(number: string): string {
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  const control = sum < 100 ? sum : (sum % 101) % 100;
  return String(control).padStart(2, '0');
}

const lastUncontrolledSnils = 1_001_998;
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;

const initials = (name: string) =>
  name
    .split('-')
    .map((part) => `${part.charAt(0)}.`)
    .join('-');
