/**
 * Cuts Onest to the letters a school page needs: `node tools/fonts.ts`.
 * The results are committed, so a build never depends on this script.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const source = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/onest'));
const target = join(import.meta.dirname, '../src/web/ui/fonts');

const letters = (from: number, to: number): string =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, step) => from + step));

/** One file per reason to load it: the first two are on every page, the others only where used. */
const cuts = [
  {
    file: 'onest-cyrillic.woff2',
    from: 'onest-cyrillic-wght-normal.woff2',
    text: `${letters(0x0410, 0x044f)}Ёё№`,
  },
  {
    file: 'onest-latin.woff2',
    from: 'onest-latin-wght-normal.woff2',
    text: `${letters(0x20, 0x7e)}\u00a0§«»°±²³·×÷½–—‘’“”„•…‹›−↑↓`,
  },
  {
    file: 'onest-cyrillic-ext.woff2',
    from: 'onest-cyrillic-ext-wght-normal.woff2',
    text: letters(0x0490, 0x04ff),
  },
  {
    file: 'onest-latin-ext.woff2',
    from: 'onest-latin-wght-normal.woff2',
    text: letters(0x00c0, 0x00ff),
  },
] as const;

for (const cut of cuts) {
  const font = await subsetFont(await readFile(join(source, 'files', cut.from)), cut.text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'],
    noHinting: true,
  });
  await writeFile(join(target, cut.file), font);
  console.log(`${cut.file}: ${font.length} bytes`);
}
await copyFile(join(source, 'LICENSE'), join(target, 'LICENSE.txt'));
