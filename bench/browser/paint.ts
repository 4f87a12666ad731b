import type { Page } from '@playwright/test';

/** What the browser itself observed of a page. */
export type Paint = {
  readonly largestPaintMs: number;
  readonly firstPaintMs: number;
  readonly layoutShift: number;
  /** The longest interaction until its next frame; 0 before any. */
  readonly interactionMs: number;
  readonly firstByteMs: number;
};

/** Makes every page of the context observe itself from its first moment. */
export async function observePaint(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { largest: 0, first: 0, shift: 0, interaction: 0 };
    Object.assign(globalThis, { partaPaint: seen });
    const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) take(entry);
      }).observe({ type, buffered: true, ...more });
    observe('largest-contentful-paint', (entry) => {
      seen.largest = entry.startTime;
    });
    observe('paint', (entry) => {
      if (entry.name === 'first-contentful-paint') seen.first = entry.startTime;
    });
    observe('layout-shift', (entry) => {
      const { hadRecentInput, value } = entry as PerformanceEntry & {
        hadRecentInput: boolean;
        value: number;
      };
      if (!hadRecentInput) seen.shift += value;
    });
    observe(
      'event',
      (entry) => {
        const { interactionId } = entry as PerformanceEntry & { interactionId: number };
        if (interactionId > 0) seen.interaction = Math.max(seen.interaction, entry.duration);
      },
      { durationThreshold: 16 },
    );
  });
}

export function readPaint(page: Page): Promise<Paint> {
  return page.evaluate(() => {
    const { partaPaint } = globalThis as unknown as {
      partaPaint: { largest: number; first: number; shift: number; interaction: number };
    };
    const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return {
      largestPaintMs: partaPaint.largest,
      firstPaintMs: partaPaint.first,
      layoutShift: partaPaint.shift,
      interactionMs: partaPaint.interaction,
      firstByteMs: navigation.responseStart,
    };
  });
}
