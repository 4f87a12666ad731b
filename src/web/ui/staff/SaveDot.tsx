import { useWords } from '../../page-context.tsx';
import { uiWords } from '../ui-words.ts';

export type SaveState = 'saved' | 'queued' | 'conflict';

const shapes: Readonly<Record<SaveState, string>> = {
  saved: 'M5 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  queued: 'M5 1a4 4 0 0 1 0 8z',
  conflict: 'M5 .5l4.7 8.5H.3z',
};

/** ● saved, ◐ waiting, ▲ conflict: told apart by shape, with a name for those who hear it. */
export function SaveDot({ state }: { state: SaveState }) {
  const words = useWords(uiWords);
  return (
    <svg
      class={`save-dot save-dot--${state}`}
      width="10"
      height="10"
      viewBox="0 0 10 10"
      role="img"
      aria-label={words[state]}
    >
      {state === 'queued' ? <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" /> : null}
      <path d={shapes[state]} fill="currentColor" />
    </svg>
  );
}
