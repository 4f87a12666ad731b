import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { SignInFrame } from '#web/views/SignInFrame.tsx';
import { HelpLink } from '../help/HelpLink.tsx';
import { CodeField, RecoveryField } from './CodeFields.tsx';
import { PasskeyForm } from './PasskeyForm.tsx';
import type { SecondStepFacts } from './facts.ts';
import { securityWords } from './words.ts';

/** After the password: a code of the application, or a recovery code. Works without script. */
export function SecondStep({ facts }: { facts: SecondStepFacts }) {
  const { next, byRecovery, hasApp, passkey, rememberDays, problem } = facts;
  const words = useWords(securityWords);
  const { language } = useContext(PageContext);
  const here = `/sign-in/second?next=${encodeURIComponent(next)}`;
  return (
    <SignInFrame>
      <div class="sign-in__form">
        <h1>{words.secondStep}</h1>
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        {passkey && !byRecovery ? (
          <PasskeyForm
            to="/sign-in/second"
            act="get"
            options={passkey}
            name={words.showPasskey}
            isPrimary={!hasApp}
          >
            <input type="hidden" name="next" value={next} />
            {hasApp ? null : <Remember days={rememberDays} />}
          </PasskeyForm>
        ) : null}
        {hasApp || byRecovery ? (
          <form class="sign-in__form" method="post" action="/sign-in/second">
            <input type="hidden" name="next" value={next} />
            {byRecovery ? <RecoveryField /> : <CodeField label={words.appCode} />}
            <Remember days={rememberDays} />
            <Button kind="primary" type="submit" isWide>
              {words.enter}
            </Button>
          </form>
        ) : null}
        <p>
          {byRecovery ? (
            <a href={here}>{hasApp ? words.byApp : words.showPasskey}</a>
          ) : (
            <a href={`${here}&way=recovery`}>{words.byRecovery}</a>
          )}
        </p>
        <p>
          <a href="/sign-in">{words.otherLogin}</a>
        </p>
        <p>
          <HelpLink at="secondStep" />
        </p>
        {byRecovery ? <p class="quiet">{words.lostBoth}</p> : null}
      </div>
    </SignInFrame>
  );
}

function Remember({ days }: { days: number }) {
  const words = useWords(securityWords);
  return (
    <label class="second-step__remember">
      <input type="checkbox" name="remember" value="yes" />
      <span>
        {words.remember(days)}
        <span class="quiet"> {words.rememberHint}</span>
      </span>
    </label>
  );
}
