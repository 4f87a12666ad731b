import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { register } from '#web/ui/icons.ts';
import { homeroomAddress } from '../addresses.ts';
import { leadingRoles } from './leading-roles.ts';

/** The class in the staff area: for its homeroom teacher, and for those who lead the school to read. */
export const homeroomSection: StaffSection = {
  href: homeroomAddress,
  word: { ru: 'Класс', en: 'Class' },
  icon: register,
  isFor: (session) =>
    session.persons.some(({ homeroomClasses }) => homeroomClasses.length > 0) ||
    personsWithRole(session, leadingRoles).length > 0,
  routes: [
    { path: homeroomAddress, load: () => import('./HomeroomHome.tsx').then((file) => file.HomeroomHome) },
    {
      path: `${homeroomAddress}/:schoolId/:classId`,
      load: () => import('./ClassDayPage.tsx').then((file) => file.ClassDayPage),
    },
    {
      path: `${homeroomAddress}/:schoolId/:classId/absences`,
      load: () => import('./AbsencesPage.tsx').then((file) => file.AbsencesPage),
    },
    {
      path: `${homeroomAddress}/:schoolId/:classId/contacts`,
      load: () => import('./ContactsPage.tsx').then((file) => file.ContactsPage),
    },
  ],
};
