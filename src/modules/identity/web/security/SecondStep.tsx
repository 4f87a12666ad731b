import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { problemText } from '#web/problem-words.ts';
import { Button } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { SignInFrame } from '#web/views/SignInFrame.tsx';
import { CodeField, RecoveryField } from './CodeFields.tsx';
import type { SecondStepFacts } from './facts.ts';
import { securityWords } from './words.ts';

/** After the password: a code of the application, or a recovery code. Works without script. */
export function SecondStep({
  facts: { next, byRecovery, rememberDays, problem },
}: {
  facts: SecondStepFacts;
}) {
  const words = useWords(securityWords);
  const { language } = useContext(PageContext);
  const here = `/sign-in/second?next=${encodeURIComponent(next)}`;
  return (
    <SignInFrame>
      <form class="sign-in__form" method="post" action="/sign-in/second">
        <h1>{words.secondStep}</h1>
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        <input type="hidden" name="next" value={next} />
        {byRecovery ? <RecoveryField /> : <CodeField label={words.appCode} />}
        <label class="second-step__remember">
          <input type="checkbox" name="remember" value="yes" />
          <span>
            {words.remember(rememberDays)}
            <span class="quiet"> {words.rememberHint}</span>
          </span>
        </label>
        <Button kind="primary" type="submit" isWide>
          {words.enter}
        </Button>
        <p>
          {byRecovery ? (
            <a href={here}>{words.byApp}</a>
          ) : (
            <a href={`${here}&way=recovery`}>{words.byRecovery}</a>
          )}
        </p>
        <p>
          <a href="/sign-in">{words.otherLogin}</a>
        </p>
        {byRecovery ? <p class="quiet">{words.lostBoth}</p> : null}
      </form>
    </SignInFrame>
  );
}
