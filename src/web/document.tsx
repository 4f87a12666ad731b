import { renderToString } from 'preact-render-to-string';
import { type IslandList, IslandContext } from './island.tsx';
import { dataBlock, escapedText } from './escaping.ts';
import { type BrowserScript, browserFilesOf, iconLinks, fontPreloads } from './browser-files.ts';
import { PageContext, type PageFacts } from './page-context.tsx';
import { shellWords } from './shell-words.ts';
import familyStyles from './ui/family.css?inline';
import { uiWords } from './ui/ui-words.ts';
import type { RenderContext, View } from './view.ts';
import { views } from './views.ts';

/** Turns a view and its facts into a whole HTML document. Throws for a view that does not exist. */
export function render(
  name: string,
  facts: Readonly<Record<string, unknown>>,
  context: RenderContext,
): { html: string } {
  const view = (views as unknown as Record<string, View<unknown>>)[name];
  if (!view) throw new Error(`There is no view «${name}».`);
  const { language, path, theme = 'auto' } = context;
  const islands: IslandList = [];
  const page: PageFacts = { language, path, theme };
  const body = renderToString(
    <PageContext.Provider value={page}>
      <IslandContext.Provider value={islands}>
        <view.Body facts={facts} />
      </IslandContext.Provider>
    </PageContext.Provider>,
  );
  const script = view.script ?? 'family';
  const title = `${view.title(facts, shellWords[language])} · ${uiWords[language].product}`;
  const parts = { page, nonce: context.nonce, title, script, styles: view.styles ?? '', islands };
  return {
    html:
      `<!doctype html><html lang="${language}"${theme === 'auto' ? '' : ` data-theme="${theme}"`}>` +
      `<head>${head(parts)}</head>` +
      `<body>${body}${dataBlock(script === 'staff' ? { facts } : { islands })}</body></html>`,
  };
}

type DocumentParts = {
  readonly page: PageFacts;
  readonly nonce: string;
  readonly title: string;
  readonly script: BrowserScript;
  readonly styles: string;
  readonly islands: IslandList;
};

function head({ page, nonce, title, script, styles, islands }: DocumentParts): string {
  const files = browserFilesOf(script, new Set(islands.map(({ name }) => name)));
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapedText(title)}</title>`,
    themeColours(page.theme),
    fontPreloads,
    // The staff area's styles come as a file, cached once; a family page must not wait for one.
    ...files.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    script === 'staff' ? '' : `<style nonce="${nonce}">${familyStyles}${styles}</style>`,
    ...files.preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
    ...files.scripts.map((src) => `<script type="module" nonce="${nonce}" src="${src}"></script>`),
    iconLinks,
  ].join('');
}

const barColours = { light: '#ffffff', dark: '#1b1e28' } as const;

function themeColours(theme: PageFacts['theme']): string {
  if (theme !== 'auto') return `<meta name="theme-color" content="${barColours[theme]}">`;
  return (['light', 'dark'] as const)
    .map(
      (scheme) =>
        `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${barColours[scheme]}">`,
    )
    .join('');
}
