import { type Average, compareAverage, type ScaleEntry } from '../marks/rules.ts';

export type AveragesPreset = 'math' | '4.6' | 'novosib' | 'strict';

/**
 * From which hundredths above the whole number below it a mark is proposed (unrounded averages are compared): a 5 from
 * 4.50, 4.60, … No federal rule exists: the school's local act chooses. Source of `novosib`: the region's ministry of
 * education.
 */
const roundsUpFrom: Readonly<Record<AveragesPreset, number>> = {
  math: 50,
  '4.6': 60,
  novosib: 65,
  strict: 70,
};

/** What a period mark may be on the five-point scale; `1` is legal and never proposed. */
const fivePoints: readonly number[] = [5, 4, 3, 2];

/** The whole values of a scale above 1, the best first: what its period marks are. */
export function wholeValues(scale: readonly (ScaleEntry & { readonly isOffered?: boolean })[]): number[] {
  return scale
    .filter(({ code, isOffered }) => isWholeMark(code) && isOffered !== false && Number(code) > 1)
    .map(({ code }) => Number(code))
    .sort((a, b) => b - a);
}

/** `5`, `10`, `87`; not `5-` nor `passed`. */
export const isWholeMark = (code: string): boolean => /^\d{1,3}$/.test(code);

export type ProposalRule = {
  readonly preset: AveragesPreset;
  /** Fewer counted marks propose «н/а». */
  readonly minimumMarks: number;
  /** A work still to be done keeps the best mark from being proposed. */
  readonly hasOpenPoint?: boolean;
  /** `wholeValues` of the page's scale; the five-point one when not said. */
  readonly values?: readonly number[];
};

/**
 * A period mark by the rule, as a code of the page's scale; null with nothing to go by. Only ever shown: the teacher
 * decides.
 */
export function proposedMark(average: Average, rule: ProposalRule): string | null {
  const { values = fivePoints } = rule;
  const lowest = values.at(-1);
  if (average.count === 0 || lowest === undefined) return null;
  if (average.count < rule.minimumMarks) return 'notAssessed';
  const from = roundsUpFrom[rule.preset];
  const reached = values.find((value) => compareAverage(average, (value - 1) * 100 + from) >= 0) ?? lowest;
  const isHeld = rule.hasOpenPoint === true && reached === values[0];
  return String(isHeld ? (values[1] ?? reached) : reached);
}

/** How many marks a period must hold before one is proposed, by the subject's load in tenths of an hour a week. */
export function minimumMarks(
  settings: { readonly oneHour: number; readonly moreHours: number },
  hoursPerWeekTenths: number,
): number {
  return hoursPerWeekTenths <= 10 ? settings.oneHour : settings.moreHours;
}

/** A year mark is proposed from the period marks: their mean, halves in the student's favour. */
export function proposedYearMark(periodMarks: readonly number[]): number | null {
  if (periodMarks.length === 0) return null;
  const sum = periodMarks.reduce((total, mark) => total + mark, 0);
  return Math.floor((sum * 2 + periodMarks.length) / (periodMarks.length * 2));
}

/** Is the student counted in the indicators of a period? Those who left before its end are not. */
export function isCountedInPeriod(
  stays: readonly { readonly startDate: string; readonly endDate: string | null }[],
  periodEnd: string,
): boolean {
  return stays.some(
    ({ startDate, endDate }) => startDate <= periodEnd && (endDate === null || endDate >= periodEnd),
  );
}

/** How many students have each final mark in one class and subject. */
export type MarkCounts = {
  readonly five: number;
  readonly four: number;
  readonly three: number;
  readonly two: number;
  readonly notAssessed: number;
};

/**
 * Indicators of a class in a subject, as exact fractions. The denominator holds every student with a final mark,
 * «н/а» included; exempt and departed students and those without a mark are not in it.
 */
export function indicators(counts: MarkCounts) {
  const marked = counts.five + counts.four + counts.three + counts.two;
  const all = marked + counts.notAssessed;
  return {
    all,
    passRate: fraction((counts.five + counts.four + counts.three) * 100, all),
    qualityRate: fraction((counts.five + counts.four) * 100, all),
    trainingDegree: fraction(
      counts.five * 100 + counts.four * 64 + counts.three * 36 + counts.two * 16 + counts.notAssessed * 7,
      all,
    ),
    averageMark: fraction(counts.five * 5 + counts.four * 4 + counts.three * 3 + counts.two * 2, marked),
  };
}

const fraction = (numerator: number, denominator: number) => ({ numerator, denominator });
