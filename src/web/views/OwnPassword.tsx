import { useContext } from 'preact/hooks';
import { HelpLink } from '#modules/identity/web/help/HelpLink.tsx';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { FaultNote } from '../ui/Notes.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { SignInFrame } from './SignInFrame.tsx';

export type OwnPasswordFacts = {
  readonly login: string;
  /** Came in by a slip: nothing else is open before. */
  readonly isFirst: boolean;
  readonly next: string;
  readonly problem: WordedProblem | null;
};

/** The password of one's own, twice; the current one only from somebody who has one. */
export function OwnPassword({ facts: { login, isFirst, next, problem } }: { facts: OwnPasswordFacts }) {
  const words = useWords(shellWords);
  const { language } = useContext(PageContext);
  return (
    <SignInFrame>
      <form class="sign-in__form" method="post" action="/own-password">
        <h1>{isFirst ? words.ownPassword : words.changePassword}</h1>
        {problem ? (
          <FaultNote>{problemText(language, problem)}</FaultNote>
        ) : (
          <p class="quiet">{isFirst ? words.ownPasswordFirst : words.ownPasswordAgain}</p>
        )}
        <p>{words.loginIs(login)}</p>
        <input type="hidden" name="next" value={next} />
        <input type="text" name="username" value={login} autocomplete="username" hidden readonly />
        {isFirst ? null : (
          <Field
            id="current"
            name="current"
            type="password"
            label={words.currentPassword}
            required
            maxLength={200}
            autocomplete="current-password"
            autofocus
          />
        )}
        <NewPasswordFields isFocused={isFirst} />
        <Button kind="primary" type="submit" isWide>
          {words.savePassword}
        </Button>
        <p>
          <HelpLink at="ownPassword" />
        </p>
      </form>
    </SignInFrame>
  );
}
