import { useEffect, useRef, useState } from 'preact/hooks';
import { listenToNews } from '../news.ts';
import { goToSignIn, isSessionOver } from './session.ts';

/** Several acts of one command are read once. */
const usualRestMs = 120;

type Reading<Reply> = {
  /** What was read last; stays while the next answer is on its way. */
  readonly reply: Reply | null;
  readonly fault: unknown;
  readonly isReading: boolean;
  readonly reread: () => void;
};

/** Reads a page of the staff area and keeps it up to date: again when `key` changes, and with news of these names. */
export function useRead<Reply>(
  {
    schoolId,
    key,
    follows,
    restMs = usualRestMs,
  }: {
    readonly schoolId: number;
    readonly key: string;
    readonly follows: readonly string[];
    /** News within this time is answered by one reading: longer where a reading is dear. */
    readonly restMs?: number;
  },
  read: (signal: AbortSignal) => Promise<Reply>,
): Reading<Reply> {
  const [reply, setReply] = useState<Reply | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [isReading, setReading] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const readRef = useRef(read);
  const namesRef = useRef(follows);
  useEffect(() => {
    readRef.current = read;
    namesRef.current = follows;
  });
  useEffect(() => {
    const leaving = new AbortController();
    setReading(true);
    readRef
      .current(leaving.signal)
      .then((answer) => {
        setReply(answer);
        setFault(null);
        setReading(false);
      })
      .catch((error: unknown) => {
        if (leaving.signal.aborted) return;
        setReading(false);
        if (isSessionOver(error)) goToSignIn();
        else setFault(error);
      });
    return () => leaving.abort();
  }, [key, attempt]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToNews((signal) => {
      const concerns =
        signal.kind === 'resync' ||
        (signal.kind === 'news' &&
          signal.news.schoolId === schoolId &&
          namesRef.current.includes(signal.news.name));
      if (!concerns) return;
      clearTimeout(timer);
      timer = setTimeout(() => setAttempt((count) => count + 1), restMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [schoolId, restMs]);
  return { reply, fault, isReading, reread: () => setAttempt((count) => count + 1) };
}
