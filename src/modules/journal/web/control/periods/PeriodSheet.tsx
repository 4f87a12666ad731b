import { useRef, useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { newId } from '#web/new-id.ts';
import { useProblemText } from '../ControlHead.tsx';
import { controlWords } from '../words.ts';
import { GradeChoice } from './GradeChoice.tsx';
import { type Period, stateOf } from './period-state.ts';

type PeriodSheetProps = {
  readonly schoolId: number;
  readonly act: 'close' | 'open';
  readonly period: Period;
  readonly today: string;
  readonly reread: () => void;
  readonly close: () => void;
};

/** Closes a period, with a toast that takes it back; or opens one, which wants a reason. */
export function PeriodSheet({ schoolId, act, period, today, reread, close }: PeriodSheetProps) {
  const { periods: words } = useWords(controlWords);
  const formats = useFormats();
  const problemText = useProblemText();
  const state = stateOf(period, today);
  const choices = act === 'close' ? state.open : state.locked;
  // Null = all: the grades that come later in the year are meant too.
  const [grades, setGrades] = useState<readonly number[] | null>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  // One key for the act, however often the network makes one send it.
  const key = useRef(newId());
  const isOpening = act === 'open';
  const isMissing = (isOpening && reason.trim() === '') || grades?.length === 0;

  const send = async () => {
    setChecked(true);
    if (isMissing) return;
    setSending(true);
    const params = { schoolId, periodId: period.id };
    const wanted = grades === null ? null : [...grades];
    try {
      const changed = isOpening
        ? await call('POST /api/schools/{schoolId}/grading-periods/{periodId}/open', {
            params,
            body: { grades: wanted, reason: reason.trim() },
            idempotencyKey: key.current,
          })
        : await call('POST /api/schools/{schoolId}/grading-periods/{periodId}/lock', {
            params,
            body: { grades: wanted },
            idempotencyKey: key.current,
          });
      if (changed.grades.length === 0) showToast(words.nothingChanged);
      else if (isOpening) showToast(words.opened(period.name));
      else showToast(words.closed(period.name), () => takeBack(changed.grades));
      reread();
      close();
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
    }
  };

  const takeBack = (closed: readonly number[]) => {
    call('POST /api/schools/{schoolId}/grading-periods/{periodId}/open', {
      params: { schoolId, periodId: period.id },
      body: { grades: [...closed], reason: words.undoReason },
      idempotencyKey: newId(),
    }).then(
      () => {
        showToast(words.opened(period.name));
        reread();
      },
      (error: unknown) => showToast(problemText(error)),
    );
  };

  return (
    <Sheet
      id="period"
      isOpen
      title={isOpening ? words.openTitle(period.name) : words.closeTitle(period.name)}
      context={formats.days(period.startDate, period.endDate)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending} onClick={send}>
          {isOpening ? words.doOpen : words.doClose}
        </Button>
      }
    >
      <div class="period-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        {!isOpening && period.kind === 'year' ? <p>{words.yearNote}</p> : null}
        {!isOpening && state.isRunning ? <p>{words.runningNote}</p> : null}
        <GradeChoice choices={choices} chosen={grades} isChecked={isChecked} choose={setGrades} />
        {isOpening ? (
          <Field
            id="period-reason"
            label={words.reason}
            hint={words.reasonHint}
            error={isChecked && reason.trim() === '' ? words.reasonMissing : null}
            value={reason}
            maxLength={300}
            required
            autoComplete="off"
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
      </div>
    </Sheet>
  );
}
