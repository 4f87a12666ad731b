import type { IncomingRequest } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import { schoolFacts } from '../actors/queries.ts';
import { isValidOn } from '../actors/rules.ts';
import { QueueFull } from '../hash-queue.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { endSession, newToken, startSession, tokenHashOf } from '../sessions/commands.ts';
import { cookieValue, sessionKind, sessionTimes, setCookie } from '../sessions/rules.ts';
import { deviceCookie, knownDevice } from '../known-device.ts';
import { accountByLogin, type SignInAccount } from './queries.ts';
import { normaliseLogin } from './rules.ts';
import { bucketsOf, countAttempt, forgiveAttempt, returnAttempt, type Bucket } from './throttle-commands.ts';

export type Credentials = { readonly login: string; readonly password: string };

/** A session that has just begun. */
export type Started = {
  readonly sessionId: string;
  /** `Set-Cookie` texts: the session and the device that is known from now on. */
  readonly cookies: readonly string[];
};

/**
 * Signs in: a new session, while the one the browser had ends. Refuses with `signIn.wrong`,
 * `signIn.slowDown` or `signIn.busy`. An unknown login costs the same work as a known one.
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
  if (!account || !fits || account.isDisabled) refuse('signIn.wrong', undefined, 401);

  const kind = sessionKind(await holdsRole(parts, account));
  const { token, tokenHash } = newToken();
  const oldToken = cookieValue(request.headers.cookie, parts.sessionCookie.name);
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
    });
  });
  rehashIfOutdated(parts, account, password);
  return {
    sessionId,
    cookies: [
      setCookie({
        ...parts.sessionCookie,
        value: token,
        maxAgeSeconds: sessionTimes[kind].absolute / 1000,
      }),
      setCookie({
        name: parts.deviceCookieName,
        secure: parts.sessionCookie.secure,
        value: deviceCookie(parts.deviceKey, oldDevice, login),
        maxAgeSeconds: deviceDays * 86_400,
      }),
    ],
  };
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
async function holdsRole(
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
