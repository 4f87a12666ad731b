import { call, Problem } from '#web/api.ts';
import type { BodyOf } from '#platform/contract.ts';
import type { Api } from '#web/client-contract.ts';
import { newId } from '#web/new-id.ts';
import { showToast } from '#web/ui/toasts.ts';

export type Act = BodyOf<Api['PUT /api/schools/{schoolId}/timetable/acts/{actId}']>;
export type WantedChange = Act['changes'][number];

type Told = {
  /** «Замена поставлена» */
  readonly done: string;
  readonly undone: string;
  /** Words of a refusal to take it back. */
  readonly refused: (problem: Problem) => string;
};

/** Does an act and offers to undo it. Throws Problem; the page hears of the change like all others. */
export async function doAct(schoolId: number, act: Act, told: Told): Promise<void> {
  const actId = newId();
  await call('PUT /api/schools/{schoolId}/timetable/acts/{actId}', {
    params: { schoolId, actId },
    body: act,
    idempotencyKey: newId(),
  });
  showToast(told.done, () => void undoAct(schoolId, actId, told));
}

/** Takes an act back and tells what came of it. */
export async function undoAct(
  schoolId: number,
  actId: string,
  { undone, refused }: Omit<Told, 'done'>,
): Promise<void> {
  try {
    await call('PUT /api/schools/{schoolId}/timetable/acts/{actId}/undoing', {
      params: { schoolId, actId },
      idempotencyKey: newId(),
    });
    showToast(undone);
  } catch (problem) {
    if (problem instanceof Problem) showToast(refused(problem));
    else throw problem;
  }
}
