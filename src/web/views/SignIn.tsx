import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { eye, eyeOff } from '../ui/icons.ts';
import { Logo } from '../ui/Logo.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/Menus.tsx';
import { FaultNote } from '../ui/Notes.tsx';
import { uiWords } from '../ui/ui-words.ts';

export type SignInFacts = {
  /** What was typed before a refusal; empty at first. */
  readonly login: string;
  /** Where to go afterwards: a path of this site, `/` at first. */
  readonly next: string;
  readonly problem: WordedProblem | null;
};

/** An ordinary form; the script only adds the look into the password and the hint at Caps Lock. */
export function SignIn({ facts }: { facts: SignInFacts }) {
  const words = useWords(shellWords);
  const { product } = useWords(uiWords);
  const { language } = useContext(PageContext);
  const { login, next, problem } = facts;
  return (
    <div class="sign-in">
      <header class="sign-in__margin">
        <Logo size={56} />
        <div>
          <p class="sign-in__product">{product}</p>
          <p class="sign-in__tagline">{words.tagline}</p>
        </div>
      </header>
      <main class="sign-in__page">
        <form class="sign-in__form" method="post" action="/sign-in">
          <h1>{words.signIn}</h1>
          {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
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
          <p class="sign-in__caps" id="caps-lock" role="status" data-words={words.capsLock} />
          <Button kind="primary" type="submit" isWide>
            {words.enter}
          </Button>
          <p class="quiet">{words.forgotten}</p>
        </form>
        <footer class="sign-in__foot">
          <LanguageSwitch />
          <ThemeSwitch />
        </footer>
      </main>
    </div>
  );
}

/** Hidden until the script that makes it work is there. */
function RevealButton() {
  const words = useWords(shellWords);
  return (
    <button
      type="button"
      id="reveal"
      class="icon-button"
      hidden
      aria-controls="password"
      aria-label={words.showPassword}
      data-show={words.showPassword}
      data-hide={words.hidePassword}
    >
      <Icon path={eye} />
      <Icon path={eyeOff} />
    </button>
  );
}
