import type { Module } from '#platform/platform.ts';
import { changeLessons, undoChanges } from './changes/contract.ts';
import { reschedulingRoutes } from './changes/routes.ts';

export const reschedulingModule: Module = {
  name: 'rescheduling',
  endpoints: [changeLessons, undoChanges],
  routes: reschedulingRoutes,
};
