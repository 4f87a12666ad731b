import { minimumMarks, type Proposal, proposedMark } from '../final-marks/rules.ts';
import type { ProposalCounts, SettingsWishes } from './contract.ts';

/** The marks of so many students in a subject: sums over marks with a number and works of weight above 0. */
export type MarkSums = {
  readonly students: number;
  readonly hoursTenths: number;
  readonly weighted: number;
  readonly weights: number;
  readonly plain: number;
  readonly marks: number;
  readonly hasOpenPoint: boolean;
};

export type ProposalRules = Pick<
  SettingsWishes,
  'averageKind' | 'averagesPreset' | 'minimumMarks' | 'pointHoldsFive'
>;

/** What would be proposed; null with nothing to go by. */
export function proposalOf(sums: MarkSums, rules: ProposalRules): Proposal | null {
  const { marks: count } = sums;
  const average =
    rules.averageKind === 'weighted'
      ? { numerator: sums.weighted, denominator: sums.weights, count }
      : { numerator: sums.plain, denominator: count, count };
  return proposedMark(average, {
    preset: rules.averagesPreset,
    minimumMarks: minimumMarks(rules.minimumMarks, sums.hoursTenths),
    hasOpenPoint: rules.pointHoldsFive && sums.hasOpenPoint,
  });
}

/** How many students have each proposal. */
export function countProposals(all: readonly MarkSums[], rules: ProposalRules): ProposalCounts {
  const counts = { 5: 0, 4: 0, 3: 0, 2: 0, notAssessed: 0 };
  for (const sums of all) {
    const proposal = proposalOf(sums, rules);
    if (proposal !== null) counts[proposal] += sums.students;
  }
  return counts;
}
