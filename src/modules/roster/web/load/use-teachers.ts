import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { takenBack, type TeacherStay } from '../../load/rules.ts';
import { officeWords } from '../words.ts';

/** Writes a page's teachers; the toast takes it back. */
export function useTeachers({
  schoolId,
  reread,
}: {
  readonly schoolId: number;
  readonly reread: () => void;
}) {
  const { load: words } = useWords(officeWords);
  const problemText = useProblemText();
  const put = (pageId: string, teachers: readonly TeacherStay[], expected: readonly TeacherStay[]) =>
    call('PUT /api/schools/{schoolId}/journal-pages/{pageId}/teachers', {
      params: { schoolId, pageId },
      body: { teachers: [...teachers], expected: [...expected] },
    });
  return async (
    pageId: string,
    given: {
      readonly before: readonly TeacherStay[];
      readonly wanted: readonly TeacherStay[];
      readonly done: string;
    },
  ) => {
    const { before, wanted, done } = given;
    const { teachers } = await put(pageId, wanted, before);
    reread();
    showToast(done, () => {
      put(pageId, takenBack(before, teachers), teachers)
        .then(
          () => showToast(words.undone),
          (error: unknown) => showToast(problemText(error)),
        )
        .finally(reread);
    });
  };
}
