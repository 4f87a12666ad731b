import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { key } from '#web/ui/icons.ts';
import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { accessAddress } from './addresses.ts';

/** Who can sign in, and slips for those who cannot yet: for the office, those who lead the school, homeroom teachers. */
export const accessSection: StaffSection = {
  href: accessAddress,
  word: { ru: 'Доступ', en: 'Access' },
  icon: key,
  isFor: (session) =>
    session.persons.some(({ homeroomClasses }) => homeroomClasses.length > 0) ||
    personsWithRole(session, officeRoles).length > 0,
  routes: [
    { path: accessAddress, load: () => import('./AccessHome.tsx').then((file) => file.AccessHome) },
    {
      path: `${accessAddress}/:schoolId/classes/:classId`,
      load: () => import('./ClassAccessPage.tsx').then((file) => file.ClassAccessPage),
    },
    {
      path: `${accessAddress}/:schoolId/staff`,
      load: () => import('./StaffAccessPage.tsx').then((file) => file.StaffAccessPage),
    },
  ],
};
