import type { StaffRole } from '#platform/actor.ts';
import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { upload } from '#web/ui/icons.ts';
import { importAddress } from './addresses.ts';

/** Who meets the section; what of it one may load, the server says. */
export const importRoles: readonly StaffRole[] = ['secretary', 'deputyHead', 'schoolAdmin'];

/** Lists and timetables from files: for the office and the deputy head. */
export const importSection: StaffSection = {
  href: importAddress,
  word: { ru: 'Загрузка', en: 'Files' },
  icon: upload,
  isFor: (session) => personsWithRole(session, importRoles).length > 0,
  routes: [
    { path: importAddress, load: () => import('./ImportHome.tsx').then((file) => file.ImportHome) },
    {
      path: `${importAddress}/:schoolId`,
      load: () => import('./ImportsPage.tsx').then((file) => file.ImportsPage),
    },
    {
      path: `${importAddress}/:schoolId/people`,
      load: () => import('./lists/ListsPage.tsx').then((file) => file.ListsPage),
    },
    {
      path: `${importAddress}/:schoolId/undo/:importId`,
      load: () => import('./undo/UndoPage.tsx').then((file) => file.UndoPage),
    },
    {
      path: `${importAddress}/:schoolId/timetable`,
      load: () => import('./timetable/TimetableFilePage.tsx').then((file) => file.TimetableFilePage),
    },
  ],
};
