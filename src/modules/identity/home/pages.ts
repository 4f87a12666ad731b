import type { SignedIn } from '#platform/actor.ts';
import { form } from '#platform/form.ts';
import { localAddress, page, redirectTo, type Page } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem } from '#platform/problem.ts';
import { preferenceCookies } from '#modules/identity/preferences/rules.ts';
import { alarmsToSee } from '../alarms/commands.ts';
import { tellsOfBounce } from '../bounces/commands.ts';
import { bouncedAddress } from '../contacts/commands.ts';
import { partsOf } from '../identity-parts.ts';
import type { SessionReply } from '../sessions/contract.ts';
import { describeSession } from '../sessions/routes.ts';
import { homeOf } from './rules.ts';

/** Addresses of the staff area: one application, whose router shows what the address says. */
const staffPaths = [
  '/day',
  '/day/{schoolId}',
  '/journal',
  '/journal/{schoolId}/{pageId}',
  '/homeroom',
  '/homeroom/{schoolId}/{classId}',
  '/homeroom/{schoolId}/{classId}/absences',
  '/homeroom/{schoolId}/{classId}/contacts',
  '/people',
  '/people/{schoolId}',
  '/people/{schoolId}/classes',
  '/people/{schoolId}/classes/{classId}',
  '/people/{schoolId}/classes/{classId}/subgroups',
  '/people/{schoolId}/persons/{personId}',
  '/people/{schoolId}/admission',
  '/people/{schoolId}/load',
  '/import',
  '/import/{schoolId}',
  '/import/{schoolId}/people',
  '/import/{schoolId}/undo/{importId}',
  '/import/{schoolId}/timetable',
  '/access',
  '/access/{schoolId}/classes/{classId}',
  '/access/{schoolId}/staff',
  '/requests',
  '/requests/{schoolId}',
  '/consents',
  '/consents/{schoolId}/classes/{classId}',
  '/consents/{schoolId}/purposes',
  '/school',
  '/school/{schoolId}',
  '/school/{schoolId}/year',
  '/school/{schoolId}/bells',
  '/school/{schoolId}/subjects',
  '/school/{schoolId}/scales',
  '/school/{schoolId}/settings',
  '/timetable',
  '/timetable/{schoolId}',
  '/timetable/{schoolId}/day',
  '/timetable/{schoolId}/weekly',
  '/timetable/{schoolId}/absence',
  '/timetable/{schoolId}/special-days',
  '/timetable/{schoolId}/special-days/new',
  '/control',
  '/control/{schoolId}',
  '/control/{schoolId}/lessons',
  '/control/{schoolId}/periods',
] as const;

export const homePages: readonly Page[] = [
  page({
    path: '/',
    view: 'account',
    policy: { signedIn: true },
    async load({ platform, signedIn }) {
      const home = homeOf(await sessionOf(platform, signedIn));
      // Whose letters come back learns it once on the way, and may go on at once.
      const isTold =
        platform.bounces !== null && (await tellsOfBounce(partsOf(platform), signedIn.accountId));
      return redirectTo(isTold ? `/contacts?next=${encodeURIComponent(home)}` : home);
    },
  }),
  page({
    path: '/account',
    view: 'account',
    policy: { signedIn: true },
    load: async ({ platform, signedIn, query }) => ({
      session: await sessionOf(platform, signedIn),
      isAdded: query.get('added') === '1',
      hasMail: platform.mail !== null,
      bounced: await bouncedAddress(partsOf(platform), signedIn),
      alarms: await alarmsOf(platform, signedIn),
    }),
  }),
  ...staffPaths.map((path) =>
    page({
      path,
      view: 'staff',
      policy: { signedIn: true },
      load: async ({ platform, signedIn }) => {
        const session = await sessionOf(platform, signedIn);
        const worksSomewhere = session.persons.some(({ roles }) => roles.length > 0);
        if (!worksSomewhere) throw platformProblem('notFound');
        return { session };
      },
    }),
  ),
];

/** Language and colours, for a browser whose script is not there yet. */
export const preferencesForm = form({
  path: '/preferences',
  view: 'account',
  policy: { public: 'everybody reads in some language' },
  submit({ fields, platform }) {
    const wished = {
      theme: fields.get('theme') ?? undefined,
      language: fields.get('language') ?? undefined,
    };
    const cookies = preferenceCookies(wished, platform.config.sessionCookie.secure);
    return Promise.resolve(redirectTo(localAddress(fields.get('next') ?? '/'), cookies));
  },
});

/** The latest alarm in words of facts, and how many there are; null = nothing to tell. */
async function alarmsOf(platform: Platform, signedIn: SignedIn) {
  const alarms = await alarmsToSee(partsOf(platform), signedIn);
  const [latest] = alarms;
  return latest ? { kind: latest.kind, device: latest.device ?? '', count: alarms.length } : null;
}

async function sessionOf(platform: Platform, signedIn: SignedIn): Promise<SessionReply> {
  const parts = partsOf(platform);
  const session = await parts.sessions.byId(signedIn.sessionId);
  if (!session) throw platformProblem('notSignedIn');
  return describeSession(parts, session);
}
