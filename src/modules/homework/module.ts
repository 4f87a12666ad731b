import type { Module } from '#platform/platform.ts';
import { assignHomework } from './assignments/contract.ts';
import { homeworkRoutes } from './assignments/routes.ts';
import {
  attachHomeworkFile,
  copyHomeworkFiles,
  readHomeworkFile,
  removeHomeworkFile,
} from './files/contract.ts';
import { filesNeeded } from './files/queries.ts';
import { homeworkFileRoutes } from './files/routes.ts';
import { tickHomework } from './ticks/contract.ts';
import { tickRoutes } from './ticks/routes.ts';

export const homeworkModule: Module = {
  name: 'homework',
  endpoints: [
    assignHomework,
    tickHomework,
    attachHomeworkFile,
    removeHomeworkFile,
    copyHomeworkFiles,
    readHomeworkFile,
  ],
  routes: [...homeworkRoutes, ...tickRoutes, ...homeworkFileRoutes],
  fileReferences: [filesNeeded],
};
