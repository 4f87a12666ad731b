import type { Module } from '#platform/platform.ts';
import { changeLessons, undoChanges } from './changes/contract.ts';
import { reschedulingRoutes } from './changes/routes.ts';
import {
  endDayOverride,
  getDayOverrides,
  previewDayOverride,
  previewEnding,
  setDayOverride,
} from './day-overrides/contract.ts';
import { dayOverrideRoutes } from './day-overrides/routes.ts';
import { getWeekly, previewWeekly, setWeekly } from './weekly/contract.ts';
import { weeklyRoutes } from './weekly/routes.ts';

export const reschedulingModule: Module = {
  name: 'rescheduling',
  endpoints: [
    changeLessons,
    undoChanges,
    getDayOverrides,
    previewDayOverride,
    setDayOverride,
    previewEnding,
    endDayOverride,
    getWeekly,
    previewWeekly,
    setWeekly,
  ],
  routes: [...reschedulingRoutes, ...dayOverrideRoutes, ...weeklyRoutes],
};
