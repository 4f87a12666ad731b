type PastedFact = 'absent' | 'late';

/** What a pasted cell says: a mark, a second one of the same work, whether the student was there. */
export type PastedValue = {
  readonly value: string | null;
  readonly second: string | null;
  readonly fact: PastedFact | null;
  /** «Б» or «П»: the absence is taken over, its reason is not the teacher's to give. */
  readonly hadReason: boolean;
};

const facts: Readonly<Record<string, PastedFact>> = { н: 'absent', б: 'absent', п: 'absent', о: 'late' };
const reasons = new Set(['б', 'п']);

const words: Readonly<Record<string, string>> = {
  зач: 'passed',
  зачет: 'passed',
  'зач.': 'passed',
  нз: 'failed',
  незач: 'failed',
  незачет: 'failed',
  'незач.': 'failed',
  осв: 'exempt',
  'осв.': 'exempt',
  'н/а': 'notAssessed',
  т: 'pendingPoint',
  точка: 'pendingPoint',
  '.': 'pendingPoint',
  '•': 'pendingPoint',
};

/** Letters of the Latin layout that look like the Russian ones people mean. */
const lookalikes: Readonly<Record<string, string>> = { h: 'н', o: 'о', a: 'а', t: 'т' };

/** Reads «4», «4/5», «5-», «Н», «Н 4», «зач» by the codes of a scale; null = it is none of them. */
export function readValue(text: string, codes: ReadonlySet<string>): PastedValue | null {
  const plain = text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[–—−]/gu, '-')
    .replaceAll(/[hoat]/gu, (letter) => lookalikes[letter] ?? letter)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (plain in facts) return { value: null, second: null, ...presence(plain) };
  const [, letter, marks = plain] = /^([нбпо])[ /]?(\d.*)$/u.exec(plain) ?? [];
  const said = letter === undefined ? noPresence : presence(letter);
  const whole = codeOf(marks, codes);
  if (whole !== null) return { value: whole, second: null, ...said };
  const pair = marks.split('/').map((part) => codeOf(part.trim(), codes));
  const [value = null, second = null] = pair;
  return pair.length === 2 && value !== null && second !== null ? { value, second, ...said } : null;
}

const noPresence = { fact: null, hadReason: false } as const;

function presence(letter: string): Pick<PastedValue, 'fact' | 'hadReason'> {
  return { fact: facts[letter] ?? null, hadReason: reasons.has(letter) };
}

function codeOf(text: string, codes: ReadonlySet<string>): string | null {
  // A spreadsheet writes whole numbers with decimals where the column is formatted so.
  const written = words[text] ?? text.replace(',', '.').replace(/\.0+$/u, '');
  return codes.has(written) ? written : null;
}
