import type { Module } from '#platform/platform.ts';
import { assignHomework } from './assignments/contract.ts';
import { homeworkRoutes } from './assignments/routes.ts';
import { tickHomework } from './ticks/contract.ts';
import { tickRoutes } from './ticks/routes.ts';

export const homeworkModule: Module = {
  name: 'homework',
  endpoints: [assignHomework, tickHomework],
  routes: [...homeworkRoutes, ...tickRoutes],
};
