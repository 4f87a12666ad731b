import { useEffect, useRef, useState } from 'preact/hooks';
import { listenToNews } from '#web/news.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';

type Told = {
  readonly schoolId: number;
  /** Read again when it changes. */
  readonly key: string;
  /** Names of the events that change what is shown. */
  readonly events: readonly string[];
  /** Events within this time are answered by one reading. */
  readonly restMs: number;
};

type Reading<Reply> = {
  /** What was read last; stays while the next answer is on its way. */
  readonly reply: Reply | null;
  readonly fault: unknown;
  readonly reread: () => void;
};

/** Reads what a page shows, and again when the school's events say that it is another now. */
export function useTold<Reply>(
  { schoolId, key, events, restMs }: Told,
  read: (signal: AbortSignal) => Promise<Reply>,
): Reading<Reply> {
  const [reply, setReply] = useState<Reply | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const readRef = useRef(read);
  const eventsRef = useRef(events);
  useEffect(() => {
    readRef.current = read;
    eventsRef.current = events;
  });
  useEffect(() => {
    const leaving = new AbortController();
    readRef.current(leaving.signal).then(
      (answer) => {
        setReply(answer);
        setFault(null);
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        if (isSessionOver(error)) goToSignIn();
        else setFault(error);
      },
    );
    return () => leaving.abort();
  }, [key, attempt]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToNews((signal) => {
      const concerns =
        signal.kind === 'resync' ||
        (signal.kind === 'news' &&
          signal.news.schoolId === schoolId &&
          eventsRef.current.includes(signal.news.name));
      if (!concerns) return;
      clearTimeout(timer);
      timer = setTimeout(() => setAttempt((count) => count + 1), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [schoolId, restMs]);
  return { reply, fault, reread: () => setAttempt((count) => count + 1) };
}
