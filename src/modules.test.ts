import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadModules, moduleGraph } from './modules.ts';

test('every module.ts is loaded, in the order of the graph', async () => {
  const folder = fileURLToPath(new URL('./modules/', import.meta.url));
  const present = new Set(globSync('*/module.ts', { cwd: folder }).map((path) => path.split('/')[0]));
  const loaded = (await loadModules()).map(({ name }) => name);
  expect(loaded).toEqual(Object.keys(moduleGraph).filter((name) => present.has(name)));
});
