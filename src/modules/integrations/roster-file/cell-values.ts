import { russianLetters } from './columns.ts';

/** The value of a cell, or the code and facts of what is wrong with it. */
export type Reading<Value> =
  | { readonly value: Value }
  | {
      readonly fault:
        | 'date.notADate'
        | 'date.impossible'
        | 'name.badSigns'
        | 'snils.digits'
        | 'snils.control';
    };

/** Signs people put into a cell that is not filled. */
export const isBlank = (text: string) => /^([-–—.?/\\]*|нет|н\/?д|отсутствует)$/iu.test(text);

/** `dd.mm.yyyy` with any of the usual signs, `yyyy-mm-dd`, or the serial number of Excel; `YYYY-MM-DD`. */
export function readDate(text: string): Reading<string> {
  if (/^\d{5}$/u.test(text))
    return { value: new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).toISOString().slice(0, 10) };
  const russian =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s*г\.?)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/u.exec(text);
  const [year, month, day] = russian
    ? [fullYear(russian[3] ?? ''), russian[2], russian[1]]
    : iso
      ? [iso[1], iso[2], iso[3]]
      : [];
  if (year === undefined || month === undefined || day === undefined) return { fault: 'date.notADate' };
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
  return exists ? { value } : { fault: 'date.impossible' };
}

/** Two digits: nobody in a school list was born before 1930 or after 2029. */
const fullYear = (digits: string) =>
  digits.length === 4 ? digits : `${Number(digits) < 30 ? '20' : '19'}${digits}`;

/** A part of a name: Russian letters for look-alikes, one blank, capitals only at the start of a word. */
export function readName(text: string): Reading<string> {
  const one = text.replaceAll(/\s+/gu, ' ').replaceAll(/\s*[-–—]\s*/gu, '-');
  const written = /\p{Script=Cyrillic}/u.test(one) ? russianLetters(one) : one;
  if (!/^\p{L}[\p{L}\p{M}'’`. ()-]*$/u.test(written)) return { fault: 'name.badSigns' };
  const shouts = written.length > 2 && written === written.toUpperCase();
  return { value: shouts ? titled(written) : written.charAt(0).toUpperCase() + written.slice(1) };
}

const titled = (text: string) =>
  text.toLowerCase().replaceAll(/(^|[\s'’(-])\p{L}/gu, (start) => start.toUpperCase());

/** «+79161234567» from the first number of the cell; a number without an area code stays as it is; null = none. */
export function readPhone(text: string): string | null {
  const digits = (/[+\d][\d\s()\u2010-\u2015.-]{4,}/u.exec(text)?.[0] ?? '').replaceAll(/\D/gu, '');
  if (digits.length === 11 && /^[78]/u.test(digits)) return `+7${digits.slice(1)}`;
  if (digits.length === 10) return `+7${digits}`;
  return digits.length >= 5 && digits.length <= 15 ? digits : null;
}

export function readEmail(text: string): string | null {
  const address = text.toLowerCase();
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/u.test(address) ? address : null;
}

const kinships = {
  mother: ['мать', 'мама', 'матери'],
  father: ['отец', 'папа', 'отца'],
  grandmother: ['бабушка', 'баба'],
  grandfather: ['дедушка', 'дед'],
  guardian: [
    'опекун',
    'попечитель',
    'приемный родитель',
    'приемная мать',
    'приемный отец',
    'законный представитель',
    'представитель',
    'усыновитель',
  ],
  other: ['тетя', 'дядя', 'брат', 'сестра', 'отчим', 'мачеха', 'другое', 'иное', 'родственник', 'родитель'],
} as const;

export type KinshipWord = keyof typeof kinships;

export function readKinship(text: string): KinshipWord | null {
  const word = text.toLowerCase().replaceAll('ё', 'е').trim();
  const entries = Object.entries(kinships) as [KinshipWord, readonly string[]][];
  return entries.find(([, words]) => words.includes(word))?.[0] ?? null;
}

export function readGender(text: string): 'male' | 'female' | null {
  if (/^(м|муж|мужской|m|male|мальчик)\.?$/iu.test(text)) return 'male';
  return /^(ж|жен|женский|f|female|девочка)\.?$/iu.test(text) ? 'female' : null;
}

/** Tenths of an hour a week: «2», «0,5», «1.5 ч». */
export function readHours(text: string): number | null {
  const number = Number(text.replace(/\s*ч(ас(а|ов)?)?\.?$/iu, '').replace(',', '.'));
  const tenths = Math.round(number * 10);
  return text !== '' &&
    Number.isFinite(number) &&
    Math.abs(tenths / 10 - number) < 1e-9 &&
    tenths >= 0 &&
    tenths <= 400
    ? tenths
    : null;
}

/** «Английский язык=1; информатика = 2», also by colons; null = not written so. */
export function readSubgroups(
  text: string,
): readonly { readonly subject: string; readonly label: string }[] | null {
  const parts = text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => /^([^=:]+?)\s*[=:]\s*([^=:]+)$/u.exec(part));
  return read.every((match) => match !== null)
    ? read.map((match) => ({ subject: match[1] ?? '', label: (match[2] ?? '').trim() }))
    : null;
}
