import {
  type Average,
  plainAverage,
  type ScaleEntry,
  weightedAverage,
} from '#modules/journal/marks/rules.ts';
import type { PeriodMark, Reckoning } from './contract.ts';

export type Averages = {
  /** The one the school goes by, in hundredths rounded half up: 4.44; null without a counted mark. */
  readonly main: number | null;
  /** The plain mean beside a weighted average, where weights make a difference; else null. */
  readonly plain: number | null;
};

/** The averages of one subject's marks, by the journal's own rules and the school's choice. */
export function averages(marks: readonly PeriodMark[], reckoning: Reckoning): Averages {
  const main = averageOf(marks, scaleOf(marks), reckoning);
  const plain = averageOf(marks, scaleOf(marks), { ...reckoning, averageKind: 'plain' });
  const differ = main.numerator * plain.denominator !== plain.numerator * main.denominator;
  return { main: hundredths(main), plain: differ ? hundredths(plain) : null };
}

/** The average before the newest month of the period began; null where that says nothing yet. */
export function averageBefore(marks: readonly PeriodMark[], reckoning: Reckoning): number | null {
  const month = marks.at(-1)?.date.slice(0, 7);
  const earlier = marks.filter(({ date }) => date.slice(0, 7) !== month);
  const average = averageOf(earlier, scaleOf(marks), reckoning);
  return average.count < marksToCompare ? null : hundredths(average);
}

function averageOf(
  marks: readonly PeriodMark[],
  scale: ScaleEntry[],
  { averageKind, retakes }: Reckoning,
): Average {
  return (averageKind === 'plain' ? plainAverage : weightedAverage)(marks, scale, retakes);
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
