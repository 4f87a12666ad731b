import type { StaffSection } from '#web/staff-routes.ts';
import { calendar } from '#web/ui/icons.ts';
import { timetableAddress } from './addresses.ts';

/** The timetable in the staff area: read by everybody who works there. */
export const timetableSection: StaffSection = {
  href: timetableAddress,
  word: { ru: 'Расписание', en: 'Timetable' },
  icon: calendar,
  isFor: () => true,
  routes: [
    {
      path: timetableAddress,
      load: () => import('./TimetableStart.tsx').then((file) => file.TimetableStart),
    },
    {
      path: `${timetableAddress}/:schoolId`,
      load: () => import('./week/WeekPage.tsx').then((file) => file.WeekPage),
    },
    {
      path: `${timetableAddress}/:schoolId/day`,
      load: () => import('./day/BoardPage.tsx').then((file) => file.BoardPage),
    },
    {
      path: `${timetableAddress}/:schoolId/weekly`,
      load: () => import('./weekly/WeeklyPage.tsx').then((file) => file.WeeklyPage),
    },
    {
      path: `${timetableAddress}/:schoolId/special-days`,
      load: () => import('./special-days/SpecialDaysPage.tsx').then((file) => file.SpecialDaysPage),
    },
    {
      path: `${timetableAddress}/:schoolId/special-days/new`,
      load: () => import('./special-days/NewSpecialDayPage.tsx').then((file) => file.NewSpecialDayPage),
    },
    {
      path: `${timetableAddress}/:schoolId/absence`,
      load: () => import('./absence/AbsencePage.tsx').then((file) => file.AbsencePage),
    },
  ],
};
