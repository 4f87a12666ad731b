import type { Page } from '@playwright/test';

/** Times each key of the page from its event to the frame that followed it. */
export async function timeKeys(page: Page): Promise<{ read(): Promise<readonly number[]> }> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { partaKeyFrames: times });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // The message comes after the frame was laid out and painted.
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => times.push(performance.now() - timeStamp));
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  return {
    read: () => page.evaluate(() => (globalThis as unknown as { partaKeyFrames: number[] }).partaKeyFrames),
  };
}

/** Scrolls an element there and back, one step a frame; the milliseconds between the frames. */
export function scrollFrames(page: Page, selector: string): Promise<readonly number[]> {
  return page.evaluate(async (found) => {
    const box = document.querySelector(found);
    if (!box) throw new Error(`nothing to scroll at ${found}`);
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const gaps: number[] = [];
    let last = await frame();
    for (let step = 0; step < 120; step += 1) {
      const isBack = step >= 60;
      box.scrollBy(isBack ? 40 : -40, isBack ? -20 : 20);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  }, selector);
}
