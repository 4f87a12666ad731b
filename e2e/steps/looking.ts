import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const bar = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * No barrier that axe knows, in light and in dark; in dark only colours are another. `state` is named when there is
 * one. `within` leaves out what an open menu or dialog covers: axe takes half-covered links for small ones.
 */
export async function expectNoBarriers(page: Page, state: string, within = 'html'): Promise<void> {
  await unpinBars(page);
  const axe = () => new AxeBuilder({ page }).include(within);
  const light = await axe().withTags(bar).analyze();
  expect(found(light), `${state}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze();
  expect(found(dark), `${state}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>;

function found({ violations }: Results): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} — ${failureSummary ?? ''}`),
  );
}

/** axe takes what is just scrolling under a sticky bar for a target too small to hit. */
async function unpinBars(page: Page): Promise<void> {
  await page.locator('.bottom-bar, .frame__top').evaluateAll((bars) => {
    for (const { style } of bars as HTMLElement[]) style.position = 'static';
  });
}
