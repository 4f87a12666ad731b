import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { canInstallChromium, findChromium, installChromium } from '#tools/chromium.ts';
import type { Session } from '../harness/session.ts';

/** How fast the emulated network is, in kilobits a second, and how long a request waits. */
export type Network = {
  readonly name: string;
  readonly latencyMs: number;
  readonly downKbit: number;
  readonly upKbit: number;
};

/** Lighthouse's «slow 4G» as it is given to a browser: each request waits 3.75 round trips of 150 ms. */
export const slow4G: Network = {
  name: 'slow 4G (Lighthouse)',
  latencyMs: 150 * 3.75,
  downKbit: 1.6 * 1024 * 0.9,
  upKbit: 750 * 0.9,
};

/** The same line, each request waiting one round trip. */
export const slow4GOneRoundTrip: Network = {
  name: 'slow 4G, one round trip',
  latencyMs: 150,
  downKbit: 1.6 * 1024,
  upKbit: 750,
};

/** The distribution's Chromium without its own traffic. */
export async function openBrowser(): Promise<Browser> {
  const known = findChromium();
  const executablePath = known ?? (canInstallChromium() ? await installChromium() : null);
  if (executablePath === null) {
    throw new Error('There is no Chromium: install it, or name it in PARTA_CHROMIUM.');
  }
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh profile that is signed in; `width` decides between a phone and a desk. */
export async function openContext(
  browser: Browser,
  { url, cookie }: Session,
  width: 360 | 1440,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: width === 360 ? { width, height: 640 } : { width, height: 900 },
    hasTouch: width === 360,
    isMobile: width === 360,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    reducedMotion: 'reduce',
  });
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const secure = name.startsWith('__Host-');
      const { hostname } = new URL(url);
      return {
        name,
        value: pair.slice(at + 1),
        domain: hostname,
        path: '/',
        httpOnly: true,
        secure,
        sameSite: 'Lax',
      };
    }),
  );
  return context;
}

/** A page as slow as a phone: the network of `network`, the processor so many times slower. */
export async function slowDown(
  page: Page,
  at: { network: Network | null; cpu: number },
): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  if (at.network !== null) {
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: at.network.latencyMs,
      downloadThroughput: (at.network.downKbit * 1024) / 8,
      uploadThroughput: (at.network.upKbit * 1024) / 8,
    });
  }
  if (at.cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: at.cpu });
  return devtools;
}
