import { useContext } from 'preact/hooks';
import { HelpLink } from '#modules/identity/web/help/HelpLink.tsx';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import { Button } from '../ui/Button.tsx';
import { FaultNote } from '../ui/Notes.tsx';
import { SignInFrame } from './SignInFrame.tsx';
import { SlipCodeField } from './SlipCodeField.tsx';

export type CodeFacts = { readonly problem: WordedProblem | null };

/** Signing in by the code of a printed slip; the script takes it from the address the QR code opened. */
export function Code({ facts: { problem } }: { facts: CodeFacts }) {
  const words = useWords(shellWords);
  const { language } = useContext(PageContext);
  return (
    <SignInFrame>
      <form class="sign-in__form" method="post" action="/code">
        <h1>{words.codeTitle}</h1>
        {problem ? <FaultNote>{problemText(language, problem)}</FaultNote> : null}
        <SlipCodeField />
        <Button kind="primary" type="submit" isWide>
          {words.enter}
        </Button>
        <p class="sign-in__ways">
          <a href="/sign-in">{words.byPassword}</a>
          <HelpLink at="code" />
        </p>
      </form>
    </SignInFrame>
  );
}
