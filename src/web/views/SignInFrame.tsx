import type { ComponentChildren } from 'preact';
import { useWords } from '../page-context.tsx';
import { shellWords } from '../shell-words.ts';
import { Icon } from '../ui/Icon.tsx';
import { eye, eyeOff } from '../ui/icons.ts';
import { Logo } from '../ui/Logo.tsx';
import { LanguageSwitch, ThemeSwitch } from '../ui/Menus.tsx';
import { uiWords } from '../ui/ui-words.ts';

/** The first page of the exercise book, with one form on it: signing in, a code, a password of one's own. */
export function SignInFrame({ children }: { children: ComponentChildren }) {
  const words = useWords(shellWords);
  const { product } = useWords(uiWords);
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
        {children}
        <footer class="sign-in__foot">
          <LanguageSwitch />
          <ThemeSwitch />
        </footer>
      </main>
    </div>
  );
}

/** Shows the password as it is typed; hidden until the script that makes it work is there. */
export function RevealButton() {
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

/** Where the script says that Caps Lock is on. */
export function CapsLockHint() {
  const words = useWords(shellWords);
  return <p class="sign-in__caps" id="caps-lock" role="status" data-words={words.capsLock} />;
}
