import type { ComponentType } from 'preact';
import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import { homeroomSection } from '#modules/journal/web/homeroom/section.ts';
import { controlSection } from '#modules/journal/web/control/section.ts';
import { daySection } from '#modules/journal/web/day/section.ts';
import { journalSection } from '#modules/journal/web/section.ts';
import { importSection } from '#modules/integrations/web/section.ts';
import { accessSection } from '#modules/identity/web/access/section.ts';
import { consentsSection } from '#modules/consents/web/section.ts';
import { requestsSection } from '#modules/onboarding/web/section.ts';
import { peopleSection } from '#modules/roster/web/section.ts';
import { setUpSection } from '#modules/setup/web/section.ts';
import { timetableSection } from '#modules/timetable/web/section.ts';
import type { Find } from './staff/palette/found.ts';
import type { Worded } from './words.ts';

export type StaffRoute = {
  /** `/journal/:schoolId/:pageId`; its parameters reach the page as `useRoute().params`. */
  readonly path: `/${string}`;
  /** Fetched when first opened: `() => import('…').then((file) => file.JournalPage)`. */
  readonly load: () => Promise<ComponentType>;
};

/** A section of the staff area: a line of the side navigation and its pages. */
export type StaffSection = {
  /** The first part of all its paths; links elsewhere leave the application. */
  readonly href: `/${string}`;
  readonly word: Worded<string>;
  /** A path of `ui/icons.ts`. */
  readonly icon: string;
  /** Beside its name: how much waits there. */
  readonly Count?: ComponentType;
  /** Who meets it in the navigation; what its pages show, the server decides. */
  readonly isFor: (session: SessionReply) => boolean;
  readonly routes: readonly StaffRoute[];
  /** What the search over the staff area finds in it; fetched with the first letter. */
  readonly find?: Find;
};

/** All sections of the staff area. A module adds a line here. */
export const staffSections: readonly StaffSection[] = [
  daySection,
  journalSection,
  homeroomSection,
  timetableSection,
  controlSection,
  peopleSection,
  accessSection,
  requestsSection,
  consentsSection,
  importSection,
  setUpSection,
];
