import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '#web/page-context.tsx';
import { type WordedProblem, problemText } from '#web/problem-words.ts';
import { shellWords } from '#web/shell-words.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { FaultNote } from '#web/ui/Notes.tsx';
import { SignInFrame } from '#web/views/SignInFrame.tsx';
import { SlipCodeField } from '#web/views/SlipCodeField.tsx';
import { HelpLink } from '../help/HelpLink.tsx';

export type JoiningFacts = { readonly typed: string; readonly problem: WordedProblem | null };

/** `/account/add`: the code of another slip. Works without script. */
export function Joining({ facts: { typed, problem } }: { facts: JoiningFacts }) {
  const words = useWords(shellWords);
  const { language } = useContext(PageContext);
  return (
    <SignInFrame>
      <form class="sign-in__form" method="post" action="/account/add">
        <h1>{words.addPlace}</h1>
        {problem ? (
          <FaultNote>{problemText(language, problem)}</FaultNote>
        ) : (
          <p class="quiet">{words.addPlaceAbout}</p>
        )}
        <SlipCodeField typed={typed} />
        <Button kind="primary" type="submit" isWide>
          {words.add}
        </Button>
        <div class="sign-in__acts">
          <ButtonLink kind="quiet" href="/account/children">
            {words.askForChildHere}
          </ButtonLink>
          <ButtonLink kind="quiet" href="/account">
            {words.back}
          </ButtonLink>
        </div>
        <p>
          <HelpLink at="joining" />
        </p>
      </form>
    </SignInFrame>
  );
}
