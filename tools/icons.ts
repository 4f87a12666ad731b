/**
 * Draws the installed application's icons from `src/web/public/icon.svg`: `node tools/icons.ts`.
 * The results are committed. `PARTA_CHROMIUM` names another Chromium than the system's.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const folder = join(import.meta.dirname, '../src/web/public');
const drawing = await readFile(join(folder, 'icon.svg'), 'utf8');

/** `fill` paints to the edges: the system cuts its own shape out of such an icon. */
const icons = [
  { file: 'icon-192.png', size: 192, drawn: 192, fill: 'transparent' },
  { file: 'icon-512.png', size: 512, drawn: 512, fill: 'transparent' },
  { file: 'icon-maskable-512.png', size: 512, drawn: 352, fill: '#f6f5f1' },
  { file: 'apple-touch-icon.png', size: 180, drawn: 132, fill: '#f6f5f1' },
] as const;

const browser = await chromium.launch({
  executablePath: process.env['PARTA_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const { file, size, drawn, fill } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;height:100%;display:grid;place-items:center;background:${fill}}` +
      `svg{width:${drawn}px;height:${drawn}px}</style>${drawing}`,
  );
  await page.screenshot({ path: join(folder, file), omitBackground: true });
  console.log(file);
}
await browser.close();
