import { test as base, expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { signIn } from '../steps/signing-in.ts';
import type { DemoRole } from './demo.ts';

/** What a person holds in the hand. */
export type Device = 'phone' | 'desktop';

const devices = {
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, hasTouch: false, isMobile: false },
} as const;

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

export type Visit = ContextOptions & {
  /** As in the test's own project unless given. */
  readonly device?: Device;
};

/** What a journey may meet in the console without being at fault: each is one line of the browser. */
export type Noise = { readonly expect: (line: RegExp) => void };

type Journey = {
  readonly noise: Noise & { readonly watch: (context: BrowserContext) => void };
  /** A browser of somebody's own, signed in; `null` = nobody is signed in. */
  readonly visitor: (who: DemoRole | { readonly login: string } | null, visit?: Visit) => Promise<Page>;
};

/**
 * The journeys' `test`: whatever browser a journey opens, at its end there was no console error, no violation of
 * the security policy and no request to a foreign host.
 */
export const test = base.extend<Journey>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its pattern
  noise: async ({}, use) => {
    const heard: string[] = [];
    const expected: RegExp[] = [];
    await use({
      expect: (line) => expected.push(line),
      watch: (context) => listenTo(context, (line) => heard.push(line)),
    });
    const unexpected = heard.filter((line) => !expected.some((known) => known.test(line)));
    expect(unexpected, 'what the browser complained about').toEqual([]);
  },
  context: async ({ context, noise }, use) => {
    noise.watch(context);
    await use(context);
  },
  visitor: async ({ browser, baseURL, contextOptions, locale, timezoneId, noise, viewport }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, { device, ...options } = {}) => {
      const own = device ?? ((viewport?.width ?? 1440) < 600 ? 'phone' : 'desktop');
      const context = await browser.newContext({
        ...contextOptions,
        ...devices[own],
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        ...options,
      });
      opened.push(context);
      noise.watch(context);
      const page = await context.newPage();
      if (who !== null) await signIn(page, who);
      return page;
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

function listenTo(context: BrowserContext, say: (line: string) => void): void {
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    say(`${message.text()} (${new URL(message.location().url || 'about:blank').pathname})`);
  });
  context.on('weberror', (fault) => say(`exception: ${fault.error().message}`));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') say(`foreign host: ${request.url()}`);
  });
}
