import type { NewsMessage } from '#platform/realtime/contract.ts';

/**
 * What pages hear. `ready`: the stream stands; `resync`: news may have been missed, read again what
 * is shown; `ended`: the session is over.
 */
export type Signal =
  | { readonly kind: 'ready' | 'resync' | 'ended' }
  | { readonly kind: 'news'; readonly news: NewsMessage };

/** What a page says to the shared worker when it goes. */
export const leaving = 'leaving';

export type Stream = {
  /** Whether news arrive at the moment. */
  readonly isReady: () => boolean;
  /** Whether it has ended for good or was closed. */
  readonly isOver: () => boolean;
  readonly close: () => void;
};

const address = '/api/events';

/** After a refusal the browser does not try again by itself; we do, ever more slowly. */
const delays = [2_000, 5_000, 15_000, 60_000] as const;

/** Opens the browser's one event stream and keeps it open until the session ends. */
export function openStream(tell: (signal: Signal) => void): Stream {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;
  let isReady = false;
  let isOver = false;

  const close = () => {
    isOver = true;
    isReady = false;
    clearTimeout(timer);
    source?.close();
  };
  const open = () => {
    source = new EventSource(address);
    source.addEventListener('ready', () => {
      // A new source does not know where the refused one stood.
      if (refusals > 0) tell({ kind: 'resync' });
      refusals = 0;
      isReady = true;
      tell({ kind: 'ready' });
    });
    source.addEventListener('news', ({ data }: MessageEvent<string>) => {
      tell({ kind: 'news', news: JSON.parse(data) as NewsMessage });
    });
    source.addEventListener('resync', () => tell({ kind: 'resync' }));
    source.addEventListener('ended', () => {
      close();
      tell({ kind: 'ended' });
    });
    source.addEventListener('error', () => {
      isReady = false;
      if (isOver || source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, delays[Math.min(refusals, delays.length - 1)]);
      refusals += 1;
    });
  };
  open();
  return { isReady: () => isReady, isOver: () => isOver, close };
}
