import { useContext, useEffect, useState } from 'preact/hooks';
import { askProofBy, call, Problem } from '../api.ts';
import { PageContext, useWords } from '../page-context.tsx';
import { problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FaultNote } from '../ui/Notes.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { goToSignIn, isSessionOver } from './session.ts';

type Asked = { readonly hasApp: boolean; readonly answer: (isProved: boolean) => void };

/** Asks who uses the session before an act that matters; the act goes on, what was typed for it stays. */
export function StepUp() {
  const words = useWords(shellWords).stepUp;
  const { language } = useContext(PageContext);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    askProofBy(
      (facts) =>
        new Promise((resolve) => {
          setCode('');
          setFault(null);
          setAsked({ hasApp: facts['hasApp'] === true, answer: resolve });
        }),
    );
    return () => askProofBy(null);
  }, []);
  // Nothing of it stands in the page until it is asked for: an open dialog elsewhere is the only one.
  if (asked === null) return null;
  const leave = (isProved: boolean) => {
    asked.answer(isProved);
    setAsked(null);
  };
  const show = async () => {
    setSending(true);
    setFault(null);
    try {
      await call('POST /api/session/proof', { body: { code } });
      leave(true);
    } catch (error) {
      if (isSessionOver(error)) goToSignIn();
      else setFault(error);
    } finally {
      setSending(false);
    }
  };
  const { hasApp } = asked;
  const goOn = () => {
    // A passkey was shown on the page of proofs, in a tab of its own: the act is tried again.
    if (hasApp) void show();
    else leave(true);
  };
  return (
    <Sheet
      id="step-up"
      isOpen
      title={words.title}
      onClose={() => leave(false)}
      actions={
        <>
          <Button kind="primary" type="submit" form="step-up-form" disabled={isSending}>
            {words.goOn}
          </Button>
          <Button onClick={() => leave(false)}>{words.cancel}</Button>
        </>
      }
    >
      <form
        id="step-up-form"
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <p>{words.text}</p>
        {hasApp ? (
          <Field
            id="step-up-code"
            label={words.code}
            hint={words.codeHint}
            value={code}
            inputMode="numeric"
            required
            maxLength={12}
            autocomplete="one-time-code"
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        ) : null}
        <p>
          <a href="/security/proof" target="_blank" rel="noopener">
            {hasApp ? words.otherWay : words.passkey}
          </a>
        </p>
        {fault === null ? null : (
          <FaultNote>
            {problemText(language, fault instanceof Problem ? fault : { code: 'internal', facts: {} })}
          </FaultNote>
        )}
      </form>
    </Sheet>
  );
}
