import type { IncomingRequest } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import type { Platform } from '#platform/platform.ts';
import { refuse } from '#platform/problem.ts';
import { secretHash } from '../access-slips/commands.ts';
import { slipBySecret, type FoundSlip } from '../access-slips/queries.ts';
import { typedSecret } from '../access-slips/rules.ts';
import { schoolFacts } from '../actors/queries.ts';
import { isValidOn } from '../actors/rules.ts';
import { QueueFull } from '../hash-queue.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import { endSession, newToken, startSession, tokenHashOf } from '../sessions/commands.ts';
import { cookieValue, sessionKind, sessionTimes, setCookie, type SessionKind } from '../sessions/rules.ts';
import { deviceCookie, knownDevice } from '../known-device.ts';
import { accountByLogin, type SignInAccount } from './queries.ts';
import { normaliseLogin } from './rules.ts';
import {
  bucketsOf,
  codeBucketsOf,
  countAttempt,
  forgiveAttempt,
  returnAttempt,
  type Bucket,
} from './throttle-commands.ts';

export type Credentials = { readonly login: string; readonly password: string };

/** A session that has just begun. */
export type Started = {
  readonly sessionId: string;
  /** `Set-Cookie` texts: the session and the device that is known from now on. */
  readonly cookies: readonly string[];
};

/**
 * Signs in by a password or the secret of an access slip: a new session, while the one the browser had ends. Refuses
 * with `signIn.wrong`, `signIn.slipExpired`, `signIn.slowDown` or `signIn.busy`. An unknown login costs the same work
 * as a known one.
 */
export async function signIn(
  parts: IdentityParts,
  request: IncomingRequest,
  { login: typed, password }: Credentials,
): Promise<Started> {
  const { database, clock } = parts;
  const login = normaliseLogin(typed);
  const oldDevice = cookieValue(request.headers.cookie, parts.deviceCookieName);
  const device = knownDevice(parts.deviceKey, oldDevice, login);
  const buckets = bucketsOf(parts.throttleKey, { login, address: request.ip, device });
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);

  const account = await database.identity((tx) => accountByLogin(tx, login, clock.now()));
  const fits = await passwordFits(parts, { account, password, buckets });
  const slip = await slipOf(parts, password);
  const isBySlip = slip !== null && slip.accountId === account?.id;
  if (!account || account.isDisabled || !(fits || isBySlip)) refuse('signIn.wrong', undefined, 401);
  if (!fits && slip?.isExpired === true) refuse('signIn.slipExpired', undefined, 401);

  const needsOwnPassword = !fits || account.mustChangePassword;
  const started = await begin(parts, request, { account, login, buckets, needsOwnPassword });
  if (fits) rehashIfOutdated(parts, account, password);
  return started;
}

/** Signs somebody in who has just been given an account on this server. */
export const signInOn = (
  platform: Pick<Platform, 'actors'>,
  request: IncomingRequest,
  credentials: Credentials,
): Promise<Started> => signIn(partsOf(platform), request, credentials);

/** Signs in by the secret of a slip alone, as its QR code does. Refuses as `signIn` does, and with `signIn.wrongCode`. */
export async function signInByCode(
  parts: IdentityParts,
  request: IncomingRequest,
  code: string,
): Promise<Started> {
  const { database, clock } = parts;
  const buckets = codeBucketsOf(parts.throttleKey, request.ip);
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);
  const slip = await slipOf(parts, code);
  const account = slip && (await database.identity((tx) => accountByLogin(tx, slip.login, clock.now())));
  if (!slip || !account) refuse('signIn.wrongCode', undefined, 401);
  if (slip.isExpired) refuse('signIn.slipExpired', undefined, 401);
  return begin(parts, request, { account, login: slip.login, buckets, needsOwnPassword: true });
}

/** The slip of a typed secret, or null. */
export function slipOf(parts: IdentityParts, typed: string): Promise<FoundSlip | null> {
  const secret = typedSecret(typed);
  if (secret === null) return Promise.resolve(null);
  const hash = secretHash(parts.slipKey, secret);
  return parts.database.identity((tx) => slipBySecret(tx, hash, parts.clock.now()));
}

type Beginning = {
  readonly account: SignInAccount;
  readonly login: string;
  readonly buckets: readonly Bucket[];
  readonly needsOwnPassword: boolean;
};

/** Starts the session of somebody who has shown who they are. */
async function begin(
  parts: IdentityParts,
  request: IncomingRequest,
  { account, login, buckets, needsOwnPassword }: Beginning,
): Promise<Started> {
  const { database, clock } = parts;
  const kind = sessionKind(await holdsRole(parts, account));
  const { token, tokenHash } = newToken();
  const oldToken = cookieValue(request.headers.cookie, parts.sessionCookie.name);
  const oldDevice = cookieValue(request.headers.cookie, parts.deviceCookieName);
  const sessionId = await database.identity(async (tx) => {
    await forgiveAttempt(tx, buckets);
    if (oldToken !== null) await endSession(tx, tokenHashOf(oldToken), clock.now());
    const now = clock.now();
    return startSession(tx, {
      accountId: account.id,
      kind,
      tokenHash,
      now,
      device: request.headers['user-agent'] ?? null,
      needsOwnPassword,
    });
  });
  return {
    sessionId,
    cookies: [sessionCookieOf(parts, { kind, token }), deviceCookieOf(parts, oldDevice, login)],
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

async function passwordFits(
  parts: IdentityParts,
  at: { account: SignInAccount | null; password: string; buckets: readonly Bucket[] },
): Promise<boolean> {
  try {
    return await parts.hashes.fits(at.account?.passwordHash ?? null, at.password);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    await parts.database.identity((tx) => returnAttempt(tx, at.buckets));
    return refuse('signIn.busy', { seconds: error.seconds }, 503);
  }
}

/** Does the account hold any role today, in a school or above? */
export async function holdsRole(
  { database, clock }: IdentityParts,
  { persons, hasRegionRole }: SignInAccount,
): Promise<boolean> {
  if (hasRegionRole) return true;
  for (const schoolId of new Set(persons.map((person) => person.schoolId))) {
    const own = persons.filter((person) => person.schoolId === schoolId).map(({ personId }) => personId);
    const facts = await schoolFacts(database, schoolId, own);
    if (!facts) continue;
    const today = clock.today(facts.timeZone);
    if (facts.roles.some((grant) => isValidOn(today, grant))) return true;
  }
  return false;
}

/** After the answer: nobody waits for it, and a failure only means that the next sign-in tries again. */
function rehashIfOutdated(parts: IdentityParts, account: SignInAccount, password: string): void {
  const old = account.passwordHash;
  if (old === null || !parts.hashes.isOutdated(old)) return;
  const rehash = async () => {
    const fresh = await parts.hashes.hash(password);
    await parts.database.identity((tx) => tx.run(replaceHash, [account.id, old, fresh]));
  };
  parts.background(rehash());
}

// A stronger hash of the same password, unless it was changed meanwhile; primary key.
const replaceHash = statement(
  'identity.replaceHash',
  'update directory.account set password_hash = $3 where id = $1 and password_hash = $2',
);
