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
