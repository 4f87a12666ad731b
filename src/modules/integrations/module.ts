import type { Module } from '#platform/platform.ts';
import { undoImport } from './import-undo/contract.ts';
import { importUndoRoutes } from './import-undo/routes.ts';
import * as uploads from './uploads/contract.ts';
import { makeTableFile } from './table-files/contract.ts';
import { tableFileRoutes } from './table-files/routes.ts';
import { uploadRoutes } from './uploads/routes.ts';

export const integrationsModule: Module = {
  name: 'integrations',
  endpoints: [
    uploads.listImports,
    uploads.importLists,
    uploads.downloadBadRows,
    uploads.importTimetableFile,
    makeTableFile,
    undoImport,
  ],
  routes: [...uploadRoutes, ...importUndoRoutes, ...tableFileRoutes],
};
