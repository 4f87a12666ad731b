import { useContext } from 'preact/hooks';
import { HelpLink } from '#modules/identity/web/help/HelpLink.tsx';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FaultNote } from '../ui/Notes.tsx';
import { CapsLockHint, RevealButton, SignInFrame } from './SignInFrame.tsx';

export type SignInFacts = {
  /** What was typed before a refusal; empty at first. */
  readonly login: string;
  /** Where to go afterwards: a path of this site, `/` at first. */
  readonly next: string;
  /** Others use this computer too. */
  readonly isShared: boolean;
  /** A forgotten password is replaced by a code of a letter. */
  readonly canRecover: boolean;
  /** That has just been done. */
  readonly isRecovered: boolean;
  readonly problem: WordedProblem | null;
};

/** An ordinary form; the script only adds the look into the password and the hint at Caps Lock. */
export function SignIn({ facts }: { facts: SignInFacts }) {
  const words = useWords(shellWords);
  const { language } = useContext(PageContext);
  const { login, next, isShared, canRecover, isRecovered, problem } = facts;
  return (
    <SignInFrame>
      <form class="sign-in__form" method="post" action="/sign-in">
        <h1>{words.signIn}</h1>
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        {isRecovered && !problem ? <p role="status">{words.recovered}</p> : null}
        {next !== '/' && !problem ? <p class="quiet">{words.signInFirst}</p> : null}
        <input type="hidden" name="next" value={next} />
        <Field
          id="login"
          name="login"
          label={words.login}
          hint={words.loginHint}
          value={login}
          required
          maxLength={100}
          autocomplete="username"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          autofocus={login === ''}
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={words.password}
          required
          maxLength={200}
          autocomplete="current-password"
          autofocus={login !== ''}
          after={<RevealButton />}
        />
        <CapsLockHint />
        <label class="sign-in__shared">
          <input type="checkbox" name="shared" value="yes" checked={isShared} />
          <span>
            {words.sharedComputer} <span class="quiet">{words.sharedComputerHint}</span>
          </span>
        </label>
        <Button kind="primary" type="submit" isWide>
          {words.enter}
        </Button>
        <p class="sign-in__ways">
          <a href="/code">{words.byCode}</a>
          {canRecover ? <a href="/recovery">{words.recover}</a> : null}
          <HelpLink at="signIn" />
        </p>
        <p class="quiet">{canRecover ? words.noLogin : words.forgotten}</p>
      </form>
    </SignInFrame>
  );
}
