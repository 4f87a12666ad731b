import type { ComponentChildren } from 'preact';
import { fullName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { MarkChip } from '#web/ui/MarkChip.tsx';
import { FactList } from '#web/ui/Sheet.tsx';
import type { PeriodMark, SubjectMarks } from '../../marks/contract.ts';
import type { WorkMark } from '../../week/rules.ts';
import { type DiaryPlace, lessonAddress } from '../addresses.ts';
import { chipFacts } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';

type MarkSheetProps = {
  readonly subject: SubjectMarks;
  readonly one: WorkMark<PeriodMark>;
  readonly place: DiaryPlace;
};

/** What one mark was for, and the way to its lesson. */
export function MarkSheet({ subject, one, place }: MarkSheetProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const { mark, second, isReplaced } = one;
  const kind = [
    mark.workType,
    mark.attempt > 1 ? words.retake : null,
    isReplaced ? words.replacedByRetake : null,
  ];
  const comment = [mark.comment, second?.comment ?? null]
    .filter((text) => text !== null && text !== '')
    .join('\n');
  const facts: { name: string; value: ComponentChildren }[] = [
    { name: words.mark, value: <MarkChip {...chipFacts(one, formats.day)} size="large" /> },
    { name: words.date, value: formats.weekdayAndDay(mark.date) },
    { name: words.workType, value: kind.filter((part) => part !== null).join(', ') },
    { name: words.weightName, value: String(mark.weight) },
  ];
  if (mark.title !== null && mark.title !== '') facts.push({ name: words.work, value: mark.title });
  if (mark.pointDue !== null)
    facts.push({ name: words.point, value: words.pointDue(formats.day(mark.pointDue)) });
  if (comment !== '') facts.push({ name: words.comment, value: comment });
  if (subject.teachers.length > 0) {
    facts.push({
      name: subject.teachers.length > 1 ? words.teachers : words.teacher,
      value: subject.teachers.map((teacher) => fullName(teacher)).join('\n'),
    });
  }
  return (
    <>
      <FactList facts={facts} />
      {mark.lessonId === null ? null : (
        <p class="sheet-link">
          <a href={lessonAddress(place, { id: mark.lessonId, date: mark.date })}>{words.toLesson}</a>
        </p>
      )}
    </>
  );
}
