import type { Module } from '#platform/platform.ts';
import * as uploads from './uploads/contract.ts';
import { uploadRoutes } from './uploads/routes.ts';

export const integrationsModule: Module = {
  name: 'integrations',
  endpoints: [uploads.listImports, uploads.importLists, uploads.downloadBadRows, uploads.importTimetableFile],
  routes: uploadRoutes,
};
