import type { Module } from '#platform/platform.ts';
import { getCover, getLessonOptions } from './changes/contract.ts';
import { changeRoutes } from './changes/routes.ts';
import { getDayBoard } from './day/contract.ts';
import { dayRoutes } from './day/routes.ts';
import { getClassWeek, getRoomWeek, getTeacherWeek, getTimetableChoices } from './week/contract.ts';
import { weekRoutes } from './week/routes.ts';

export const timetableModule: Module = {
  name: 'timetable',
  endpoints: [
    getTimetableChoices,
    getClassWeek,
    getTeacherWeek,
    getRoomWeek,
    getDayBoard,
    getLessonOptions,
    getCover,
  ],
  routes: [...weekRoutes, ...dayRoutes, ...changeRoutes],
};
