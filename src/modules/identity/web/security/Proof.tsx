import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { Field } from '#web/ui/Field.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { CapsLockHint, RevealButton, SignInFrame } from '#web/views/SignInFrame.tsx';
import { CodeField } from './CodeFields.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import type { ProofFacts } from './facts.ts';
import { securityWords } from './words.ts';

/** Asks who uses the session before something that matters. */
export function Proof({ facts }: { facts: ProofFacts }) {
  const { by, hasApp, passkey, login, next, problem } = facts;
  const words = useWords(securityWords);
  const { language } = useContext(PageContext);
  return (
    <SignInFrame>
      <div class="sign-in__form">
        <h1>{words.proof}</h1>
        {problem ? (
          <FaultNote>{problemText(language, problem)}</FaultNote>
        ) : (
          <p class="quiet">{by === 'password' ? words.proofPassword : words.proofFactor}</p>
        )}
        {passkey ? (
          <PasskeyForm
            to="/security/proof"
            act="get"
            options={passkey}
            name={words.confirmByPasskey}
            isPrimary={!hasApp}
          >
            <input type="hidden" name="next" value={next} />
          </PasskeyForm>
        ) : null}
        {by === 'password' || hasApp ? (
          <form class="sign-in__form" method="post" action="/security/proof">
            <input type="hidden" name="next" value={next} />
            <input type="text" name="username" value={login} autocomplete="username" hidden readonly />
            {by === 'password' ? <PasswordField /> : <CodeField label={words.appCode} />}
            <Button kind="primary" type="submit" isWide>
              {words.goOn}
            </Button>
          </form>
        ) : null}
        <p>
          <a href="/security">{words.cancel}</a>
        </p>
      </div>
    </SignInFrame>
  );
}

function PasswordField() {
  const words = useWords(securityWords);
  return (
    <div>
      <Field
        id="password"
        name="password"
        type="password"
        label={words.passwordField}
        required
        maxLength={200}
        autocomplete="current-password"
        autofocus
        after={<RevealButton />}
      />
      <CapsLockHint />
    </div>
  );
}
