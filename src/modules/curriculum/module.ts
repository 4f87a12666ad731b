import type { Module } from '#platform/platform.ts';
import * as subjects from './subjects/contract.ts';
import { subjectRoutes } from './subjects/routes.ts';

export const curriculumModule: Module = {
  name: 'curriculum',
  endpoints: Object.values(subjects),
  routes: subjectRoutes,
};
