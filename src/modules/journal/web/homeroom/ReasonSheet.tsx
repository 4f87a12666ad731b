import { useState } from 'preact/hooks';
import { listName } from '#modules/roster/person/rules.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field, Select } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ReasonCode } from '../../absence-reasons/contract.ts';
import type { ClassDay } from '../../class-day/contract.ts';
import type { DayStudent } from './day-rules.ts';
import { isChangedMeanwhile, sameAs, writeReason } from './reason-acts.ts';
import { homeroomWords } from './words.ts';

type ReasonSheetProps = {
  readonly schoolId: number;
  readonly day: ClassDay;
  readonly about: DayStudent | 'anybody';
  readonly close: () => void;
  readonly reread: () => void;
};

/** A reason with its days and a note; also ahead of time. What was typed stays until it is saved. */
export function ReasonSheet({ schoolId, day, about, close, reread }: ReasonSheetProps) {
  const words = useWords(homeroomWords);
  const { sheet } = words;
  const textOf = useProblemText();
  const known = about === 'anybody' ? null : about.reason;
  const [studentId, setStudentId] = useState(about === 'anybody' ? '' : about.id);
  const [reason, setReason] = useState<ReasonCode>(known?.reason ?? 'ill');
  const [from, setFrom] = useState(known?.startDate ?? day.date);
  const [to, setTo] = useState(known?.endDate ?? day.date);
  const [note, setNote] = useState(known?.note ?? '');
  const [isChecked, setChecked] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const missing = (value: string) => (isChecked && value === '' ? sheet.required : null);

  const save = async () => {
    setChecked(true);
    if (studentId === '' || from === '' || to === '') return;
    const at = { schoolId, studentId };
    try {
      const wanted = {
        reason,
        startDate: from,
        endDate: to,
        note: note.trim() === '' ? null : note,
        isEnded: false,
      };
      const written = await writeReason(at, wanted, known);
      const student = day.students.find(({ id }) => id === studentId);
      reread();
      close();
      showToast(words.set(student ? listName(student) : '', words.reasonLong[reason]), () => {
        writeReason(at, known ? sameAs(known, false) : { ...wanted, isEnded: true }, written)
          .then(reread)
          .catch(reread);
      });
    } catch (error) {
      setFault(error);
      if (isChangedMeanwhile(error)) reread();
    }
  };

  return (
    <Sheet
      id="reason"
      isOpen
      title={sheet.title}
      context={about === 'anybody' ? null : listName(about)}
      onClose={close}
      actions={
        <Button kind="primary" onClick={() => void save()}>
          {sheet.save}
        </Button>
      }
    >
      <form
        class="reason-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {fault === null ? null : (
          <FaultNote>{isChangedMeanwhile(fault) ? sheet.changed : textOf(fault)}</FaultNote>
        )}
        {about === 'anybody' ? (
          <Select
            id="reason-student"
            label={sheet.student}
            value={studentId}
            error={missing(studentId)}
            onChange={(event) => setStudentId(event.currentTarget.value)}
          >
            <option value="">{sheet.chooseStudent}</option>
            {day.students.map((student) => (
              <option key={student.id} value={student.id}>
                {listName(student)}
              </option>
            ))}
          </Select>
        ) : null}
        <Select
          id="reason-code"
          label={sheet.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as ReasonCode)}
        >
          {(['ill', 'excused', 'unexcused'] as const).map((code) => (
            <option key={code} value={code}>
              {words.reasonLong[code]}
            </option>
          ))}
        </Select>
        <div class="reason-form__days">
          <Field
            id="reason-from"
            type="date"
            label={sheet.from}
            value={from}
            error={missing(from)}
            onInput={(event) => setFrom(event.currentTarget.value)}
          />
          <Field
            id="reason-to"
            type="date"
            label={sheet.to}
            value={to}
            error={missing(to)}
            onInput={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <Field
          id="reason-note"
          label={sheet.note}
          hint={sheet.noteHint}
          maxLength={300}
          autoComplete="off"
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </form>
    </Sheet>
  );
}
