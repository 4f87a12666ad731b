import { minimumMarks, proposedMark } from '../final-marks/rules.ts';
import type { Average } from '../marks/rules.ts';
import type { Proposals, SettingsWishes } from './contract.ts';

/** Sums over marks with a number and works of weight above 0, in hundredths of a point. */
export type Sums = { readonly weighted: number; readonly plain: number };

/** The marks of so many students in a subject: as the scale stands and as it is wished. */
export type MarkSums = {
  readonly students: number;
  readonly scaleId: string;
  readonly hoursTenths: number;
  readonly weights: number;
  readonly marks: number;
  readonly now: Sums;
  readonly wished: Sums;
  readonly hasOpenPoint: boolean;
};

export type ProposalRules = Pick<
  SettingsWishes,
  'averageKind' | 'averagesPreset' | 'minimumMarks' | 'pointHoldsFive'
>;

/** What the period marks of each scale may be, the best first. */
export type ValuesOfScales = ReadonlyMap<string, readonly number[]>;

/** One side of a comparison: the rules, and the sums they are applied to. */
export type Side = { readonly rules: ProposalRules; readonly of: 'now' | 'wished' };

/** What would be proposed; null with nothing to go by. */
export function proposalOf(sums: MarkSums, { rules, of }: Side, values: ValuesOfScales): string | null {
  return proposedMark(averageOf(sums, { rules, of }), {
    preset: rules.averagesPreset,
    minimumMarks: minimumMarks(rules.minimumMarks, sums.hoursTenths),
    hasOpenPoint: rules.pointHoldsFive && sums.hasOpenPoint,
    values: values.get(sums.scaleId) ?? [],
  });
}

export function averageOf(sums: MarkSums, { rules, of }: Side): Average {
  const { marks: count, weights } = sums;
  return rules.averageKind === 'weighted'
    ? { numerator: sums[of].weighted, denominator: weights * 100, count }
    : { numerator: sums[of].plain, denominator: count * 100, count };
}

/** How many students have each proposal. */
export function countProposals(
  all: readonly MarkSums[],
  side: Side,
  values: ValuesOfScales,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sums of all) {
    const proposal = proposalOf(sums, side, values);
    if (proposal !== null) counts.set(proposal, (counts.get(proposal) ?? 0) + sums.students);
  }
  return counts;
}

/** Both counts side by side: numbers from the best, then «н/а». */
export function proposalRows(
  now: ReadonlyMap<string, number>,
  wished: ReadonlyMap<string, number>,
): Proposals['rows'] {
  const worth = (code: string) => (code === 'notAssessed' ? -1 : Number(code));
  return [...new Set([...now.keys(), ...wished.keys()])]
    .sort((a, b) => worth(b) - worth(a))
    .map((code) => ({ code, now: now.get(code) ?? 0, wished: wished.get(code) ?? 0 }));
}

/** Of one set of sums exactly: those whose proposal is another one. */
export function changedStudents(
  all: readonly MarkSums[],
  { from, to, values }: { readonly from: Side; readonly to: Side; readonly values: ValuesOfScales },
): number {
  return all
    .filter((sums) => proposalOf(sums, from, values) !== proposalOf(sums, to, values))
    .reduce((sum, { students }) => sum + students, 0);
}
