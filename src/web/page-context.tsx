import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type Formats, formats } from './formats.ts';
import { type Language, type Theme, themes } from '#modules/identity/preferences/rules.ts';
import type { Worded } from './words.ts';

/** What every component may ask of its page; the renderer, each island and the staff area give it. */
export type PageFacts = {
  readonly language: Language;
  readonly theme: Theme;
  /** The page's own address with its query: where a preference form returns to. */
  readonly path: string;
};

export const PageContext = createContext<PageFacts>({ language: 'ru', theme: 'auto', path: '/' });

/** The words of the page's language: `const words = useWords(diaryWords)`. */
export function useWords<Words>(worded: Worded<Words>): Words {
  return worded[useContext(PageContext).language];
}

/** Dates, times and numbers in the page's language. */
export function useFormats(): Formats {
  return formats[useContext(PageContext).language];
}

/** The facts of a page already in the browser, as the renderer wrote them. */
export function pageFactsOf(page: Document): PageFacts {
  const { lang, dataset } = page.documentElement;
  return {
    language: lang === 'en' ? 'en' : 'ru',
    theme: themes.find((theme) => theme === dataset['theme']) ?? 'auto',
    path: page.location.pathname + page.location.search,
  };
}
