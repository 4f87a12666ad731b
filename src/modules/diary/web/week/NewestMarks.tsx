import { useFormats, useWords } from '#web/page-context.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import type { DiaryWeek } from '../../week/contract.ts';
import { type DiaryPlace, lessonAddress, weekAddress } from '../addresses.ts';
import { bandOf } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';

type NewestMarksProps = { readonly place: DiaryPlace; readonly marks: DiaryWeek['newestMarks'] };

/** The marks set last, newest first; each leads to its lesson. */
export function NewestMarks({ place, marks }: NewestMarksProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  if (marks.length === 0) return null;
  return (
    <section class="newest" aria-label={words.newestMarks}>
      <h2 class="newest__title">{words.newestMarks}</h2>
      <ul>
        {marks.map(({ workId, attempt, slot, lessonId, date, subject, value, band, workType, weight }) => (
          <li key={`${workId}.${attempt}.${slot}`}>
            <a
              href={
                lessonId === null ? weekAddress(place, date) : lessonAddress(place, { id: lessonId, date })
              }
            >
              <MarkChip value={value} band={bandOf(band)} weight={weight} work={workType.toLowerCase()} />
              <span class="newest__text">
                <span class="newest__subject">{subject}</span>
                <span class="newest__day">{formats.day(date)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
