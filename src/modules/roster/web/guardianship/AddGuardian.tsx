import { useState } from 'preact/hooks';
import { fullName } from '#modules/roster/person/rules.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import type { ListedPerson } from '../../people/contract.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { newId } from '#web/new-id.ts';
import { dataOf, emptyDraft, PersonFields } from '../parts/PersonFields.tsx';
import type { CardProps } from '../person/card-props.ts';
import { officeWords } from '../words.ts';
import { FindPerson } from './FindPerson.tsx';
import { RightFields, wholeRight } from './RightFields.tsx';

/** Gives a known or a new person a right to the student. */
export function AddGuardian({ schoolId, card, reread, close }: CardProps & { readonly close: () => void }) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [isNew, setNew] = useState(false);
  const [chosen, setChosen] = useState<ListedPerson | null>(null);
  const [person, setPerson] = useState(emptyDraft);
  const [right, setRight] = useState(wholeRight);
  const [startDate, setStartDate] = useState(card.today);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [key, setKey] = useState(newId);
  const isWhole =
    right.scope.length > 0 &&
    startDate !== '' &&
    (isNew ? person.lastName.trim() !== '' && person.firstName.trim() !== '' : chosen !== null);

  const send = async () => {
    setChecked(true);
    if (!isWhole) return;
    setSending(true);
    setFault(null);
    try {
      await call('POST /api/schools/{schoolId}/students/{studentId}/guardianships', {
        params: { schoolId, studentId: card.id },
        body: {
          guardian: isNew || chosen === null ? { person: dataOf(person) } : { personId: chosen.id },
          kinship: right.kinship,
          scope: [...right.scope],
          basis: right.basis.trim() === '' ? null : right.basis.trim(),
          startDate,
        },
        idempotencyKey: key,
      });
      showToast(words.right.given);
      reread();
      close();
    } catch (error) {
      setSending(false);
      setKey(newId());
      setFault(problemText(error));
    }
  };

  return (
    <Sheet
      id="add-guardian"
      isOpen
      title={words.right.addTitle}
      context={fullName(card)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending || (!isNew && chosen === null)} onClick={send}>
          {words.right.give}
        </Button>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <div class="choice" role="group" aria-label={words.right.who}>
          <button type="button" aria-pressed={!isNew} onClick={() => setNew(false)}>
            {words.right.known}
          </button>
          <button type="button" aria-pressed={isNew} onClick={() => setNew(true)}>
            {words.right.new}
          </button>
        </div>
        {isNew ? (
          <PersonFields
            prefix="guardian"
            draft={person}
            set={(change) => setPerson({ ...person, ...change })}
            isChecked={isChecked}
          />
        ) : chosen === null ? (
          <FindPerson schoolId={schoolId} except={card.id} choose={setChosen} />
        ) : (
          <p class="chosen-person">
            <span>
              {words.right.chosen}: <b>{fullName(chosen)}</b>
            </span>
            <Button kind="quiet" onClick={() => setChosen(null)}>
              {words.right.another}
            </Button>
          </p>
        )}
        {isNew || chosen !== null ? (
          <>
            <RightFields
              draft={right}
              set={(change) => setRight({ ...right, ...change })}
              isChecked={isChecked}
            />
            <Field
              id="right-from"
              type="date"
              label={words.right.from}
              value={startDate}
              error={isChecked && startDate === '' ? words.form.required : null}
              onInput={(event) => setStartDate(event.currentTarget.value)}
            />
          </>
        ) : null}
      </div>
    </Sheet>
  );
}
