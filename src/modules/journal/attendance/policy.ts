import type { AnyTx } from '#platform/serve.ts';
import { journalWriteFence, mayWriteLessons } from '../pages/policy.ts';
import { pageFacts } from '../pages/write-queries.ts';
import type { AttendanceCell } from './contract.ts';

/** Attendance is taken by who teaches the lesson; why a student was away is another right. */
export const attendancePolicy = {
  fence: journalWriteFence,
  load: (
    tx: AnyTx,
    { schoolId, pageId }: { readonly schoolId: number; readonly pageId: string },
    { cells }: { readonly cells: readonly AttendanceCell[] },
  ) =>
    pageFacts(tx, {
      schoolId,
      pageId,
      lessonIds: [...new Set(cells.map(({ lessonId }) => lessonId))],
      studentIds: [...new Set(cells.map(({ studentId }) => studentId))],
    }),
  may: mayWriteLessons,
};
