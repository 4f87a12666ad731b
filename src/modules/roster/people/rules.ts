import { matchingName, type PersonNames } from '../person/rules.ts';

/** What a search looks at; `also` = further words, such as «7б», found by their beginning only. */
export type Searched = PersonNames & {
  readonly also?: readonly string[];
  readonly phone?: string | null;
};

/** How well it fits: 0 = every word as written, more = with typos; null = not at all. */
export type Fit = (searched: Searched) => number | null;

/**
 * Finds people as one who types fast would expect: words in any order, each the beginning of a name; «ё» as «е»; a
 * double name by either half or written in one; one slip in a word of four letters, two in a word of eight; a Russian
 * name typed on the Latin layout; a phone by four digits in a row. Null for a search without words: everybody fits.
 */
export function searchFor(written: string): Fit | null {
  const words = wordsOf(written);
  if (words.length === 0) return null;
  const otherLayout = /[а-я]/iu.test(written) ? null : wordsOf(inRussianLayout(written.toLowerCase()));
  const digits = written.replaceAll(/\D/gu, '');
  const isPhone = digits.length >= 4 && /^[\d\s()+-]+$/u.test(written);
  return (searched) => {
    if (isPhone && phoneDigits(searched.phone).includes(phoneTail(digits))) return 0;
    const known = knownWords(searched);
    return fitOf(words, known) ?? (otherLayout === null ? null : fitOf(otherLayout, known));
  };
}

type Known = { readonly names: readonly string[]; readonly also: readonly string[] };

function fitOf(words: readonly string[], { names, also }: Known): number | null {
  let sum = 0;
  for (const word of words) {
    const fit = also.some((one) => one.startsWith(word))
      ? 0
      : Math.min(...names.map((name) => slips(word, name)));
    if (fit > slipsAllowed(word)) return null;
    sum += fit;
  }
  return sum;
}

function wordsOf(text: string): string[] {
  return matchingName(text.replaceAll(/[«»"„“(),.]/gu, ' '))
    .split(/[\s-]+/u)
    .filter((word) => word !== '');
}

function knownWords({ lastName, firstName, middleName, also }: Searched): Known {
  const parts = [lastName, firstName, middleName ?? ''].map(matchingName);
  const names = parts.flatMap((part) => {
    const halves = part.split(/[\s-]+/u).filter((half) => half !== '');
    return halves.length > 1 ? [...halves, halves.join('')] : halves;
  });
  return { names: names.length === 0 ? [''] : names, also: (also ?? []).map(matchingName) };
}

function slipsAllowed(word: string): number {
  if (/\d/u.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The fewest slips (a letter too many, missing, wrong, or two changed about) between what was typed and the beginning
 * of a name.
 */
function slips(typed: string, name: string): number {
  if (name.startsWith(typed)) return 0;
  const allowed = slipsAllowed(typed);
  if (allowed === 0) return 99;
  const head = name.slice(0, typed.length + allowed);
  let beforeLast: number[] = [];
  let last = Array.from({ length: head.length + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    for (let at = 1; at <= head.length; at += 1) {
      const isSame = typed[row - 1] === head[at - 1];
      let least = Math.min(cost(last, at) + 1, cost(line, at - 1) + 1, cost(last, at - 1) + (isSame ? 0 : 1));
      if (typed[row - 1] === head[at - 2] && typed[row - 2] === head[at - 1])
        least = Math.min(least, cost(beforeLast, at - 2) + 1);
      line.push(least);
    }
    beforeLast = last;
    last = line;
  }
  return Math.min(...last);
}

const cost = (line: readonly number[], at: number) => line[at] ?? 99;

/** The keys of a Russian keyboard by the Latin letters on them. */
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё';

function inRussianLayout(text: string): string {
  return [...text].map((sign) => russianKeys[latinKeys.indexOf(sign)] ?? sign).join('');
}

const phoneDigits = (phone: string | null | undefined) => (phone ?? '').replaceAll(/\D/gu, '');

/** «8 912 …» and «+7 912 …» are one number. */
const phoneTail = (digits: string) => (digits.length === 11 ? digits.slice(1) : digits);
