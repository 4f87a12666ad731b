import { journalFence, mayWriteLessons } from '../pages/policy.ts';
import { pageFacts } from '../pages/write-queries.ts';
import type { AnyTx } from '#platform/serve.ts';
import type { MarkCell, NewWork } from './contract.ts';

/**
 * Marks are set by who teaches the page today, and by a substitute in the lessons it stands in at. Who only reads the
 * page gets 403, everybody else 404.
 */
export const marksPolicy = {
  fence: journalFence,
  load: (
    tx: AnyTx,
    { schoolId, pageId }: { readonly schoolId: number; readonly pageId: string },
    { works, cells }: { readonly works: readonly NewWork[]; readonly cells: readonly MarkCell[] },
  ) =>
    pageFacts(tx, {
      schoolId,
      pageId,
      lessonIds: unique(works.map(({ lessonId }) => lessonId)),
      workIds: unique([...cells.map(({ workId }) => workId), ...works.map(({ id }) => id)]),
      studentIds: unique(cells.map(({ studentId }) => studentId)),
      workTypeIds: unique(works.map(({ workTypeId }) => workTypeId)),
    }),
  may: mayWriteLessons,
};

const unique = (ids: readonly string[]) => [...new Set(ids)];
