import type { ComponentChildren } from 'preact';
import { useFormats, useWords } from '../page-context.tsx';
import { uiWords } from './ui-words.ts';

type DayCardProps = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly isToday?: boolean;
  /** Beside the date: «Каникулы», «сокращённый день». */
  readonly note?: string | null;
  /** `LessonRow`s, or one `EmptyNote` on a day without lessons. */
  readonly children: ComponentChildren;
};

/** A school day: a page with its margin line. Its id is the date, so `#2026-11-18` leads to it. */
export function DayCard({ date, isToday, note, children }: DayCardProps) {
  const words = useWords(uiWords);
  const formats = useFormats();
  // «18 | ноября, среда»: the date is read across the margin line.
  const [number, month] = formats.day(date).split(' ');
  return (
    <section class={isToday ? 'day day--today' : 'day'} id={date} aria-labelledby={`${date}-name`}>
      <header class="day__header">
        <h2 class="day__name" id={`${date}-name`}>
          <span class="day__number">{number}</span> <span class="day__month">{month},</span>{' '}
          {formats.weekday(date)}
        </h2>
        {note ? <span class="day__note">{note}</span> : null}
        {isToday ? <span class="tag tag--brand">{words.today}</span> : null}
      </header>
      <ol class="day__lessons">{children}</ol>
    </section>
  );
}
