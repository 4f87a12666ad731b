import type { ScaleDraft, ScaleValueDraft } from '#modules/organisation/mark-scales/contract.ts';

export type Band = NonNullable<ScaleValueDraft['band']>;
export type TemplateName = 'five' | 'signed' | 'ten' | 'twelve' | 'hundred';

export const templateNames: readonly TemplateName[] = ['five', 'signed', 'ten', 'twelve', 'hundred'];
export const bands: readonly Band[] = ['excellent', 'good', 'satisfactory', 'poor'];
export const signCodes = ['passed', 'failed', 'exempt', 'notAssessed', 'pendingPoint'] as const;

/** From which worth on a value is of a band; below all of them it is poor. */
type Bounds = Readonly<Record<Exclude<Band, 'poor'>, number>>;

export function bandFrom(hundredths: number, bounds: Bounds): Band {
  return bands.find((band) => band !== 'poor' && hundredths >= bounds[band] * 100) ?? 'poor';
}

/** What schools give marks by; a starting point that the local act makes exact. */
export function template(name: TemplateName): ScaleDraft['values'] {
  const signs = signCodes.map((code) => ({ code, hundredths: null, band: null, isOffered: true }));
  return [...numbers[name](), ...signs];
}

const whole = (from: number, to: number, bounds: Bounds): ScaleDraft['values'] =>
  Array.from({ length: from - to + 1 }, (_, at) => {
    const hundredths = (from - at) * 100;
    return { code: String(from - at), hundredths, band: bandFrom(hundredths, bounds), isOffered: true };
  });

const fiveBounds: Bounds = { excellent: 5, good: 4, satisfactory: 3 };

const numbers: Readonly<Record<TemplateName, () => ScaleDraft['values']>> = {
  five: () => whole(5, 2, fiveBounds),
  // «5-» counts as 4.7, «4+» as 4.3: a sign is worth three tenths.
  signed: () =>
    whole(5, 2, fiveBounds).flatMap((value) => {
      const { code, hundredths } = value;
      const plus = { ...value, code: `${code}+`, hundredths: (hundredths ?? 0) + 30 };
      const minus = { ...value, code: `${code}-`, hundredths: (hundredths ?? 0) - 30 };
      return code === '5' ? [value, minus] : code === '2' ? [value] : [plus, value, minus];
    }),
  ten: () => whole(10, 1, { excellent: 9, good: 7, satisfactory: 5 }),
  twelve: () => whole(12, 1, { excellent: 10, good: 7, satisfactory: 4 }),
  hundred: () => whole(100, 0, { excellent: 85, good: 70, satisfactory: 50 }),
};
