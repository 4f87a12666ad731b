import type { Renderer } from '#platform/page.ts';
import { createServer } from 'vite';
import { rendererOf, type Render } from '../main.ts';

/** Renders through Vite: a changed page shows at the next request, without a build or a restart. */
export async function developmentRenderer(): Promise<Renderer> {
  const vite = await createServer({
    appType: 'custom',
    // Any other loader writes a temporary file, which `node --watch` takes for a change.
    configLoader: 'native',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
  });
  const load = async () => {
    const { render } = (await vite.ssrLoadModule('/src/web/document.tsx')) as { render: Render };
    return rendererOf(render);
  };
  await load();
  return async (view, facts, context) => (await load())(view, facts, context);
}
