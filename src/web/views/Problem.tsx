import { useContext } from 'preact/hooks';
import { PageContext, useWords } from '../page-context.tsx';
import { type WordedProblem, problemText } from '../problem-words.ts';
import { shellWords } from '../shell-words.ts';
import type { ShellWords } from '../ru.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { uiWords } from '../ui/ui-words.ts';

export type ProblemFacts = WordedProblem & { readonly status: number };

/** The title of a page that could not be shown. */
export function problemTitle({ status }: ProblemFacts, words: ShellWords): string {
  if (status === 404) return words.notFoundTitle;
  return status === 403 ? words.notAllowedTitle : words.faultTitle;
}

/** A page that could not be shown: why, and the way out. */
export function Problem({ facts }: { facts: ProblemFacts }) {
  const words = useWords(shellWords);
  const { product } = useWords(uiWords);
  const { language, path } = useContext(PageContext);
  const { status, code } = facts;
  return (
    <div class="plain">
      <header class="plain__top">
        <a class="plain__home" href="/">
          <Logo />
          <span>{product}</span>
        </a>
      </header>
      <main class="plain__content" id="content">
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
      </main>
    </div>
  );
}
