import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { personsWithRole } from '#web/staff/session.ts';
import type { StaffSection } from '#web/staff-routes.ts';
import { inbox } from '#web/ui/icons.ts';
import { requestsAddress } from './addresses.ts';
import { WaitingCount } from './queue/WaitingCount.tsx';

/** What waits for a decision of the school: for its office and those who lead it. */
export const requestsSection: StaffSection = {
  href: requestsAddress,
  word: { ru: 'Заявки', en: 'Requests' },
  icon: inbox,
  Count: WaitingCount,
  isFor: (session) => personsWithRole(session, officeRoles).length > 0,
  routes: [
    {
      path: requestsAddress,
      load: () => import('./queue/RequestsHome.tsx').then((file) => file.RequestsHome),
    },
    {
      path: `${requestsAddress}/:schoolId`,
      load: () => import('./queue/RequestsPage.tsx').then((file) => file.RequestsPage),
    },
  ],
};
