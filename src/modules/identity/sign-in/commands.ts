import type { IncomingRequest } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';
import type { Platform } from '#platform/platform.ts';
import { refuse } from '#platform/problem.ts';
import { secretHash } from '../access-slips/commands.ts';
import { slipBySecret, type FoundSlip } from '../access-slips/queries.ts';
import { typedSecret } from '../access-slips/rules.ts';
import { watchSignIn } from '../alarms/commands.ts';
import { QueueFull } from '../hash-queue.ts';
import { partsOf, type IdentityParts } from '../identity-parts.ts';
import { cookieValue } from '../sessions/rules.ts';
import { knownDevice } from '../known-device.ts';
import {
  endHalf,
  halfOf,
  isRemembered,
  remember,
  spentHalfCookie,
  startHalf,
} from '../second-factor/half-commands.ts';
import { requireFactor, type Shown } from '../second-factor/show-commands.ts';
import { begin, beginIn, kindOf, type Identified, type Started } from './begin-commands.ts';
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

export type Credentials = {
  readonly login: string;
  readonly password: string;
  /** On a computer others use too. */
  readonly isShared?: boolean;
};

/** The password was right, and the account's second factor is still to be shown. */
export type FactorAwaited = { readonly awaits: 'factor'; readonly cookies: readonly string[] };

/**
 * Signs in by a password or the secret of an access slip: a new session, while the one the browser had ends; or the
 * half of it where a second factor is asked for. Refuses as `identify` does.
 */
export async function signIn(
  parts: IdentityParts,
  request: IncomingRequest,
  credentials: Credentials,
): Promise<Started | FactorAwaited> {
  return enter(parts, request, await identify(parts, request, credentials));
}

/** The same in one step: `code` is one of the application's. Refuses also with `signIn.factorNeeded` and `signIn.wrongFactor`. */
export async function signInAtOnce(
  parts: IdentityParts,
  request: IncomingRequest,
  { code, ...credentials }: Credentials & { readonly code: string | null },
): Promise<Started> {
  const found = await identify(parts, request, credentials);
  if (!(await asksFactor(parts, request, found.account))) return begin(parts, request, found);
  await parts.database.identity((tx) => forgiveAttempt(tx, found.buckets));
  if (code === null) refuse('signIn.factorNeeded', undefined, 401);
  const owner = { accountId: found.account.id, login: found.login };
  const kind = await kindOf(parts, found);
  const started = await requireFactor(parts, request, {
    owner,
    shown: { code },
    run: (tx) => beginIn(tx, parts, { request, found: { ...found, buckets: [] }, kind }),
  });
  watchSignIn(parts, request, { found, kind, sessionId: started.sessionId });
  return started;
}

/** Signs somebody in who has just been given an account on this server. */
export const signInOn = (
  platform: Pick<Platform, 'actors'>,
  request: IncomingRequest,
  credentials: Credentials,
): Promise<Started | FactorAwaited> => signIn(partsOf(platform), request, credentials);

/** Signs in by the secret of a slip alone, as its QR code does. Refuses as `signIn` does, and with `signIn.wrongCode`. */
export async function signInByCode(
  parts: IdentityParts,
  request: IncomingRequest,
  code: string,
): Promise<Started | FactorAwaited> {
  const { database, clock } = parts;
  const buckets = codeBucketsOf(parts.throttleKey, request.ip);
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);
  const slip = await slipOf(parts, code);
  const account = slip && (await database.identity((tx) => accountByLogin(tx, slip.login, clock.now())));
  if (!slip || !account) refuse('signIn.wrongCode', undefined, 401);
  if (slip.isExpired) refuse('signIn.slipExpired', undefined, 401);
  return enter(parts, request, {
    account,
    login: slip.login,
    buckets,
    needsOwnPassword: true,
    isShared: false,
  });
}

/** Completes a half sign-in by the second factor. Refuses as `requireFactor` does; null when there is no half. */
export async function completeSignIn(
  parts: IdentityParts,
  request: IncomingRequest,
  { shown, remembers }: { readonly shown: Shown; readonly remembers: boolean },
): Promise<Started | null> {
  const half = await halfOf(parts, request);
  if (!half) return null;
  const { login, needsOwnPassword, isShared } = half;
  const account = await parts.database.identity((tx) => accountByLogin(tx, login, parts.clock.now()));
  if (!account) return null;
  const found = { account, login, buckets: [], needsOwnPassword, isShared };
  const kind = await kindOf(parts, found);
  const started = await requireFactor(parts, request, {
    owner: { accountId: account.id, login },
    shown,
    run: async (tx) => {
      if (!(await endHalf(tx, parts, request))) return null;
      const trust =
        remembers && !isShared ? [await remember(tx, parts, { request, accountId: account.id })] : [];
      const { sessionId, cookies } = await beginIn(tx, parts, { request, found, kind });
      return { sessionId, cookies: [...cookies, spentHalfCookie(parts), ...trust] };
    },
  });
  if (started) watchSignIn(parts, request, { found, kind, sessionId: started.sessionId });
  return started;
}

/**
 * Whose password or slip it is. Refuses with `signIn.wrong`, `signIn.slipExpired`, `signIn.slowDown` or `signIn.busy`.
 * An unknown login costs the same work as a known one.
 */
async function identify(
  parts: IdentityParts,
  request: IncomingRequest,
  { login: typed, password, isShared = false }: Credentials,
): Promise<Identified> {
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
  if (fits) rehashIfOutdated(parts, account, password);
  return { account, login, buckets, needsOwnPassword: !fits || account.mustChangePassword, isShared };
}

async function enter(
  parts: IdentityParts,
  request: IncomingRequest,
  found: Identified,
): Promise<Started | FactorAwaited> {
  const { account, buckets, needsOwnPassword, isShared } = found;
  if (!(await asksFactor(parts, request, account))) return begin(parts, request, found);
  await parts.database.identity((tx) => forgiveAttempt(tx, buckets));
  const half = await startHalf(parts, { accountId: account.id, needsOwnPassword, isShared });
  return { awaits: 'factor', cookies: [half] };
}

async function asksFactor(
  parts: IdentityParts,
  request: IncomingRequest,
  { id, hasFactor }: SignInAccount,
): Promise<boolean> {
  return hasFactor && !(await isRemembered(parts, request, id));
}

/** The slip of a typed secret, or null. */
export function slipOf(parts: IdentityParts, typed: string): Promise<FoundSlip | null> {
  const secret = typedSecret(typed);
  if (secret === null) return Promise.resolve(null);
  const hash = secretHash(parts.slipKey, secret);
  return parts.database.identity((tx) => slipBySecret(tx, hash, parts.clock.now()));
}

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
