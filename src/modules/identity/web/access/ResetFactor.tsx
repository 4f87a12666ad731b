import { useContext, useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { goToSignIn, isSessionOver } from '#web/staff/session.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { AccessPerson } from '../../access-slips/contract.ts';
import { accessWords } from './words.ts';

type Props = {
  readonly schoolId: number;
  /** Null = nothing is asked. */
  readonly person: AccessPerson | null;
  readonly close: () => void;
  readonly reread: () => void;
};

/** Asks before somebody's second factor is taken away. */
export function ResetFactor({ schoolId, person, close, reread }: Props) {
  const words = useWords(accessWords).factor;
  const { language } = useContext(PageContext);
  const [fault, setFault] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const leave = () => {
    setFault(null);
    close();
  };
  const reset = async (whose: AccessPerson) => {
    setSending(true);
    try {
      await call('DELETE /api/schools/{schoolId}/persons/{personId}/second-factor', {
        params: { schoolId, personId: whose.personId },
      });
      showToast(words.done(fullName(whose)));
      leave();
      reread();
    } catch (error) {
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <Sheet
      id="reset-factor"
      isOpen={person !== null}
      title={words.title}
      context={person ? fullName(person) : null}
      onClose={leave}
      actions={
        <>
          <Button
            kind="primary"
            disabled={isSending}
            onClick={() => {
              if (person) void reset(person);
            }}
          >
            {words.confirm}
          </Button>
          <Button onClick={leave}>{words.cancel}</Button>
        </>
      }
    >
      <p>{words.text}</p>
      <p class="quiet">{words.ask}</p>
      {fault === null ? null : (
        <FaultNote>
          {problemText(language, fault instanceof Problem ? fault : { code: 'internal', facts: {} })}
        </FaultNote>
      )}
    </Sheet>
  );
}
