import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const bar = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * No barrier that axe knows, in light and in dark. `state` is named when there is one. What an open menu covers is
 * left out by `within`: axe takes half-covered links for small ones.
 */
export async function expectNoBarriers(page: Page, state: string, within = 'html'): Promise<void> {
  await unpinBars(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include(within).withTags(bar).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? ''}`),
    );
    expect(found, `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** axe takes what is just scrolling under a sticky bar for a target too small to hit. */
async function unpinBars(page: Page): Promise<void> {
  await page.locator('.bottom-bar, .frame__top').evaluateAll((bars) => {
    for (const { style } of bars as HTMLElement[]) style.position = 'static';
  });
}
