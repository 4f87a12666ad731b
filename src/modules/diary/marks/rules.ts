import {
  type Average,
  plainAverage,
  type ScaleEntry,
  weightedAverage,
} from '#modules/journal/marks/rules.ts';
import type { PeriodMark } from './contract.ts';

export type Averages = {
  /** As the journal reckons it, in hundredths rounded half up: 4.44; null without a counted mark. */
  readonly weighted: number | null;
  /** The plain mean where weights make a difference, else null. */
  readonly plain: number | null;
};

/** The averages of one subject's marks, by the journal's own rules. */
export function averages(marks: readonly PeriodMark[]): Averages {
  const scale = scaleOf(marks);
  const weighted = weightedAverage(marks, scale);
  const plain = plainAverage(marks, scale);
  const differ = weighted.numerator * plain.denominator !== plain.numerator * weighted.denominator;
  return { weighted: hundredths(weighted), plain: differ ? hundredths(plain) : null };
}

/** The average before the newest month of the period began; null where that says nothing yet. */
export function averageBefore(marks: readonly PeriodMark[]): number | null {
  const month = marks.at(-1)?.date.slice(0, 7);
  const earlier = marks.filter(({ date }) => date.slice(0, 7) !== month);
  const average = weightedAverage(earlier, scaleOf(marks));
  return average.count < marksToCompare ? null : hundredths(average);
}

/** Fewer marks make no trend. */
const marksToCompare = 3;

/** The part of the scale these marks use: each brings the number its code stands for. */
function scaleOf(marks: readonly PeriodMark[]): ScaleEntry[] {
  return marks.flatMap(({ value, numerator, denominator }) =>
    value === null ? [] : [{ code: value, numerator, denominator: denominator ?? 1 }],
  );
}

function hundredths({ numerator, denominator }: Average): number | null {
  if (denominator === 0) return null;
  return Math.floor((200 * numerator + denominator) / (2 * denominator)) / 100;
}
