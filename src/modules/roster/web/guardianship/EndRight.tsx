import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { dayBefore } from '../../movement/rules.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { officeWords } from '../words.ts';
import type { RightProps } from './ChangeRight.tsx';

/** From which day a guardian sees nothing more; the toast gives the right back. */
export function EndRight({ schoolId, line, today, reread, close }: RightProps & { readonly today: string }) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [closedFrom, setClosedFrom] = useState(today);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const end = (endDate: string | null, expected: number) =>
    call('POST /api/schools/{schoolId}/guardianships/{guardianshipId}/end', {
      params: { schoolId, guardianshipId: line.id },
      body: { endDate, expected },
    });
  const giveBack = async (version: number) => {
    try {
      await end(line.endDate, version);
      showToast(words.right.restored);
    } catch (error) {
      showToast(problemText(error));
    }
    reread();
  };
  const send = async () => {
    if (closedFrom === '') return;
    setSending(true);
    try {
      const { version } = await end(dayBefore(closedFrom), line.version);
      showToast(words.right.ended, () => {
        giveBack(version).catch(() => undefined);
      });
      reread();
      close();
    } catch (error) {
      setSending(false);
      if (error instanceof Problem && error.code === 'roster.changedMeanwhile') {
        showToast(words.right.conflict);
        reread();
        close();
      } else setFault(problemText(error));
    }
  };
  return (
    <Sheet
      id="end-right"
      isOpen
      title={words.right.endTitle}
      context={fullName(line.person)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending} onClick={send}>
          {words.right.doEnd}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <Field
          id="right-closed-from"
          type="date"
          label={words.right.closedFrom}
          hint={words.right.endText}
          value={closedFrom}
          error={closedFrom === '' ? words.form.required : null}
          onInput={(event) => setClosedFrom(event.currentTarget.value)}
        />
      </div>
    </Sheet>
  );
}
