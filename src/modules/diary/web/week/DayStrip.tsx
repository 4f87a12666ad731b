import { useFormats, useWords } from '#web/page-context.tsx';
import type { DiaryDay } from '../../week/contract.ts';
import { diaryWords } from '../words.ts';

type DayStripProps = {
  readonly days: readonly Pick<DiaryDay, 'date' | 'lessons'>[];
  readonly today: string;
  readonly focus: string | null;
};

/** Jumps to a day of the week. */
export function DayStrip({ days, today, focus }: DayStripProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  return (
    <nav class="day-strip no-print" aria-label={words.days}>
      {days.map(({ date, lessons }) => (
        <a
          key={date}
          href={`#${date}`}
          aria-label={formats.weekdayAndDay(date)}
          aria-current={date === today ? 'date' : undefined}
          class={[date === focus && 'day-strip__focus', lessons.length === 0 && 'day-strip__free']
            .filter(Boolean)
            .join(' ')}
        >
          <span>{formats.weekdayShort(date)}</span>
          <b>{Number(date.slice(8))}</b>
        </a>
      ))}
    </nav>
  );
}
