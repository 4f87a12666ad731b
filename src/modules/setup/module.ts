import type { Module } from '#platform/platform.ts';
import { getChecklist } from './checklist/contract.ts';
import { checklistRoutes } from './checklist/routes.ts';
import { firstRunForm, firstRunPage } from './first-run/pages.ts';
import { frameEndpoints, frameRoutes } from './frame/routes.ts';
import { scaleEndpoints, scaleRoutes } from './scales/routes.ts';

export const setupModule: Module = {
  name: 'setup',
  endpoints: [getChecklist, ...frameEndpoints, ...scaleEndpoints],
  routes: [...checklistRoutes, ...frameRoutes, ...scaleRoutes],
  pages: [firstRunPage],
  forms: [firstRunForm],
};
