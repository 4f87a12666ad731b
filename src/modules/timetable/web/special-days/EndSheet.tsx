import { useContext, useState } from 'preact/hooks';
import { Problem } from '#web/api.ts';
import { PageContext, useFormats, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { useReading } from '../reading.ts';
import { endSpecialDay, previewEnding, type SpecialDay } from './acts.ts';
import { EffectNote } from './EffectNote.tsx';
import { lastDay } from './list-rules.ts';
import { whatName, whomName } from './names.ts';
import { specialDaysWords } from './words.ts';

type EndSheetProps = {
  readonly schoolId: number;
  readonly day: SpecialDay;
  readonly today: string;
  readonly onClose: () => void;
};

/** Gives a special day back, or what is left of several: what happens is seen first. */
export function EndSheet({ schoolId, day, today, onClose }: EndSheetProps) {
  const words = useWords(specialDaysWords);
  const formats = useFormats();
  const { language } = useContext(PageContext);
  const last = lastDay(day);
  const [from, setFrom] = useState(day.from <= today && today <= last ? today : day.from);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const { shown, fault, reread } = useReading(schoolId, from, async (signal) => ({
    from,
    effect: await previewEnding(schoolId, { id: day.id, from }, signal),
  }));
  const effect = shown?.from === from && fault === null ? shown.effect : null;
  const refusal = problem ?? (fault instanceof Problem ? fault : null);
  const send = async () => {
    if (!effect) return;
    setSending(true);
    setProblem(null);
    try {
      await endSpecialDay(schoolId, { id: day.id, from, agreed: effect.fingerprint });
      showToast(words.ended);
      onClose();
    } catch (error) {
      setSending(false);
      if (isSessionOver(error)) goToSignIn();
      else if (error instanceof Problem) {
        setProblem(error);
        reread();
      } else throw error;
    }
  };
  return (
    <Sheet
      id="end-special-day"
      isOpen
      title={words.endTitle}
      context={[whomName(day, words), whatName(day, words), formats.days(day.from, last)].join(' · ')}
      onClose={onClose}
      actions={
        <Button kind="primary" disabled={!effect || isSending} onClick={() => void send()}>
          {words.endConfirm}
        </Button>
      }
    >
      <div class="end-day">
        {day.from === last ? null : (
          <Field
            id="end-from"
            type="date"
            label={words.endFrom}
            value={from}
            min={day.from}
            max={last}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value === '') return;
              setProblem(null);
              setFrom(value);
            }}
          />
        )}
        {refusal ? <FaultNote>{problemText(language, refusal)}</FaultNote> : null}
        {effect ? (
          <EffectNote effect={effect} />
        ) : refusal ? null : (
          <p class="quiet" role="status">
            {words.counting}
          </p>
        )}
      </div>
    </Sheet>
  );
}
