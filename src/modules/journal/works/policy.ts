import type { AnyTx } from '#platform/serve.ts';
import { journalWriteFence, mayWriteLessons } from '../pages/policy.ts';
import { pageFacts } from '../pages/write-queries.ts';

/** Works are made and changed by who teaches their lesson. */
export const worksPolicy = {
  fence: journalWriteFence,
  load: (
    tx: AnyTx,
    params: { readonly schoolId: number; readonly pageId: string; readonly workId: string },
    { lessonId, workTypeId }: { readonly lessonId: string; readonly workTypeId: string },
  ) =>
    pageFacts(tx, {
      schoolId: params.schoolId,
      pageId: params.pageId,
      lessonIds: [lessonId],
      workIds: [params.workId],
      workTypeIds: [workTypeId],
    }),
  may: mayWriteLessons,
};
