import { specialDayText, specialDayWords } from '#modules/timetable/words/special-day.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { ButtonLink } from '#web/ui/Button.tsx';
import type { DiaryDay, DiaryWeek } from '../../week/contract.ts';
import { diaryWords } from '../words.ts';

type WeekNoteProps = {
  readonly week: Pick<DiaryWeek, 'year' | 'studyWeek' | 'student'> & {
    readonly days: readonly { readonly off: DiaryDay['off']; readonly lessons: readonly unknown[] }[];
  };
  /** Leads back to the current week from any other. */
  readonly current: string | null;
};

/** Why a week is empty, and what comes next; nothing for a week with lessons. */
export function WeekNote({ week, current }: WeekNoteProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const special = useWords(specialDayWords);
  const { days, year, studyWeek, student } = week;
  if (days.some(({ lessons }) => lessons.length > 0)) return null;
  const rest = days.find(({ off }) => off?.until != null)?.off;
  const note = () => {
    if (student.grade === null) return { title: words.noClass, text: words.noClassNext };
    if (rest?.until != null) {
      return {
        title: words.breakUntil(
          specialDayText({ off: rest, special: null }, special) ?? words.dayOff,
          formats.day(rest.until),
        ),
        text: null,
      };
    }
    if (studyWeek === null && year) {
      return { title: words.outsideYear, text: words.yearRuns(formats.days(year.startDate, year.endDate)) };
    }
    return { title: words.timetableEmpty, text: words.timetableEmptyNext };
  };
  return (
    <div class="diary__note">
      <EmptyNote
        {...note()}
        action={
          current === null ? null : (
            <ButtonLink href={current} kind="secondary">
              {words.toCurrentWeek}
            </ButtonLink>
          )
        }
      />
    </div>
  );
}
