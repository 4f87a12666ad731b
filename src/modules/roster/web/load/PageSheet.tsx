import { useState } from 'preact/hooks';
import { shortName } from '#modules/roster/person/rules.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { keyOf, type TeacherStay, withEnd, withTeacher } from '../../load/rules.ts';
import { dayBefore } from '../../movement/rules.ts';
import { officeWords } from '../words.ts';
import { TeacherChoice } from './TeacherChoice.tsx';
import { TeacherHistory } from './TeacherHistory.tsx';
import { TeacherPreview } from './TeacherPreview.tsx';
import { useTeachers } from './use-teachers.ts';
import type { LoadBook, LoadLine } from './views.ts';
import { useLineWords } from './line-words.ts';

type Props = {
  readonly schoolId: number;
  readonly book: LoadBook;
  readonly line: LoadLine;
  readonly reread: () => void;
  readonly close: () => void;
};

/** One journal page: who taught it, who does, and from which day another will. */
export function PageSheet({ schoolId, book, line, reread, close }: Props) {
  const { load: words, form } = useWords(officeWords);
  const formats = useFormats();
  const problemText = useProblemText();
  const lineWords = useLineWords();
  const write = useTeachers({ schoolId, reread });
  const { load, day, staff } = book;
  const { id: pageId, subjectId, teachers } = line.page;
  const [ending, setEnding] = useState<TeacherStay | null>(null);
  const [staffId, setStaffId] = useState('');
  const [startDate, setStartDate] = useState(day);
  const [lastDay, setLastDay] = useState(day);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const nameOf = (id: string) => {
    const one = staff.get(id);
    return one === undefined ? '' : shortName(one);
  };
  const isWhole = ending === null ? staffId !== '' && startDate !== '' : lastDay !== '';
  const wanted = !isWhole
    ? null
    : ending === null
      ? withTeacher(teachers, { staffId, startDate })
      : withEnd(teachers, ending, lastDay < ending.startDate ? dayBefore(ending.startDate) : lastDay);
  const send = async () => {
    setChecked(true);
    if (wanted === null) return;
    setSending(true);
    setFault(null);
    try {
      const done =
        ending === null
          ? words.given(nameOf(staffId), formats.day(startDate))
          : words.ended(nameOf(ending.staffId), formats.day(lastDay));
      await write(pageId, { before: teachers, wanted, done });
      close();
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
      // Perhaps somebody was quicker: the list shows what stands.
      reread();
    }
  };
  return (
    <Sheet
      id="load-page"
      isOpen
      title={line.subject}
      context={[lineWords.place(line), lineWords.hours(line.page.hoursTenths)].join(' · ')}
      onClose={close}
      actions={
        load.mayWrite ? (
          <>
            <Button kind="primary" disabled={isSending} onClick={send}>
              {ending === null ? words.give : words.doEnd}
            </Button>
            {ending === null ? null : <Button onClick={() => setEnding(null)}>{form.cancel}</Button>}
          </>
        ) : null
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <TeacherHistory
          schoolId={schoolId}
          book={book}
          teachers={teachers}
          end={
            load.mayWrite
              ? (stay) => {
                  setEnding(stay);
                  setLastDay(stay.startDate > day ? stay.startDate : day);
                }
              : null
          }
        />
        {!load.mayWrite ? null : ending === null ? (
          <section class="sheet-form" aria-labelledby="give-teacher">
            <h3 id="give-teacher">{line.now === null ? words.giveTitle : words.anotherTitle}</h3>
            <TeacherChoice
              id="load-teacher"
              book={book}
              subjectId={subjectId}
              except={line.next === null && line.now?.endDate === null ? line.now.staffId : null}
              from={startDate}
              value={staffId}
              choose={setStaffId}
              none={words.chooseTeacher}
              error={isChecked && staffId === '' ? form.required : null}
            />
            <Field
              id="load-from"
              type="date"
              label={words.from}
              value={startDate}
              min={load.year?.startDate}
              max={load.year?.endDate}
              error={isChecked && startDate === '' ? form.required : null}
              onInput={(event) => setStartDate(event.currentTarget.value)}
            />
          </section>
        ) : (
          <section class="sheet-form" aria-labelledby="end-teacher">
            <h3 id="end-teacher">{words.endTitle(nameOf(ending.staffId))}</h3>
            <Field
              id="load-last-day"
              type="date"
              label={words.lastDay}
              value={lastDay}
              max={load.year?.endDate}
              error={isChecked && lastDay === '' ? form.required : null}
              onInput={(event) => setLastDay(event.currentTarget.value)}
            />
          </section>
        )}
        {wanted === null ? null : (
          <TeacherPreview before={teachers} wanted={wanted} nameOf={nameOf} key={wanted.map(keyOf).join()} />
        )}
      </div>
    </Sheet>
  );
}
