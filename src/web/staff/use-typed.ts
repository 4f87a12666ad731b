import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Asks the server for what is being typed, once it rests: `asked` says what, null = nothing to ask. A newer question
 * takes the place of an older one; until its answer both `reply` and `fault` are null.
 */
export function useTyped<Reply>(
  { asked, restMs }: { readonly asked: string | null; readonly restMs: number },
  ask: (asked: string, signal: AbortSignal) => Promise<Reply>,
): { readonly reply: Reply | null; readonly fault: unknown } {
  const [reply, setReply] = useState<Reply | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const askRef = useRef(ask);
  useEffect(() => {
    askRef.current = ask;
  });
  useEffect(() => {
    setReply(null);
    setFault(null);
    if (asked === null) return undefined;
    const leaving = new AbortController();
    const timer = setTimeout(() => {
      askRef
        .current(asked, leaving.signal)
        .then(setReply)
        .catch((error: unknown) => {
          if (!leaving.signal.aborted) setFault(error);
        });
    }, restMs);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [asked, restMs]);
  return { reply, fault };
}
