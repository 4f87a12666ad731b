import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { control } from '#web/ui/icons.ts';
import { controlAddress } from './addresses.ts';
import { controlRoles } from './control-roles.ts';

/** Oversight of the journals: for those who lead the school. */
export const controlSection: StaffSection = {
  href: controlAddress,
  word: { ru: 'Контроль', en: 'Oversight' },
  icon: control,
  isFor: (session) => personsWithRole(session, controlRoles).length > 0,
  routes: [
    { path: controlAddress, load: () => import('./ControlHome.tsx').then((file) => file.ControlHome) },
    {
      path: `${controlAddress}/:schoolId`,
      load: () => import('./completeness/CompletenessPage.tsx').then((file) => file.CompletenessPage),
    },
    {
      path: `${controlAddress}/:schoolId/lessons`,
      load: () => import('./completeness/LessonsPage.tsx').then((file) => file.LessonsPage),
    },
    {
      path: `${controlAddress}/:schoolId/periods`,
      load: () => import('./periods/PeriodsPage.tsx').then((file) => file.PeriodsPage),
    },
  ],
};
