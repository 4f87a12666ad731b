import { useWords } from '#web/page-context.tsx';
import { helpAt, type HelpPlace } from '../../help/rules.ts';
import { helpWords } from './words.ts';

/** The one way to «Помощь» from where people are stuck. */
export function HelpLink({ at }: { readonly at: HelpPlace }) {
  const { links } = useWords(helpWords);
  return <a href={helpAt[at]}>{links[at]}</a>;
}
