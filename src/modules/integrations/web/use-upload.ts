import { useCallback, useState } from 'preact/hooks';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';

type Upload<Reply> = {
  /** What came of the last request. */
  readonly reply: Reply | null;
  readonly busy: 'reading' | 'writing' | null;
  readonly fault: unknown;
  /** A trial that fails leaves nothing to agree to. */
  readonly ask: (kind: 'trial' | 'writing', request: () => Promise<Reply>) => Promise<void>;
  /** Something beside the trial: what goes wrong is shown in the same place. */
  readonly attempt: (act: () => Promise<void>) => Promise<void>;
  readonly forget: () => void;
};

/** A file on its way to the server: tried, looked at, written. */
export function useUpload<Reply>(): Upload<Reply> {
  const [reply, setReply] = useState<Reply | null>(null);
  const [busy, setBusy] = useState<Upload<Reply>['busy']>(null);
  const [fault, setFault] = useState<unknown>(null);
  const attempt = useCallback(async (act: () => Promise<void>) => {
    setFault(null);
    try {
      await act();
    } catch (error) {
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    }
  }, []);
  const ask = useCallback(
    async (kind: 'trial' | 'writing', request: () => Promise<Reply>) => {
      setBusy(kind === 'trial' ? 'reading' : 'writing');
      await attempt(async () => {
        try {
          setReply(await request());
        } catch (error) {
          if (kind === 'trial') setReply(null);
          throw error;
        }
      });
      setBusy(null);
    },
    [attempt],
  );
  return { reply, busy, fault, attempt, ask, forget: () => setReply(null) };
}
