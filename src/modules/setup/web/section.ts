import type { StaffRole } from '#platform/actor.ts';
import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { sliders } from '#web/ui/icons.ts';
import { schoolAddress } from './addresses.ts';

/** Who meets the section; who may change what, the server says. */
export const setUpRoles: readonly StaffRole[] = ['schoolAdmin', 'deputyHead', 'principal', 'secretary'];

/** The school's set-up: for those who lead the school and its office. */
export const setUpSection: StaffSection = {
  href: schoolAddress,
  word: { ru: 'Школа', en: 'School' },
  icon: sliders,
  isFor: (session) => personsWithRole(session, setUpRoles).length > 0,
  routes: [
    { path: schoolAddress, load: () => import('./checklist/SetUpHome.tsx').then((file) => file.SetUpHome) },
    {
      path: `${schoolAddress}/:schoolId`,
      load: () => import('./checklist/ChecklistPage.tsx').then((file) => file.ChecklistPage),
    },
    {
      path: `${schoolAddress}/:schoolId/year`,
      load: () => import('./year/YearPage.tsx').then((file) => file.YearPage),
    },
    {
      path: `${schoolAddress}/:schoolId/bells`,
      load: () => import('./bells/BellsPage.tsx').then((file) => file.BellsPage),
    },
    {
      path: `${schoolAddress}/:schoolId/subjects`,
      load: () => import('./subjects/SubjectsPage.tsx').then((file) => file.SubjectsPage),
    },
    {
      path: `${schoolAddress}/:schoolId/scales`,
      load: () => import('./scales/ScalesPage.tsx').then((file) => file.ScalesPage),
    },
    {
      path: `${schoolAddress}/:schoolId/settings`,
      load: () => import('./settings/SettingsPage.tsx').then((file) => file.SettingsPage),
    },
  ],
};
