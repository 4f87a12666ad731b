import type { Module } from '#platform/platform.ts';
import { assignHomework } from './assignments/contract.ts';
import { homeworkRoutes } from './assignments/routes.ts';

export const homeworkModule: Module = {
  name: 'homework',
  endpoints: [assignHomework],
  routes: homeworkRoutes,
};
