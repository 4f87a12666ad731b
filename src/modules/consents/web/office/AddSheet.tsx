import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { newId } from '#web/new-id.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { longest } from '../../purposes/rules.ts';
import { consentsWords } from '../words.ts';
import { TextArea } from './TextArea.tsx';
import { useSaving } from './use-saving.ts';

type Props = { readonly schoolId: number; readonly reread: () => void; readonly close: () => void };

/** A purpose of the school’s own. */
export function AddSheet({ schoolId, reread, close }: Props) {
  const words = useWords(consentsWords).office.setUp;
  const [purposeId] = useState(newId);
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [isChecked, setChecked] = useState(false);
  const { isSending, fault, save } = useSaving({ reread, close });
  const send = () => {
    setChecked(true);
    if (title.trim() === '' || body.trim() === '') return;
    save(async () => {
      await call('PUT /api/schools/{schoolId}/consent-purposes/{purposeId}', {
        params: { schoolId, purposeId },
        body: { title: title.trim(), body },
      });
      return words.added;
    });
  };
  return (
    <Sheet
      id="consent-new"
      isOpen
      title={words.addTitle}
      onClose={close}
      actions={
        <>
          <Button kind="primary" disabled={isSending} onClick={send}>
            {words.add}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </>
      }
    >
      <div class="sheet-form">
        {fault === null ? null : <FaultNote>{fault}</FaultNote>}
        <Field
          id="consent-title"
          label={words.name}
          maxLength={longest.title}
          value={title}
          error={isChecked && title.trim() === '' ? words.titleMissing : null}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <TextArea
          id="consent-body"
          label={words.body}
          hint={words.bodyHint}
          value={body}
          error={isChecked && body.trim() === '' ? words.bodyMissing : null}
          onText={setBody}
        />
      </div>
    </Sheet>
  );
}
