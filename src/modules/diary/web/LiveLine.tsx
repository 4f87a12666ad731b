import { useFormats, useWords } from '#web/page-context.tsx';
import { StaleBar } from '#web/ui/Notes.tsx';
import type { Live } from './live.ts';
import { diaryWords } from './words.ts';

type LiveLineProps = {
  readonly live: Omit<Live<unknown>, 'shown'>;
  /** The moment the content was read, and the school's zone. */
  readonly asOf: string;
  readonly timeZone: string;
};

/** How fresh the page is, how to stop its updating, and what has just changed for those who listen. */
export function LiveLine({ live, asOf, timeZone }: LiveLineProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const time = formats.time(asOf, timeZone);
  return (
    <footer class="live no-print">
      <p class="hidden-text" role="status">
        {live.announcement}
      </p>
      {live.isOffline ? <StaleBar time={time} /> : null}
      {live.isOver ? (
        <p class="live__over">
          {words.sessionEnded}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(globalThis.location.pathname)}`}>{words.signIn}</a>
        </p>
      ) : null}
      <p class="quiet">
        {words.updatedAt(time)}
        <button
          class="live__pause"
          type="button"
          aria-pressed={live.isPaused ? 'true' : 'false'}
          onClick={() => live.setPaused(!live.isPaused)}
        >
          {live.isPaused ? words.resume : words.pause}
        </button>
      </p>
    </footer>
  );
}
