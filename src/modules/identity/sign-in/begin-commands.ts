import type { IncomingRequest } from '#platform/actor.ts';
import type { UnfencedTx } from '#platform/db/tx.ts';
import { factsOfSchools } from '../actors/queries.ts';
import { holdsRoleOn } from '../actors/rules.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { watchSignIn } from '../alarms/commands.ts';
import { deviceCookie } from '../known-device.ts';
import { endSession, newToken, startSession, tokenHashOf } from '../sessions/commands.ts';
import { cookieValue, sessionKind, sessionTimes, setCookie, type SessionKind } from '../sessions/rules.ts';
import type { SignInAccount } from './queries.ts';
import { forgiveAttempt, type Bucket } from './throttle-commands.ts';

/** A session that has just begun. */
export type Started = {
  readonly sessionId: string;
  /** `Set-Cookie` texts: the session and the device that is known from now on. */
  readonly cookies: readonly string[];
};

/** Somebody whose password or slip was right. */
export type Identified = {
  readonly account: SignInAccount;
  readonly login: string;
  readonly buckets: readonly Bucket[];
  readonly needsOwnPassword: boolean;
  /** On a computer others use too. */
  readonly isShared: boolean;
};

/** Starts the session of somebody who has shown who they are. */
export async function begin(
  parts: IdentityParts,
  request: IncomingRequest,
  found: Identified,
): Promise<Started> {
  const kind = await kindOf(parts, found);
  const started = await parts.database.identity((tx) => beginIn(tx, parts, { request, found, kind }));
  watchSignIn(parts, request, { found, kind, sessionId: started.sessionId });
  return started;
}

/** The kind of session somebody gets today. */
export const kindOf = async (
  parts: IdentityParts,
  { account, isShared }: Pick<Identified, 'account' | 'isShared'>,
): Promise<SessionKind> => (isShared ? 'shared' : sessionKind(await holdsRole(parts, account)));

type Beginning = {
  readonly request: IncomingRequest;
  readonly found: Identified;
  readonly kind: SessionKind;
};

/** The same inside a transaction that does more. */
export async function beginIn(
  tx: UnfencedTx,
  parts: IdentityParts,
  { request, found, kind }: Beginning,
): Promise<Started> {
  const { account, login, buckets, needsOwnPassword } = found;
  const { token, tokenHash } = newToken();
  const oldToken = cookieValue(request.headers.cookie, parts.sessionCookie.name);
  const oldDevice = cookieValue(request.headers.cookie, parts.deviceCookieName);
  const now = parts.clock.now();
  if (buckets.length > 0) await forgiveAttempt(tx, buckets);
  if (oldToken !== null) await endSession(tx, tokenHashOf(oldToken), now);
  const sessionId = await startSession(tx, {
    accountId: account.id,
    kind,
    tokenHash,
    now,
    device: request.headers['user-agent'] ?? null,
    needsOwnPassword,
  });
  return {
    sessionId,
    cookies: [
      sessionCookieOf(parts, { kind, token }),
      // Others use it too: it is nobody's known device.
      ...(kind === 'shared' ? [] : [deviceCookieOf(parts, oldDevice, login)]),
    ],
  };
}

/** The cookie of a new session. */
export function sessionCookieOf(
  { sessionCookie }: IdentityParts,
  { kind, token }: { readonly kind: SessionKind; readonly token: string },
): string {
  return setCookie({ ...sessionCookie, value: token, maxAgeSeconds: sessionTimes[kind].absolute / 1000 });
}

function deviceCookieOf(parts: IdentityParts, oldDevice: string | null, login: string): string {
  return setCookie({
    name: parts.deviceCookieName,
    secure: parts.sessionCookie.secure,
    value: deviceCookie(parts.deviceKey, oldDevice, login),
    maxAgeSeconds: deviceDays * 86_400,
  });
}

const deviceDays = 400;

/** Does the account hold any role today, in a school or above? */
export async function holdsRole(
  { database, clock }: IdentityParts,
  { persons, hasRegionRole }: SignInAccount,
): Promise<boolean> {
  if (hasRegionRole) return true;
  const schools = await factsOfSchools(database, persons);
  return schools.some((facts) => holdsRoleOn(clock.today(facts.timeZone), facts));
}
