import type { AnyTx } from '#platform/serve.ts';
import { journalFence, mayWriteLessons } from '../pages/policy.ts';
import { pageFacts } from '../pages/write-queries.ts';

/** A lesson is recorded by who teaches it: the page's teacher or the substitute. */
export const lessonRecordPolicy = {
  fence: journalFence,
  load: (tx: AnyTx, { schoolId, lessonId }: { readonly schoolId: number; readonly lessonId: string }) =>
    pageFacts(tx, { schoolId, pageId: null, lessonIds: [lessonId] }),
  may: mayWriteLessons,
};
