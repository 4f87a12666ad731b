import type { ScaleDraft, ScaleValueDraft } from './contract.ts';

export type ScaleValue = {
  readonly code: string;
  /** Null = no number, never in an average. */
  readonly numerator: number | null;
  readonly band: 'excellent' | 'good' | 'satisfactory' | 'poor' | null;
  readonly isPassing: boolean;
};

export type ScaleSeed = { readonly name: string; readonly values: readonly ScaleValue[] };

const sign = (code: string, isPassing: boolean): ScaleValue => ({
  code,
  numerator: null,
  band: null,
  isPassing,
});

const credit = [sign('passed', true), sign('failed', false)];
const common = [sign('exempt', true), sign('notAssessed', false), sign('pendingPoint', false)];

/** The scale of numbers every Russian school starts with; `1` is legal and hardly ever used. */
export const fivePointScale: ScaleSeed = {
  name: 'Пятибалльная',
  values: [
    { code: '5', numerator: 5, band: 'excellent', isPassing: true },
    { code: '4', numerator: 4, band: 'good', isPassing: true },
    { code: '3', numerator: 3, band: 'satisfactory', isPassing: true },
    { code: '2', numerator: 2, band: 'poor', isPassing: false },
    { code: '1', numerator: 1, band: 'poor', isPassing: false },
    ...credit,
    ...common,
  ],
};

/** Subjects judged by passed or failed. */
export const creditScale: ScaleSeed = { name: 'Зачёт — незачёт', values: [...credit, ...common] };

export const defaultScales: readonly ScaleSeed[] = [fivePointScale, creditScale];

/** Marks without a number; every scale may have them. */
export const signs = [...credit, ...common].map(({ code }) => code);

export const isSign = (code: string): boolean => signs.includes(code);

/** A number up to 100 that may end in «+» or «-»: what the grid can be typed with. */
const numberCode = /^(0|[1-9]\d?|100)[+-]?$/;

type ScaleFault = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

/** What is wrong with a scale by itself; null when nothing is. */
export function scaleFault({ values, isUsual, isRetired }: ScaleDraft): ScaleFault | null {
  const codes = values.map(({ code }) => code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return { code: 'scales.codeTwice', facts: { value: twice } };
  const odd = codes.find((code) => !isSign(code) && !numberCode.test(code));
  if (odd !== undefined) return { code: 'scales.codeWrong', facts: { value: odd } };
  const worthless = values.find(({ code, hundredths }) => (hundredths === null) !== isSign(code));
  if (worthless) return { code: 'scales.worthMissing', facts: { value: worthless.code } };
  const bandless = values.find(({ code, band }) => !isSign(code) && band === null);
  if (bandless) return { code: 'scales.bandMissing', facts: { value: bandless.code } };
  const offered = values.filter(({ isOffered }) => isOffered);
  if (offered.length === 0) return { code: 'scales.nothingOffered', facts: {} };
  const counts = offered.some(({ hundredths }) => hundredths !== null);
  return isUsual && (isRetired || !counts) ? { code: 'scales.usualNeeded', facts: {} } : null;
}

export function isPassing({ code, band }: Pick<ScaleValueDraft, 'code' | 'band'>): boolean {
  return isSign(code) ? code === 'passed' || code === 'exempt' : band !== 'poor';
}

/** Hundredths as a fraction in its lowest terms: 470 → 47/10. Its denominator divides 100. */
export function reducedWorth(hundredths: number | null): {
  readonly numerator: number | null;
  readonly denominator: number;
} {
  if (hundredths === null) return { numerator: null, denominator: 1 };
  const shared = [100, 50, 25, 20, 10, 5, 4, 2].find((n) => hundredths % n === 0 && 100 % n === 0) ?? 1;
  return { numerator: hundredths / shared, denominator: 100 / shared };
}
