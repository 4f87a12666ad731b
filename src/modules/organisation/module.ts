import type { Module } from '#platform/platform.ts';
import { listBells } from './bells/contract.ts';
import { bellRoutes } from './bells/routes.ts';
import { getSchool, getSetUp, setSettings } from './school/contract.ts';
import { schoolRoutes } from './school/routes.ts';
import { listYears } from './years/contract.ts';
import { yearRoutes } from './years/routes.ts';

export const organisationModule: Module = {
  name: 'organisation',
  endpoints: [getSchool, getSetUp, setSettings, listYears, listBells],
  routes: [...schoolRoutes, ...yearRoutes, ...bellRoutes],
};
