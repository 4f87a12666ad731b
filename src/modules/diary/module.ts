import type { Module } from '#platform/platform.ts';
import { getMarks } from './marks/contract.ts';
import { marksRoutes } from './marks/routes.ts';
import { diaryPages } from './pages/routes.ts';
import { getTimetable } from './timetable/contract.ts';
import { timetableRoutes } from './timetable/routes.ts';
import { getDiaryWeek } from './week/contract.ts';
import { weekRoutes } from './week/routes.ts';

export const diaryModule: Module = {
  name: 'diary',
  endpoints: [getDiaryWeek, getMarks, getTimetable],
  routes: [...weekRoutes, ...marksRoutes, ...timetableRoutes],
  pages: diaryPages,
};
