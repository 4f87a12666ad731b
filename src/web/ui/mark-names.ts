import type { UiWords } from './ru.ts';

/** What a mark shows and says besides its value. */
export type MarkFacts = {
  /** A code of the page's scale: `5`, `4+`, `passed`, `notAssessed`, `pendingPoint` … */
  readonly value: string;
  /** The second value of a dual mark: «5/3». */
  readonly second?: string | null;
  /** The work type in words: «контрольная работа». */
  readonly work?: string | null;
  readonly weight?: number | null;
  /** A retake took its place: shown struck through. */
  readonly isReplaced?: boolean;
  /** The day a point is due, already worded: «28 ноября». */
  readonly dueBy?: string | null;
  /** For scales other than the five-point one. */
  readonly band?: MarkBand;
};

/** How good a mark is, for its look. `null`: the mark counts in no average. */
export type MarkBand = '5' | '4' | '3' | '2' | null;

/** The band of a code of the five-point scale; other scales hand their own band to the chip. */
export function markBand(value: string): MarkBand {
  if (value === 'failed') return '2';
  const digit = /^[1-5](?=[-+−]?$)/.exec(value)?.[0];
  if (digit === undefined) return null;
  return digit === '1' ? '2' : (digit as MarkBand);
}

/** The few characters inside a chip or cell: «5», «зач», «н/а». */
export function markText(words: UiWords, value: string): string {
  return words.markText[value] ?? value;
}

/** The accessible name: «Отметка 4 (хорошо), контрольная работа, вес 3». */
export function markName(words: UiWords, mark: MarkFacts): string {
  const parts = [
    mark.second
      ? words.twoMarks(markText(words, mark.value), markText(words, mark.second))
      : singleName(words, mark),
    mark.dueBy ? words.dueBy(mark.dueBy) : null,
    mark.work ?? null,
    mark.weight != null && mark.weight !== 1 ? words.weight(mark.weight) : null,
    mark.isReplaced ? words.replaced : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function singleName(words: UiWords, { value, band }: MarkFacts): string {
  const word = words.markWord[value];
  if (word !== undefined) return word;
  const meaning = words.markMeaning[band ?? value];
  return meaning === undefined ? words.mark(value) : `${words.mark(value)} (${meaning})`;
}
