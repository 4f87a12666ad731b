import type { Module } from '#platform/platform.ts';
import { getSchool } from './school/contract.ts';
import { schoolRoutes } from './school/routes.ts';

export const organisationModule: Module = {
  name: 'organisation',
  endpoints: [getSchool],
  routes: schoolRoutes,
};
