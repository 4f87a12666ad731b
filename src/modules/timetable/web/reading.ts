import { useCallback, useEffect, useState } from 'preact/hooks';
import { listenToNews } from '#web/news.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import type { timetableChanged } from '../events.ts';

export type Reading<Shown> = {
  /** Null while the first answer is awaited. */
  readonly shown: Shown | null;
  readonly fault: unknown;
  /** Reads again; what is shown stays until the answer comes. */
  readonly reread: () => void;
};

const changed: typeof timetableChanged = 'timetable.timetableChanged';

/** News of one act come together with others; they are read at once. */
const gatherMs = 80;

/**
 * Reads what a page shows, again for another `key`, and whenever the school's timetable changes while the page is open.
 * `read` is called with what `key` names.
 */
export function useReading<Shown>(
  schoolId: number,
  key: string,
  read: (signal: AbortSignal) => Promise<Shown>,
): Reading<Shown> {
  const [state, setState] = useState<{ key: string; shown: Shown | null; fault: unknown }>({
    key,
    shown: null,
    fault: null,
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    read(leaving.signal).then(
      (shown) => setState({ key, shown, fault: null }),
      (fault: unknown) => {
        if (leaving.signal.aborted) return;
        if (isSessionOver(fault)) goToSignIn();
        else setState((before) => ({ key, shown: before.key === key ? before.shown : null, fault }));
      },
    );
    return () => leaving.abort();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `read` is a new function each time; `key` names all it depends on
  }, [key, attempt]);
  const reread = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => followTimetable(schoolId, reread), [schoolId, reread]);
  // The week before stays until the next one is there: nothing jumps.
  return { shown: state.shown, fault: state.key === key ? state.fault : null, reread };
}

function followTimetable(schoolId: number, tell: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, gatherMs);
  };
  const stop = listenToNews((signal) => {
    if (signal.kind === 'resync') soon();
    if (signal.kind !== 'news' || signal.news.schoolId !== schoolId) return;
    if (signal.news.name === changed) soon();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
