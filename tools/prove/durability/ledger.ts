import type { MarkPlace } from '../../../bench/load/plan.ts';

/** One mark the writers set out to write, once. */
export type Intent = {
  readonly cell: MarkPlace;
  readonly value: string;
  /** The key of its last try; writers that behave never change it. */
  key: string;
  tries: number;
  /** The version the server acknowledged; null while it has not. */
  acknowledged: number | null;
};

/** Everything the writers did, kept outside whatever gets killed. */
export type Ledger = {
  readonly schoolId: number;
  /** Cells as they stood before the first write. */
  readonly before: readonly MarkPlace[];
  readonly intents: Intent[];
  /** Answers that no retry mends: a broken promise by itself. */
  readonly anomalies: string[];
  /** Tries that ended without an answer, or with one that asks to come again. */
  interrupted: number;
  /** Answers that were thrown away unread by the writer itself. */
  cut: number;
};

export function newLedger(schoolId: number, before: readonly MarkPlace[]): Ledger {
  return { schoolId, before, intents: [], anomalies: [], interrupted: 0, cut: 0 };
}
