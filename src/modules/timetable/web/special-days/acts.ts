import type { BodyOf, ReplyOf } from '#platform/contract.ts';
import { call, Problem } from '#web/api.ts';
import type { Api } from '#web/client-contract.ts';
import { newId } from '#web/new-id.ts';
import { showToast } from '#web/ui/toasts.ts';

export type SpecialDays = ReplyOf<Api['GET /api/schools/{schoolId}/timetable/day-overrides']>;
export type SpecialDay = SpecialDays['overrides'][number];
export type Wanted = BodyOf<Api['POST /api/schools/{schoolId}/timetable/day-overrides/preview']>;
export type Effect = ReplyOf<Api['POST /api/schools/{schoolId}/timetable/day-overrides/preview']>;

export function readSpecialDays(schoolId: number, signal: AbortSignal): Promise<SpecialDays> {
  return call('GET /api/schools/{schoolId}/timetable/day-overrides', { params: { schoolId }, signal });
}

export function previewSpecialDay(schoolId: number, body: Wanted, signal: AbortSignal): Promise<Effect> {
  return call('POST /api/schools/{schoolId}/timetable/day-overrides/preview', {
    params: { schoolId },
    body,
    signal,
  });
}

export function previewEnding(
  schoolId: number,
  { id, from }: { readonly id: string; readonly from: string },
  signal?: AbortSignal,
): Promise<Effect> {
  return call('GET /api/schools/{schoolId}/timetable/day-overrides/{overrideId}/ending', {
    params: { schoolId, overrideId: id },
    query: { from },
    ...(signal ? { signal } : {}),
  });
}

type Told = {
  readonly done: string;
  readonly ended: string;
  /** Words of a refusal to take it back. */
  readonly refused: (problem: Problem) => string;
};

/** Declares what was agreed to, and offers to take it back. Throws Problem. */
export async function declareSpecialDay(
  schoolId: number,
  given: { readonly wanted: Wanted; readonly agreed: string },
  told: Told,
): Promise<void> {
  const overrideId = newId();
  await call('PUT /api/schools/{schoolId}/timetable/day-overrides/{overrideId}', {
    params: { schoolId, overrideId },
    body: { ...given.wanted, agreed: given.agreed },
    idempotencyKey: newId(),
  });
  showToast(
    told.done,
    () => void takeBackAtOnce(schoolId, { id: overrideId, from: given.wanted.from }, told),
  );
}

/** Gives days back from one of them on, as agreed to. Throws Problem. */
export async function endSpecialDay(
  schoolId: number,
  { id, from, agreed }: { readonly id: string; readonly from: string; readonly agreed: string },
): Promise<void> {
  await call('PUT /api/schools/{schoolId}/timetable/day-overrides/{overrideId}/ending', {
    params: { schoolId, overrideId: id },
    body: { from, agreed },
    idempotencyKey: newId(),
  });
}

/** What was declared a moment ago: nobody looks at it again before it is taken back. */
async function takeBackAtOnce(
  schoolId: number,
  day: { readonly id: string; readonly from: string },
  { ended, refused }: Told,
): Promise<void> {
  try {
    const { fingerprint } = await previewEnding(schoolId, day);
    await endSpecialDay(schoolId, { ...day, agreed: fingerprint });
    showToast(ended);
  } catch (problem) {
    if (problem instanceof Problem) showToast(refused(problem));
    else throw problem;
  }
}
