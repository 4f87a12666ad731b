import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import type { ShellWords } from '../ru.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { PlainFrame } from './PlainFrame.tsx';

export type ProblemFacts = WordedProblem & { readonly status: number };

/** The title of a page that could not be shown. */
export function problemTitle({ status }: ProblemFacts, words: ShellWords): string {
  if (status === 404) return words.notFoundTitle;
  return status === 403 ? words.notAllowedTitle : words.faultTitle;
}

/** A page that could not be shown: why, and the way out. */
export function Problem({ facts }: { facts: ProblemFacts }) {
  const words = useWords(shellWords);
  const { language, path } = useContext(PageContext);
  const { status, code } = facts;
  return (
    <PlainFrame>
      <h1>{problemTitle(facts, words)}</h1>
      <p>{status === 404 ? words.notFoundText : problemText(language, facts)}</p>
      {status >= 500 ? <p class="quiet">{words.faultNumber(code)}</p> : null}
      <p class="plain__acts">
        {status >= 500 ? (
          <ButtonLink kind="primary" href={path}>
            {words.retry}
          </ButtonLink>
        ) : null}
        <ButtonLink kind={status >= 500 ? 'secondary' : 'primary'} href="/">
          {words.toStart}
        </ButtonLink>
      </p>
    </PlainFrame>
  );
}
