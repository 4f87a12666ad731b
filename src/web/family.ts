import { enhancePage } from './enhance.ts';

enhancePage();

// Preact is fetched only by a page that has something alive on it.
if (document.querySelector('[data-island]')) {
  const { hydrateIslands } = await import('./islands.ts');
  await hydrateIslands();
}
