import type { AnyTx } from '#platform/serve.ts';
import { journalWriteFence, mayWritePage } from '../pages/policy.ts';
import { pageFacts } from '../pages/write-queries.ts';
import type { FinalMarkCell } from './contract.ts';
import { pagePeriods, type PeriodFacts } from './write-queries.ts';

/** Final marks are decided by the page's teacher alone: a substitute stands in for lessons, not for the quarter. */
export const finalMarksPolicy = {
  fence: journalWriteFence,
  async load(
    tx: AnyTx,
    { schoolId, pageId }: { readonly schoolId: number; readonly pageId: string },
    { cells }: { readonly cells: readonly FinalMarkCell[] },
  ) {
    const facts = await pageFacts(tx, {
      schoolId,
      pageId,
      studentIds: [...new Set(cells.map(({ studentId }) => studentId))],
    });
    if (!facts) return null;
    const periodIds = [...new Set(cells.map(({ gradingPeriodId }) => gradingPeriodId))];
    const periods = await tx.rows<PeriodFacts>(pagePeriods, [schoolId, pageId, periodIds]);
    return { ...facts, periods };
  },
  may: mayWritePage,
};
