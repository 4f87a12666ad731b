import { useState } from 'preact/hooks';
import { call } from '#web/api.ts';
import { useWords } from '#web/page-context.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import type { ListedPurpose } from '../../purposes/contract.ts';
import { longest, tidyText } from '../../purposes/rules.ts';
import { consentsWords } from '../words.ts';
import { TextArea } from './TextArea.tsx';
import { useSaving } from './use-saving.ts';

type Props = {
  readonly schoolId: number;
  readonly purpose: ListedPurpose;
  readonly reread: () => void;
  readonly close: () => void;
};

/** A new text beside the one that stands, with how many people it would ask again. */
export function TextSheet({ schoolId, purpose, reread, close }: Props) {
  const words = useWords(consentsWords).office.setUp;
  const { id, isAsked, askedAgain, texts } = purpose;
  const [latest] = texts;
  const version = latest?.version ?? 1;
  const [title, setTitle] = useState(purpose.title);
  const [body, setBody] = useState(latest?.body ?? '');
  const [asksAgain, setAsksAgain] = useState(true);
  const [isChecked, setChecked] = useState(false);
  const { isSending, fault, save } = useSaving({ reread, close });
  const isTextNew = tidyText(body) !== latest?.body;
  const params = { schoolId, purposeId: id };
  const write = async () => {
    if (title.trim() !== purpose.title)
      await call('PATCH /api/schools/{schoolId}/consent-purposes/{purposeId}', {
        params,
        body: { title: title.trim(), isAsked },
      });
    if (!isTextNew) return words.unchanged;
    const { asked } = await call('POST /api/schools/{schoolId}/consent-purposes/{purposeId}/texts', {
      params,
      body: { body, asksAgain, expected: version },
    });
    return words.saved(asked);
  };
  const send = () => {
    setChecked(true);
    if (title.trim() !== '' && body.trim() !== '') save(write);
  };
  return (
    <Sheet
      id="consent-text"
      isOpen
      title={purpose.title}
      context={words.next(version + 1)}
      onClose={close}
      actions={
        <>
          <Button kind="primary" disabled={isSending} onClick={send}>
            {words.save}
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
        <div class="consents__beside">
          <TextArea
            id="consent-body"
            label={words.next(version + 1)}
            hint={words.bodyHint}
            value={body}
            error={isChecked && body.trim() === '' ? words.bodyMissing : null}
            onText={setBody}
          />
          <details class="consents__text" open={isTextNew}>
            <summary>{words.current(version)}</summary>
            <p class="consents__body">{latest?.body ?? ''}</p>
          </details>
        </div>
        <div>
          <label class="tick">
            <input
              type="checkbox"
              checked={asksAgain}
              onChange={(event) => setAsksAgain(event.currentTarget.checked)}
            />
            <span>{words.askAgain}</span>
          </label>
          <p class="quiet" role="status">
            {asksAgain ? words.askAgainCount(askedAgain) : words.askNobody}
          </p>
        </div>
      </div>
    </Sheet>
  );
}
