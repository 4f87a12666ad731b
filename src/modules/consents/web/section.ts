import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { signature } from '#web/ui/icons.ts';
import { consentsAddress } from './addresses.ts';

/** Who has signed and who has not: for the office, those who lead the school, homeroom teachers. */
export const consentsSection: StaffSection = {
  href: consentsAddress,
  word: { ru: 'Согласия', en: 'Consents' },
  icon: signature,
  isFor: (session) =>
    session.persons.some(({ homeroomClasses }) => homeroomClasses.length > 0) ||
    personsWithRole(session, officeRoles).length > 0,
  routes: [
    {
      path: consentsAddress,
      load: () => import('./office/ConsentsHome.tsx').then((file) => file.ConsentsHome),
    },
    {
      path: `${consentsAddress}/:schoolId/classes/:classId`,
      load: () => import('./office/ClassConsentsPage.tsx').then((file) => file.ClassConsentsPage),
    },
    {
      path: `${consentsAddress}/:schoolId/purposes`,
      load: () => import('./office/PurposesPage.tsx').then((file) => file.PurposesPage),
    },
  ],
};
