import { useState } from 'preact/hooks';
import { fullName, snilsDigits } from '#modules/roster/person/rules.ts';
import { call, Problem } from '#web/api.ts';
import { useFormats, useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { useProblemText } from '#web/staff/Fault.tsx';
import { dataOf, draftOf, type PersonData, PersonFields } from '../parts/PersonFields.tsx';
import { officeWords } from '../words.ts';
import type { CardProps } from './card-props.ts';

/** What stands there now, when somebody else was quicker. */
type Standing = PersonData & { readonly version: number };

export function EditPerson({ schoolId, card, reread, close }: CardProps & { readonly close: () => void }) {
  const words = useWords(officeWords);
  const problemText = useProblemText();
  const [draft, setDraft] = useState(() => draftOf(card));
  const [expected, setExpected] = useState(card.version);
  const [snils, setSnils] = useState('');
  const [removesSnils, setRemovesSnils] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Standing | null>(null);
  const isSnilsWrong = snils.trim() !== '' && snilsDigits(snils) === null;

  const send = async (version: number) => {
    setChecked(true);
    if (draft.lastName.trim() === '' || draft.firstName.trim() === '' || isSnilsWrong) return;
    setSending(true);
    setFault(null);
    try {
      await call('PUT /api/schools/{schoolId}/persons/{personId}', {
        params: { schoolId, personId: card.id },
        body: {
          ...dataOf(draft),
          expected: version,
          ...(removesSnils ? { snils: null } : snils.trim() === '' ? {} : { snils: snils.trim() }),
        },
      });
      showToast(words.form.saved);
      reread();
      close();
    } catch (error) {
      setSending(false);
      if (error instanceof Problem && error.code === 'roster.changedMeanwhile')
        setTheirs(error.facts['current'] as Standing);
      else setFault(problemText(error));
    }
  };

  return (
    <Sheet
      id="edit-person"
      isOpen
      title={words.form.editTitle}
      context={fullName(card)}
      onClose={close}
      actions={
        <Button kind="primary" disabled={isSending} onClick={() => send(expected)}>
          {words.form.save}
        </Button>
      }
    >
      <form
        class="sheet-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(expected).catch(() => undefined);
        }}
      >
        {theirs === null ? null : (
          <Conflict
            theirs={theirs}
            take={() => {
              setDraft(draftOf(theirs));
              setExpected(theirs.version);
              setTheirs(null);
            }}
            keep={() => {
              setExpected(theirs.version);
              setTheirs(null);
              send(theirs.version).catch(() => undefined);
            }}
          />
        )}
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <PersonFields
          prefix="edit"
          draft={draft}
          set={(change) => setDraft({ ...draft, ...change })}
          isChecked={isChecked}
        />
        <Field
          id="edit-snils"
          label={card.snils === null ? words.card.snils : `${words.card.snils}: ${card.snils}`}
          hint={card.snils === null ? words.form.snilsNew : words.form.snilsHint}
          error={
            isChecked && isSnilsWrong
              ? problemText(new Problem({ code: 'roster.snilsInvalid', status: 422 }))
              : null
          }
          value={snils}
          disabled={removesSnils}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          onInput={(event) => setSnils(event.currentTarget.value)}
        />
        {card.snils === null ? null : (
          <label class="tick">
            <input
              type="checkbox"
              checked={removesSnils}
              onChange={(event) => setRemovesSnils(event.currentTarget.checked)}
            />
            {words.form.snilsRemove}
          </label>
        )}
        <button type="submit" hidden>
          {words.form.save}
        </button>
      </form>
    </Sheet>
  );
}

type ConflictProps = { readonly theirs: Standing; readonly take: () => void; readonly keep: () => void };

/** Both are shown, and a person decides. */
function Conflict({ theirs, take, keep }: ConflictProps) {
  const words = useWords(officeWords);
  const formats = useFormats();
  const born = theirs.birthDate === null ? null : formats.dayInFigures(theirs.birthDate);
  return (
    <FaultNote
      action={
        <div class="sheet-form__choice">
          <Button onClick={take}>{words.form.takeTheirs}</Button>
          <Button onClick={keep}>{words.form.keepMine}</Button>
        </div>
      }
    >
      {words.form.conflict}{' '}
      <b>{[fullName(theirs), born, theirs.phone, theirs.email].filter(Boolean).join(', ')}</b>
    </FaultNote>
  );
}
