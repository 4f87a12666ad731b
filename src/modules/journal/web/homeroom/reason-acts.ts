import { call, Problem } from '#web/api.ts';
import type { AbsenceReason, ReasonCode } from '../../absence-reasons/contract.ts';
import { newId } from '#web/new-id.ts';

export type WantedReason = {
  readonly reason: ReasonCode;
  readonly startDate: string;
  readonly endDate: string;
  readonly note: string | null;
  readonly isEnded: boolean;
};

export type Written = { readonly id: string; readonly version: number };

type At = { readonly schoolId: number; readonly studentId: string };

/** Writes a reason, a new one or the next version of a known one. Throws Problem. */
export async function writeReason(
  { schoolId, studentId }: At,
  wanted: WantedReason,
  known: Pick<AbsenceReason, 'id' | 'version'> | null,
): Promise<Written> {
  const id = known?.id ?? newId();
  const { version } = await call(
    'PUT /api/schools/{schoolId}/students/{studentId}/absence-reasons/{reasonId}',
    {
      params: { schoolId, studentId, reasonId: id },
      body: { ...wanted, expected: known?.version ?? 0 },
      idempotencyKey: newId(),
    },
  );
  return { id, version };
}

/** What of a known reason is written again when only that it holds changes. */
export function sameAs({ reason, startDate, endDate, note }: AbsenceReason, isEnded: boolean): WantedReason {
  return { reason, startDate, endDate, note, isEnded };
}

export function isChangedMeanwhile(fault: unknown): boolean {
  return fault instanceof Problem && fault.code === 'absence.changedMeanwhile';
}
