import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { people } from '#web/ui/icons.ts';
import { peopleAddress } from './addresses.ts';
import { officeRoles } from './office-roles.ts';

/** The school's people in the staff area: for the office and those who lead the school. */
export const peopleSection: StaffSection = {
  href: peopleAddress,
  word: { ru: 'Люди', en: 'People' },
  icon: people,
  isFor: (session) => personsWithRole(session, officeRoles).length > 0,
  find: async (...asked) => (await import('./people/find-people.ts')).findPeople(...asked),
  routes: [
    { path: peopleAddress, load: () => import('./people/PeopleHome.tsx').then((file) => file.PeopleHome) },
    {
      path: `${peopleAddress}/:schoolId`,
      load: () => import('./people/PeoplePage.tsx').then((file) => file.PeoplePage),
    },
    {
      path: `${peopleAddress}/:schoolId/classes`,
      load: () => import('./classes/ClassesPage.tsx').then((file) => file.ClassesPage),
    },
    {
      path: `${peopleAddress}/:schoolId/classes/:classId`,
      load: () => import('./classes/ClassPage.tsx').then((file) => file.ClassPage),
    },
    {
      path: `${peopleAddress}/:schoolId/classes/:classId/subgroups`,
      load: () => import('./subgroups/SubgroupsPage.tsx').then((file) => file.SubgroupsPage),
    },
    {
      path: `${peopleAddress}/:schoolId/persons/:personId`,
      load: () => import('./person/PersonPage.tsx').then((file) => file.PersonPage),
    },
    {
      path: `${peopleAddress}/:schoolId/load`,
      load: () => import('./load/LoadPage.tsx').then((file) => file.LoadPage),
    },
    {
      path: `${peopleAddress}/:schoolId/admission`,
      load: () => import('./movement/AdmissionPage.tsx').then((file) => file.AdmissionPage),
    },
  ],
};
