import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { listenToNews } from '#web/news.ts';
import type { DiaryPlace } from './addresses.ts';

export type Live<Shown> = {
  readonly shown: Shown;
  /** What changed, in words, for a polite live region. */
  readonly announcement: string;
  readonly isOffline: boolean;
  readonly isOver: boolean;
  readonly isPaused: boolean;
  readonly setPaused: (paused: boolean) => void;
};

export type LiveSource<Shown> = {
  readonly place: DiaryPlace;
  readonly first: Shown;
  /** Reads what is shown again; null when it has not changed. */
  readonly read: (signal: AbortSignal) => Promise<Shown | null>;
  /** What is new in it, in words; empty when nothing a family would want to hear. */
  readonly news: (before: Shown, after: Shown) => string;
};

const pauseKey = 'parta-diary-paused';
/** News of one command come as several events; they are read together. */
const gatherMs = 80;

/** Keeps a page's content up to date by the event stream, unless the reader has stopped it. */
export function useLive<Shown>(given: LiveSource<Shown>): Live<Shown> {
  const { current: source } = useRef(given);
  const [shown, setShown] = useState(source.first);
  const [announcement, setAnnouncement] = useState('');
  const [isOffline, setOffline] = useState(false);
  const [isOver, setOver] = useState(false);
  const [isPaused, setPausedState] = useState(false);

  useEffect(() => setPausedState(localStorage.getItem(pauseKey) === '1'), []);
  useEffect(() => {
    if (isPaused) return;
    return follow(source, {
      show(after, news) {
        setShown(after);
        if (news !== '') setAnnouncement(news);
      },
      setOffline,
      end: () => setOver(true),
    });
  }, [isPaused, source]);

  return {
    shown,
    announcement,
    isOffline,
    isOver,
    isPaused,
    setPaused(paused) {
      if (paused) localStorage.setItem(pauseKey, '1');
      else localStorage.removeItem(pauseKey);
      setPausedState(paused);
    },
  };
}

type Screen<Shown> = {
  readonly show: (after: Shown, news: string) => void;
  readonly setOffline: (offline: boolean) => void;
  readonly end: () => void;
};

function follow<Shown>({ place, first, read, news }: LiveSource<Shown>, screen: Screen<Shown>): () => void {
  let current = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopping = new AbortController();
  const refresh = async () => {
    try {
      const after = await read(stopping.signal);
      screen.setOffline(false);
      if (after === null) return;
      screen.show(after, news(current, after));
      current = after;
    } catch (problem) {
      if (stopping.signal.aborted) return;
      if (problem instanceof Problem && problem.code === 'notSignedIn') screen.end();
      // The right to this student has ended.
      else if (problem instanceof Problem && problem.status === 404) leave();
      else screen.setOffline(true);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), gatherMs);
  };
  const stopListening = listenToNews((signal) => {
    if (signal.kind === 'ended') screen.end();
    else if (signal.kind === 'resync') soon();
    else if (signal.kind === 'news' && concerns(signal.news, place)) soon();
  });
  addEventListener('online', soon);
  return () => {
    clearTimeout(timer);
    stopping.abort();
    stopListening();
    removeEventListener('online', soon);
  };
}

/** What is shown goes at once, whatever the network does; then the server says what there is instead. */
function leave(): void {
  document.body.replaceChildren();
  location.reload();
}

/** A family hears which of its students an event concerns, staff hear topics: they read again at any news of the school. */
function concerns(
  news: {
    readonly schoolId: number;
    readonly studentIds: readonly string[];
    readonly topics: readonly string[] | null;
  },
  { schoolId, studentId }: DiaryPlace,
): boolean {
  return news.schoolId === schoolId && (news.studentIds.includes(studentId) || news.topics !== null);
}
