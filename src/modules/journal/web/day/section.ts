import type { StaffSection } from '#web/staff-routes.ts';
import { personsWithRole } from '#web/staff/session.ts';
import { clock } from '#web/ui/icons.ts';
import { dayAddress } from '../addresses.ts';

/** The teacher's day: where a teacher lands. */
export const daySection: StaffSection = {
  href: dayAddress,
  word: { ru: 'Мой день', en: 'My day' },
  icon: clock,
  isFor: (session) => personsWithRole(session, ['teacher']).length > 0,
  routes: [
    { path: dayAddress, load: () => import('./DayHome.tsx').then((file) => file.DayHome) },
    { path: `${dayAddress}/:schoolId`, load: () => import('./DayPage.tsx').then((file) => file.DayPage) },
  ],
};
