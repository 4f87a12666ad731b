import type { Module } from '#platform/platform.ts';
import * as office from './office/contract.ts';
import { officeRoutes } from './office/routes.ts';
import * as purposes from './purposes/contract.ts';
import { purposeRoutes } from './purposes/routes.ts';
import { consentsForm, consentsPage } from './signing/pages.ts';

export const consentsModule: Module = {
  name: 'consents',
  endpoints: [...Object.values(purposes), ...Object.values(office)],
  routes: [...purposeRoutes, ...officeRoutes],
  pages: [consentsPage],
  forms: [consentsForm],
};
