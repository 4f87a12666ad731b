import { callUnlessKnown } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { SegmentedTabs } from '#web/ui/Navigation.tsx';
import { EmptyNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { SubjectList } from '#web/ui/SubjectCard.tsx';
import type { MarksOfPeriod } from '../../marks/contract.ts';
import { marksByWork } from '../../week/rules.ts';
import { type DiaryPlace, marksAddress } from '../addresses.ts';
import { useHydrated } from '../hydrated.ts';
import { LiveLine } from '../LiveLine.tsx';
import { useLive } from '../live.ts';
import { markKey } from '../mark-facts.ts';
import { useOpenSheet } from '../open-sheet.ts';
import { diaryWords } from '../words.ts';
import { MarkSheet } from './MarkSheet.tsx';
import { SubjectOfPeriod } from './SubjectOfPeriod.tsx';

export type MarksProps = {
  readonly place: DiaryPlace;
  readonly marks: MarksOfPeriod;
  /** The mark whose sheet the address names. */
  readonly markId: string | null;
};

/** The marks of one grading period by subject, with averages and the mark of the period. */
export function Marks({ place, marks: first, markId }: MarksProps) {
  const words = useWords(diaryWords);
  const formats = useFormats();
  const live = useLive({
    place,
    first,
    read: marksReader(place, first.periodId),
    news: (before, after) => (countOf(after) > countOf(before) ? words.weekChanged : ''),
  });
  const marks = live.shown;
  const isHydrated = useHydrated();
  const sheet = useOpenSheet('mark', { first: markId, isHere: (id) => markIn(marks, id) !== null });
  const open = sheet.openId === null ? null : markIn(marks, sheet.openId);
  const chosen = marks.periods.find(({ id }) => id === marks.periodId) ?? null;
  const hasWeights =
    marks.averageKind === 'weighted' &&
    marks.subjects.some((subject) => subject.marks.some(({ weight }) => weight !== 1));
  const details = open ? <MarkSheet {...open} place={place} /> : null;

  return (
    <div class="period-marks" onClick={sheet.follow}>
      {open && !isHydrated ? (
        <section class="diary__lesson">
          <h2>{open.subject.name}</h2>
          {details}
          <a href={marksAddress(place, marks.periodId)}>{words.close}</a>
        </section>
      ) : null}
      <header class="period-marks__header">
        <div>
          <h1>{chosen ? words.periodName[chosen.kind](chosen.ordinal) : words.marks}</h1>
          {chosen ? <p class="quiet">{formats.days(chosen.startDate, chosen.endDate)}</p> : null}
        </div>
        <div class="no-print">
          <SegmentedTabs
            name={words.period}
            places={marks.periods.map(({ id, kind, ordinal }) => ({
              href: marksAddress(place, id),
              word: words.periodShort[kind](ordinal),
              isCurrent: id === marks.periodId,
            }))}
          />
        </div>
      </header>
      {marks.subjects.length === 0 ? (
        <div class="diary__note">
          <EmptyNote
            title={chosen ? words.taughtWithoutMarks : words.noPeriods}
            text={chosen ? words.taughtWithoutMarksText : null}
          />
        </div>
      ) : (
        <SubjectList
          headings={{
            subject: words.subject,
            marks: words.marks,
            average: words.averageShort,
            period: words.forPeriod,
          }}
        >
          {marks.subjects.map((subject) => (
            <SubjectOfPeriod key={subject.id} subject={subject} marks={marks} place={place} />
          ))}
        </SubjectList>
      )}
      {hasWeights ? <p class="quiet period-marks__rule">{words.averageRule}</p> : null}
      <LiveLine live={live} asOf={marks.asOf} timeZone={marks.timeZone} />
      {isHydrated ? (
        <Sheet id="mark" isOpen={open !== null} title={open?.subject.name ?? ''} onClose={sheet.close}>
          {details}
        </Sheet>
      ) : null}
    </div>
  );
}

function markIn({ subjects }: MarksOfPeriod, key: string) {
  for (const subject of subjects) {
    const one = marksByWork(subject.marks).find(({ mark }) => markKey(mark) === key);
    if (one) return { subject, one };
  }
  return null;
}

function countOf({ subjects }: MarksOfPeriod): number {
  return subjects.reduce((sum, { marks, finals }) => sum + marks.length + finals.length, 0);
}

function marksReader(place: DiaryPlace, periodId: string | null) {
  let etag: string | null = null;
  return async (signal: AbortSignal): Promise<MarksOfPeriod | null> => {
    const answer = await callUnlessKnown('GET /api/schools/{schoolId}/students/{studentId}/marks', {
      params: { schoolId: place.schoolId, studentId: place.studentId },
      query: periodId === null ? {} : { period: periodId },
      ifNoneMatch: etag,
      signal,
    });
    if ('unchanged' in answer) return null;
    etag = answer.etag;
    return answer.reply;
  };
}
