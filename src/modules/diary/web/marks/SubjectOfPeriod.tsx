import { useFormats, useWords } from '#web/page-context.tsx';
import { SubjectCard } from '#web/ui/SubjectCard.tsx';
import { markText } from '#web/ui/mark-names.ts';
import { uiWords } from '#web/ui/ui-words.ts';
import type { MarksOfPeriod, SubjectMarks } from '../../marks/contract.ts';
import { averageBefore, averages } from '../../marks/rules.ts';
import { marksByWork } from '../../week/rules.ts';
import { type DiaryPlace, marksAddress } from '../addresses.ts';
import { chipFacts, markKey } from '../mark-facts.ts';
import { diaryWords } from '../words.ts';

type SubjectOfPeriodProps = {
  readonly subject: SubjectMarks;
  readonly marks: MarksOfPeriod;
  readonly place: DiaryPlace;
};

/** One subject: its marks in order, the average in words, the mark of the period. */
export function SubjectOfPeriod({ subject, marks: all, place }: SubjectOfPeriodProps) {
  const { periods, periodId } = all;
  const words = useWords(diaryWords);
  const formats = useFormats();
  const names = useWords(uiWords);
  const { main, plain } = averages(subject.marks, all);
  const was = averageBefore(subject.marks, all);
  const chosen = periods.find(({ id }) => id === periodId);
  const ownFinal = subject.finals
    .filter((final) => final.periodId === periodId)
    .toSorted((one, other) => finalOrder.indexOf(one.kind) - finalOrder.indexOf(other.kind))[0];
  const earlier =
    chosen?.kind === 'year'
      ? subject.finals.flatMap(({ periodId: id, value }) => {
          const period = periods.find((one) => one.id === id && one.kind !== 'year');
          return period
            ? [`${words.periodShort[period.kind](period.ordinal)} — ${markText(names, value)}`]
            : [];
        })
      : [];
  const notes = [
    main !== null && was !== null && main !== was
      ? (main > was ? words.rose : words.fell)(formats.decimal(was))
      : null,
    plain === null ? null : words.plainMean(formats.decimal(plain)),
    ...earlier,
  ].filter((note) => note !== null);

  return (
    <SubjectCard
      subject={subject.name}
      average={main === null ? null : formats.decimal(main)}
      note={notes.length > 0 ? notes.join(', ') : null}
      periodMark={ownFinal ? { value: ownFinal.value, name: words.finalKind[ownFinal.kind] } : null}
      marks={marksByWork(subject.marks).map((one) => ({
        ...chipFacts(one, formats.day),
        id: markKey(one.mark),
        date: one.mark.date,
        href: `${marksAddress(place, periodId)}?mark=${markKey(one.mark)}`,
      }))}
    />
  );
}

/** Which final mark stands for a period when there are several: the last word comes first. */
const finalOrder = ['final', 'year', 'period', 'exam'];
