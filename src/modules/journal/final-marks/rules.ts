import { type Average, compareAverage } from '../marks/rules.ts';

export type AveragesPreset = 'math' | '4.6' | 'novosib' | 'strict';

/**
 * From which average (in hundredths, unrounded values are compared) a 5, a 4, a 3 is proposed. No federal rule exists:
 * the school's local act chooses. Source of `novosib`: the region's ministry of education.
 */
const thresholds: Readonly<Record<AveragesPreset, readonly [number, number, number]>> = {
  math: [450, 350, 250],
  '4.6': [460, 360, 260],
  novosib: [465, 365, 265],
  strict: [470, 370, 270],
};

export type ProposalRule = {
  readonly preset: AveragesPreset;
  /** Fewer counted marks propose «н/а». */
  readonly minimumMarks: number;
  /** A work still to be done keeps a 5 from being proposed. */
  readonly hasOpenPoint?: boolean;
};

export type Proposal = '5' | '4' | '3' | '2' | 'notAssessed';

/**
 * A period mark by the rule, as a code of the five-point scale; null with nothing to go by. Only ever shown: the
 * teacher decides.
 */
export function proposedMark(average: Average, rule: ProposalRule): Proposal | null {
  if (average.count === 0) return null;
  if (average.count < rule.minimumMarks) return 'notAssessed';
  const [five, four, three] = thresholds[rule.preset];
  if (compareAverage(average, five) >= 0) return rule.hasOpenPoint === true ? '4' : '5';
  if (compareAverage(average, four) >= 0) return '4';
  if (compareAverage(average, three) >= 0) return '3';
  return '2';
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
