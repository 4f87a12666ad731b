import { expect, type Locator, type Page } from '@playwright/test';

/** What is wider than its place: the page itself, what sticks out of it, and what scrolls sideways inside it. */
export function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const faults: string[] = [];
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class'))}`;
    if (document.documentElement.scrollWidth > width)
      faults.push(`page: ${document.documentElement.scrollWidth} of ${width} px`);
    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX, clip, position } = getComputedStyle(element);
      // Words for screen readers only take no room.
      if (clip !== 'auto' && position === 'absolute') continue;
      const scrolls = overflowX === 'auto' || overflowX === 'scroll';
      if (scrolls && element.scrollWidth > element.clientWidth)
        faults.push(`${named(element)} scrolls: ${element.scrollWidth} of ${element.clientWidth} px`);
      const { left, right, height } = element.getBoundingClientRect();
      if (height > 0 && right > left && (right > width + 0.5 || left < -0.5))
        faults.push(`${named(element)} sticks out: ${Math.round(left)}–${Math.round(right)} px`);
    }
    return faults;
  });
}

export async function expectNoOverflow(page: Page): Promise<void> {
  expect(await overflowing(page), `wider than the screen at ${page.url()}`).toEqual([]);
}

/** Wholly on the first screen, between the bar at the top and the one at the bottom. */
export async function expectInSight(page: Page, part: Locator): Promise<void> {
  const hidden = await part.evaluateAll((elements) => {
    const shown = elements.filter((element) => element.getClientRects().length > 0);
    if (shown.length === 0) return ['nothing of it is on the page'];
    const bottom = document.querySelector('.bottom-bar')?.getBoundingClientRect().top ?? innerHeight;
    const top = document.querySelector('.frame__top')?.getBoundingClientRect().bottom ?? 0;
    return shown.flatMap((element) => {
      const box = element.getBoundingClientRect();
      const isSeen = box.top >= top && box.bottom <= bottom && box.left >= 0 && box.right <= innerWidth;
      return isSeen
        ? []
        : [`${element.textContent.trim()}: ${Math.round(box.bottom)} of ${Math.round(bottom)} px`];
    });
  });
  expect(hidden, `not in sight without scrolling at ${page.url()}`).toEqual([]);
}
