import { useFormats, useWords } from '#web/page-context.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import type { DiaryWeek } from '../../week/contract.ts';
import { marksByWork } from '../../week/rules.ts';
import { type DiaryPlace, lessonAddress, weekAddress } from '../addresses.ts';
import { bandOf, markKey } from '../mark-facts.ts';
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
        {marksByWork(marks).map(({ mark, second }) => (
          <li key={markKey(mark)}>
            <a
              href={
                mark.lessonId === null
                  ? weekAddress(place, mark.date)
                  : lessonAddress(place, { id: mark.lessonId, date: mark.date })
              }
            >
              <MarkChip
                value={mark.value}
                second={second?.value ?? null}
                band={bandOf(mark.band)}
                weight={mark.weight}
                work={mark.workType.toLowerCase()}
              />
              <span class="newest__text">
                <span class="newest__subject" aria-hidden="true">
                  {mark.subjectShort}
                </span>
                <span class="hidden-text">, {mark.subject}, </span>
                <span class="newest__day">{formats.dayAndMonthInFigures(mark.setOn)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
