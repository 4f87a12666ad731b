import { useState } from 'preact/hooks';
import { callFile, saveFile } from '#web/api.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { showToast } from '#web/ui/toasts.ts';

/** Blanks of some students in one file. */
export function useBlanks(params: { readonly schoolId: number; readonly classId: string }) {
  const problemText = useProblemText();
  const [isPrinting, setPrinting] = useState(false);
  const print = (purposeId: string, studentIds: readonly string[]) => {
    setPrinting(true);
    callFile('POST /api/schools/{schoolId}/classes/{classId}/consent-blanks', {
      params,
      body: { purposeId, studentIds: [...studentIds] },
    })
      .then(saveFile)
      .catch((error: unknown) => {
        if (isSessionOver(error)) goToSignIn();
        else showToast(problemText(error));
      })
      .finally(() => setPrinting(false));
  };
  return { isPrinting, print };
}
