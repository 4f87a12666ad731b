import type { CellOutcome, MarkCell, NewWork } from './contract.ts';

/** What a request that sets marks is answered with: outcomes, or a problem's code. */
export type MarksReply = { readonly cells: CellOutcome[]; readonly code?: string };

/** A first «5» in an empty cell; change what the test is about. */
export function markOf(given: Partial<MarkCell> & Pick<MarkCell, 'workId' | 'studentId'>): MarkCell {
  return {
    attempt: 1,
    slot: 1,
    value: '5',
    comment: null,
    pointDue: null,
    expected: 0,
    reasonCode: 'entered',
    reason: null,
    ...given,
  };
}

/** The first work of a lesson: it has the lesson's id. */
export function firstWork(lessonId: string, workTypeId: string): NewWork {
  return { id: lessonId, lessonId, ordinal: 1, workTypeId, weight: null, title: null };
}
