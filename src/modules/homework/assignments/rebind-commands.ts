import type { Tx } from '#platform/db/tx.ts';
import { dueAfterChange, type DueNow, type DueWish, type LaterLesson } from './rules.ts';
import { homeworkToRebind, writeRebound } from './rebind-queries.ts';

type Bound = DueNow &
  DueWish & {
    readonly id: string;
    readonly givenDate: string;
    readonly isLate: boolean;
    readonly skipsLate: boolean;
    readonly later: readonly LaterLesson[];
  };

/**
 * Homework follows the timetable: to be called in the transaction that changed lessons of these pages from a day on.
 * `next` is due at what is now the next lesson, a day at the lesson now on it, `pinned` goes along with its
 * lesson and stays where that was cancelled. Each change leaves a revision. Answers how many moved.
 */
export async function rebindHomework(
  tx: Pick<Tx, 'schoolId' | 'text' | 'run'>,
  changed: { readonly pageIds: readonly string[]; readonly from: string },
  by: { readonly personId: string | null; readonly sessionId: string | null; readonly now: Date },
): Promise<number> {
  const text = await tx.text(homeworkToRebind, [tx.schoolId, changed.pageIds, changed.from]);
  const moved = (JSON.parse(text ?? '[]') as Bound[]).flatMap((homework) => {
    const due = dueAfterChange(homework, homework, {
      given: { date: homework.givenDate },
      later: homework.later,
      skipsOne: homework.isLate && homework.skipsLate,
    });
    const isSame = due.dueLessonId === homework.dueLessonId && due.dueDate === homework.dueDate;
    return isSame ? [] : [{ id: homework.id, due_lesson_id: due.dueLessonId, due_date: due.dueDate }];
  });
  if (moved.length > 0) {
    await tx.run(writeRebound, [
      tx.schoolId,
      JSON.stringify(moved),
      by.personId,
      by.sessionId,
      by.now.toISOString(),
    ]);
  }
  return moved.length;
}
