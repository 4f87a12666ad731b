import { useState } from 'preact/hooks';
import { useProblemText } from '#web/staff/Fault.tsx';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { showToast } from '#web/ui/toasts.ts';

/** Sends what a sheet holds; a refusal is worded in it and nothing typed is lost. */
export function useSaving({ reread, close }: { readonly reread: () => void; readonly close: () => void }) {
  const problemText = useProblemText();
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  /** `act` answers what is told when it is done. */
  const save = (act: () => Promise<string>) => {
    setSending(true);
    act()
      .then((told) => {
        showToast(told);
        reread();
        close();
      })
      .catch((error: unknown) => {
        setSending(false);
        if (isSessionOver(error)) goToSignIn();
        else setFault(problemText(error));
        reread();
      });
  };
  return { isSending, fault, save };
}
