import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { GuardianshipLine } from '../../person/contract.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { officeWords } from '../words.ts';
import { RightFields } from './RightFields.tsx';

export type RightProps = {
  readonly schoolId: number;
  readonly line: GuardianshipLine;
  readonly reread: () => void;
  readonly close: () => void;
};

/** What a guardian may see, and as whom. */
export function ChangeRight({ schoolId, line, reread, close }: RightProps) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [right, setRight] = useState({ kinship: line.kinship, scope: line.scope, basis: line.basis ?? '' });
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setChecked(true);
    if (right.scope.length === 0) return;
    setSending(true);
    try {
      await call('PUT /api/schools/{schoolId}/guardianships/{guardianshipId}', {
        params: { schoolId, guardianshipId: line.id },
        body: {
          kinship: right.kinship,
          scope: [...right.scope],
          basis: right.basis.trim() === '' ? null : right.basis.trim(),
          expected: line.version,
        },
      });
      showToast(words.right.changed);
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
      id="change-right"
      isOpen
      title={words.right.editTitle}
      context={fullName(line.person)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending} onClick={send}>
          {words.form.save}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <RightFields
          draft={right}
          set={(change) => setRight({ ...right, ...change, scope: [...(change.scope ?? right.scope)] })}
          isChecked={isChecked}
        />
      </div>
    </Sheet>
  );
}
