import { type ComponentType, h, hydrate } from 'preact';
import { PageContext, pageFactsOf } from './page-context.tsx';
import type { IslandList } from './island.tsx';

type IslandModule = { readonly Island: ComponentType<Record<string, unknown>> };

/** Every file `web/….island.tsx` of a module is an island by its name; the browser loads those on its page. */
const modules = import.meta.glob<IslandModule>('/src/modules/*/web/**/*.island.tsx');
const loaders = new Map(
  Object.entries(modules).map(([path, load]) => [/([^/]+)\.island\.tsx$/.exec(path)?.[1], load]),
);

/** Brings the islands of the page to life on the nodes the server made. */
export async function hydrateIslands(): Promise<void> {
  const block = document.getElementById('view-data')?.textContent;
  if (!block) return;
  const { islands } = JSON.parse(block) as { islands: IslandList };
  const page = pageFactsOf(document);
  await Promise.all(
    islands.map(async ({ name, props }, number) => {
      const load = loaders.get(name);
      const place = document.querySelector(`[data-island-number="${number}"]`);
      if (!load || !place) throw new Error(`No island «${name}».`);
      const { Island } = await load();
      hydrate(h(PageContext.Provider, { value: page, children: h(Island, props) }), place);
    }),
  );
}
