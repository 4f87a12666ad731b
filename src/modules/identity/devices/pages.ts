import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { form, type FormAnswer } from '#platform/form.ts';
import { isUuid } from '#platform/ids.ts';
import { page, redirectTo } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { sawAlarms } from '../alarms/commands.ts';
import { partsOf } from '../identity-parts.ts';
import { factorAsked } from '../second-factor/asked-queries.ts';
import { siteOf } from '../second-factor/passkey-commands.ts';
import { passkeysOf } from '../second-factor/passkey-queries.ts';
import { factorState } from '../second-factor/queries.ts';
import { recentEvents } from '../second-factor/security-events.ts';
import type { SecurityFacts } from '../web/security/facts.ts';
import { endOneSession, endOtherSessions } from './commands.ts';
import { openSessions } from './queries.ts';
import { deviceName } from './rules.ts';

export const securityPath = '/security';

/** «Вход и безопасность»: where the account is signed in, for everybody. */
export const securityPage = page({
  path: securityPath,
  view: 'security',
  policy: { signedIn: true, beforeSecondFactor: true },
  load: ({ platform, signedIn, request }) => securityFacts(platform, signedIn, request),
});

/** Field `session`. Ended already, or another's: the page shows what stands. */
export const endSessionForm = form({
  path: '/security/end-session',
  view: 'security',
  policy: { signedIn: true, beforeSecondFactor: true },
  submit({ fields, platform, signedIn }) {
    const sessionId = fields.get('session') ?? '';
    if (!isUuid(sessionId)) return Promise.resolve(redirectTo(securityPath));
    return ending(platform, (tx, now) => endOneSession(tx, signedIn, { sessionId, now }));
  },
});

export const endOthersForm = form({
  path: '/security/end-others',
  view: 'security',
  policy: { signedIn: true, beforeSecondFactor: true },
  submit: ({ platform, signedIn }) => ending(platform, (tx, now) => endOtherSessions(tx, signedIn, now)),
});

type Ending = (tx: Parameters<typeof endOneSession>[0], now: Date) => Promise<readonly string[]>;

async function ending(platform: Platform, end: Ending): Promise<FormAnswer> {
  const { database, clock, sessions } = partsOf(platform);
  const ids = await database.identity((tx) => end(tx, clock.now()));
  sessions.drop({ kind: 'sessions', ids });
  platform.sealer.wake();
  return redirectTo(securityPath);
}

const deviceIn = ({ device }: Readonly<Record<string, unknown>>) =>
  typeof device === 'string' ? device : null;

async function securityFacts(
  platform: Platform,
  signedIn: SignedIn,
  request: IncomingRequest,
): Promise<SecurityFacts> {
  const parts = partsOf(platform);
  const now = parts.clock.now();
  const live = await parts.sessions.byId(signedIn.sessionId);
  const school = live && signedIn.persons[0] ? await live.facts(signedIn.persons[0].schoolId) : null;
  const { accountId } = signedIn;
  const { open, factor, passkeys, events } = await parts.database.identity(async (tx) => ({
    open: await openSessions(tx, accountId, now),
    factor: await factorState(tx, accountId, now),
    passkeys: await passkeysOf(tx, accountId),
    events: await recentEvents(tx, accountId),
  }));
  const described = open.map(({ id, device, startedAt, lastSeenAt }) => ({
    id,
    device: deviceName(device),
    startedAt,
    lastSeenAt,
    isThis: id === signedIn.sessionId,
  }));
  await sawAlarms(parts, signedIn);
  return {
    timeZone: school?.timeZone ?? 'Europe/Moscow',
    now: now.toISOString(),
    asked: live ? await factorAsked(live, parts.clock) : null,
    factor,
    passkeys: passkeys.map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      device: deviceName(device),
      createdAt,
      lastUsedAt,
    })),
    offersPasskeys: siteOf(parts, request) !== null,
    events: events.map(({ id, at, kind, facts }) => ({ id, at, kind, device: deviceIn(facts) })),
    sessions: described.toSorted((one, other) => Number(other.isThis) - Number(one.isThis)),
  };
}
