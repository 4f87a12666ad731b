import type { StaffSection } from '#web/staff-routes.ts';
import { journal } from '#web/ui/icons.ts';
import { journalAddress } from './addresses.ts';

/** The journal in the staff area. Its words wait in the pages' own file: the navigation needs one. */
export const journalSection: StaffSection = {
  href: journalAddress,
  word: { ru: 'Журнал', en: 'Journal' },
  icon: journal,
  isFor: () => true,
  find: async (...asked) => (await import('./list/find-journals.ts')).findJournals(...asked),
  routes: [
    { path: journalAddress, load: () => import('./list/JournalList.tsx').then((file) => file.JournalList) },
    {
      path: `${journalAddress}/:schoolId/:pageId`,
      load: () => import('./page/JournalPage.tsx').then((file) => file.JournalPage),
    },
  ],
};
