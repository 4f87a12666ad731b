import { useWords } from '../page-context.tsx';
import { MarkChip } from './MarkChip.tsx';
import type { MarkBand, MarkFacts } from './mark-names.ts';
import { uiWords } from './ui-words.ts';

export type StripMark = MarkFacts & {
  readonly id: string;
  /** `YYYY-MM-DD` of the lesson; a new month begins with a divider. */
  readonly date: string;
  readonly band?: MarkBand;
  readonly href?: string;
};

/** Marks in order of date, newest at the end. */
export function MarkStrip({ marks }: { marks: readonly StripMark[] }) {
  const words = useWords(uiWords);
  if (marks.length === 0) return <p class="quiet">{words.noMarks}</p>;
  const isLinked = marks.some((mark) => mark.href !== undefined);
  return (
    <ul class={isLinked ? 'mark-strip mark-strip--linked' : 'mark-strip'}>
      {marks.map((mark, index) => {
        const before = marks[index - 1];
        const isNewMonth = before !== undefined && before.date.slice(0, 7) !== mark.date.slice(0, 7);
        return (
          <li key={mark.id} class={isNewMonth ? 'mark-strip__item--new-month' : undefined}>
            {mark.href === undefined ? (
              <MarkChip {...mark} />
            ) : (
              <a href={mark.href}>
                <MarkChip {...mark} />
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
