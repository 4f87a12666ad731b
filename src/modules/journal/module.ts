import type { Module } from '#platform/platform.ts';
import { setMarks, getMarkRevisions } from './marks/contract.ts';
import { marksRoutes } from './marks/routes.ts';
import { getJournalPage, listJournalPages } from './pages/contract.ts';
import { pageRoutes } from './pages/routes.ts';

export const journalModule: Module = {
  name: 'journal',
  endpoints: [listJournalPages, getJournalPage, setMarks, getMarkRevisions],
  routes: [...pageRoutes, ...marksRoutes],
};
