export type ClassName = {
  /** 0 (preschool) to 12. */
  readonly grade: number;
  /** «Б», «ФМ»; empty where the school has one class of the grade. */
  readonly letter: string;
};

const nbsp = '\u00a0';

/**
 * The grade and letter of a class written as people write it: 7Б, 7 б, 7-Б, 7 «Б», 10 ФМ, 1. Latin letters
 * that look like Russian ones are taken for them. Null when it names no class.
 */
export function parseClassName(written: string): ClassName | null {
  const parts = classShape.exec(written.normalize('NFC').trim());
  if (!parts) return null;
  const grade = Number(parts[1]);
  if (grade > 12) return null;
  const letter = (parts[2] ?? '').toUpperCase();
  return { grade, letter: isLookAlike(letter) ? [...letter].map(russian).join('') : letter };
}

/** «7 «Б»» with a non-breaking space; the grade alone where there is no letter. */
export function className({ grade, letter }: ClassName): string {
  return letter === '' ? String(grade) : `${grade}${nbsp}«${letter}»`;
}

const classShape =
  /^(\d{1,2})(?:[\s\u00a0]*[-–—.]?[\s\u00a0]*[«"„“']?[\s\u00a0]*(\p{L}[\p{L}\d]{0,7})[\s\u00a0]*[»"“”']?)?$/u;

const lookAlikes: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};

const isLookAlike = (letter: string) => [...letter].every((sign) => sign in lookAlikes);
const russian = (sign: string) => lookAlikes[sign] ?? sign;
