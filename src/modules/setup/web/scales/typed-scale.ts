import type { ScaleDraft, ScaleValueDraft } from '#modules/organisation/mark-scales/contract.ts';
import { type Band, bandFrom, bands } from './templates.ts';

/** A number of a scale as it is being typed. */
export type TypedValue = {
  /** Of the row on the screen. */
  readonly key: string;
  readonly code: string;
  readonly worth: string;
  readonly band: Band;
  readonly isOffered: boolean;
};

export type TypedScale = {
  readonly name: string;
  readonly isUsual: boolean;
  readonly isRetired: boolean;
  readonly numbers: readonly TypedValue[];
  readonly signs: readonly ScaleValueDraft[];
};

/** More numbers than are set one by one: their bands are set by bounds. */
export const mostRows = 24;

export function typedOf({ name, isUsual, isRetired, values }: ScaleDraft): TypedScale {
  return {
    name,
    isUsual,
    isRetired,
    numbers: values.flatMap(({ code, hundredths, band, isOffered }) =>
      hundredths === null || band === null
        ? []
        : [{ key: code, code, worth: worthText(hundredths), band, isOffered }],
    ),
    signs: values.filter(({ hundredths }) => hundredths === null),
  };
}

/** Null while something typed is wrong. */
export function draftOf({ name, isUsual, isRetired, numbers, signs }: TypedScale): ScaleDraft | null {
  const values = numbers.map(({ code, worth, band, isOffered }) => {
    const hundredths = worthOf(worth);
    const known = codeOf(code);
    return hundredths === null || known === null ? null : { code: known, hundredths, band, isOffered };
  });
  const codes = values.map((value) => value?.code);
  if (name.trim() === '' || new Set(codes).size < codes.length) return null;
  const whole = values.flatMap((value) => value ?? []);
  return whole.length < values.length
    ? null
    : { name: name.trim(), isUsual, isRetired, values: [...whole, ...signs] };
}

/** `5`, `4+`, `100`; «−» as it is typed counts as «-». */
export function codeOf(text: string): string | null {
  const code = text.trim().replaceAll(/[–—−]/gu, '-');
  return /^(0|[1-9]\d?|100)[+-]?$/.test(code) ? code : null;
}

/** «4,7» → 470; null = not a number from 0 to 100 with two decimals at most. */
export function worthOf(text: string): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(written)) return null;
  const hundredths = Math.round(Number(written) * 100);
  return hundredths <= 10_000 ? hundredths : null;
}

export function worthText(hundredths: number): string {
  return String(hundredths / 100).replace('.', ',');
}

/** From which number on a band begins, for a long scale; empty where no number has it. */
export function boundOf(numbers: readonly TypedValue[], band: Band): string {
  const worths = numbers.filter((value) => value.band === band).flatMap(({ worth }) => worthOf(worth) ?? []);
  return worths.length === 0 ? '' : worthText(Math.min(...worths));
}

/** All bands anew, by three bounds. */
export function withBounds(
  numbers: readonly TypedValue[],
  bounds: Readonly<Record<Exclude<Band, 'poor'>, number>>,
): readonly TypedValue[] {
  return numbers.map((value) => ({ ...value, band: bandFrom(worthOf(value.worth) ?? 0, bounds) }));
}

export const boundedBands = bands.filter((band): band is Exclude<Band, 'poor'> => band !== 'poor');
