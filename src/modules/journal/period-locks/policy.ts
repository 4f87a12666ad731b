import type { Actor } from '#platform/actor.ts';
import type { Fence } from '#platform/database-port.ts';
import type { AnyTx } from '#platform/serve.ts';
import { journalFence, readsWholeSchool } from '../pages/policy.ts';
import { periodCard } from './queries.ts';

/** Whoever leads the school oversees its journals; to everybody else there is nothing. */
export function controlFence(actor: Actor): Fence | null {
  return readsWholeSchool(actor) ? journalFence(actor) : null;
}

export const controlPolicy = { fence: controlFence, may: () => true };

/** The trade's leaders close and open periods; the administrator of the accounts sees it and does not. */
export function mayLockPeriods(actor: Actor): boolean {
  return actor.roles.includes('deputyHead') || actor.roles.includes('principal');
}

export type PeriodCard = {
  readonly id: string;
  readonly name: string;
  readonly startDate: string;
  /** Every grade that is taught by the period's scheme. */
  readonly grades: readonly number[];
};

export const periodLockPolicy = {
  fence: controlFence,
  async load(
    tx: AnyTx,
    { schoolId, periodId }: { readonly schoolId: number; readonly periodId: string },
  ): Promise<PeriodCard | null> {
    const text = await tx.text(periodCard, [schoolId, periodId]);
    return text === null ? null : (JSON.parse(text) as PeriodCard);
  },
  may: mayLockPeriods,
};
