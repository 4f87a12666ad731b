import { manifest } from 'virtual:browser-files';
import cyrillicFont from './ui/fonts/onest-cyrillic.woff2?url';
import latinFont from './ui/fonts/onest-latin.woff2?url';

export type BrowserScript = 'family' | 'sign-in' | 'staff';

const entries: Readonly<Record<BrowserScript, string>> = {
  family: 'src/web/family.ts',
  'sign-in': 'src/web/sign-in.ts',
  staff: 'src/web/staff.tsx',
};

/** Both fonts are on every page: without the preload they would wait for the styles. */
export const fontPreloads = [cyrillicFont, latinFont]
  .map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`)
  .join('');

export const iconLinks =
  '<link rel="icon" href="/icon.svg" type="image/svg+xml">' +
  '<link rel="apple-touch-icon" href="/apple-touch-icon.png">' +
  '<link rel="manifest" href="/manifest.webmanifest">';

type BrowserFiles = {
  readonly scripts: readonly string[];
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
};

/** What a page loads: its script, what that imports, and the files of its islands. */
export function browserFilesOf(script: BrowserScript, islands: ReadonlySet<string>): BrowserFiles {
  const entry = entries[script];
  if (!manifest) return { scripts: ['/@vite/client', `/${entry}`], preloads: [], styles: [] };
  const sources = islands.size === 0 ? [] : ['src/web/islands.ts', ...islandSources(islands)];
  const files = new Set<string>();
  for (const source of [entry, ...sources]) collect(source, files);
  const own = manifest[entry]?.file;
  return {
    scripts: own === undefined ? [] : [`/${own}`],
    preloads: [...files].filter((file) => file !== own).map((file) => `/${file}`),
    styles: (manifest[entry]?.css ?? []).map((file) => `/${file}`),
  };
}

function collect(source: string, files: Set<string>): void {
  const found = manifest?.[source];
  if (!found || files.has(found.file)) return;
  files.add(found.file);
  for (const imported of found.imports ?? []) collect(imported, files);
}

function islandSources(islands: ReadonlySet<string>): string[] {
  return Object.keys(manifest ?? {}).filter((source) => {
    const name = /([^/]+)\.island\.tsx$/.exec(source)?.[1];
    return name !== undefined && islands.has(name);
  });
}
