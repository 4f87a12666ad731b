import { expect, type Page } from '@playwright/test';
import { waitForLife } from './family.ts';

type WithNodes = typeof globalThis & { serverNodes?: Node[] };

/** From the next page on, remembers every node the server made inside the islands. */
export async function rememberServerNodes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const nodes: Node[] = [];
      for (const island of document.querySelectorAll('[data-island]')) {
        const walker = document.createTreeWalker(island, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
      }
      (globalThis as WithNodes).serverNodes = nodes;
    });
  });
}

export type KeptNodes = { readonly made: number; readonly lost: readonly string[] };

/** Waits for the islands to come to life, then says which of the server's nodes they threw away. */
export async function keptNodes(page: Page): Promise<KeptNodes> {
  await waitForLife(page);
  return page.evaluate(() => {
    const nodes = (globalThis as WithNodes).serverNodes ?? [];
    const lost = nodes.filter((node) => !node.isConnected);
    return {
      made: nodes.length,
      lost: lost.map((node) => `${node.nodeName} «${(node.textContent ?? '').slice(0, 40)}»`),
    };
  });
}

/** A silent failure of hydration looks fine and costs two seconds; this one does not stay silent. */
export async function expectAllNodesKept(page: Page): Promise<void> {
  const { made, lost } = await keptNodes(page);
  expect(made, 'nodes made by the server').toBeGreaterThan(50);
  expect(lost, 'nodes the browser threw away').toEqual([]);
}
