import { useState } from 'preact/hooks';
import type { StaffRole } from '#platform/actor.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { useProblemText } from '#web/staff/Fault.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { PersonCard } from '../../person/contract.ts';
import { officeWords } from '../words.ts';
import { type PostDraft, PostFields, postOf } from './PostFields.tsx';

type Props = {
  readonly schoolId: number;
  readonly card: PersonCard;
  readonly staff: NonNullable<PersonCard['staff']>;
  /** Held today or from a later day. */
  readonly roles: readonly StaffRole[];
  readonly reread: () => void;
  readonly close: () => void;
};

/** Position, dates and roles of somebody who works here. */
export function PostSheet({ schoolId, card, staff, roles, reread, close }: Props) {
  const { post: words, form } = useWords(officeWords);
  const problemText = useProblemText();
  const standing: PostDraft = {
    position: staff.position,
    staffNumber: staff.staffNumber ?? '',
    startDate: staff.startDate,
    endDate: staff.endDate ?? '',
    roles,
  };
  const [draft, setDraft] = useState(standing);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setChecked(true);
    if (draft.position.trim() === '' || draft.startDate === '') return;
    setSending(true);
    setFault(null);
    try {
      await call('PUT /api/schools/{schoolId}/staff/{staffId}', {
        params: { schoolId, staffId: card.id },
        body: { ...postOf(draft), expected: postOf(standing) },
      });
      showToast(words.changed);
      reread();
      close();
    } catch (error) {
      setSending(false);
      setFault(problemText(error));
    }
  };
  return (
    <Sheet
      id="post"
      isOpen
      title={words.change}
      onClose={close}
      actions={
        <Button
          kind="primary"
          disabled={isSending}
          onClick={() => {
            send().catch(() => undefined);
          }}
        >
          {form.save}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <PostFields
          draft={draft}
          set={(change) => setDraft({ ...draft, ...change })}
          isChecked={isChecked}
          asksEnd
        />
      </div>
    </Sheet>
  );
}
