import type { IncomingRequest } from '#platform/actor.ts';
import type { UnfencedTx } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { knownDevice } from '../known-device.ts';
import { cookieValue } from '../sessions/rules.ts';
import { bucketsOf, countAttempt, forgiveAttempt } from '../sign-in/throttle-commands.ts';
import { siteOf, takePasskey } from './passkey-commands.ts';
import { takeAppCode, takeRecoveryCode } from './commands.ts';

/** What somebody shows: a code of the application, one of the recovery codes, or a passkey’s signature for a purpose. */
export type Shown =
  | { readonly code: string }
  | { readonly recovery: string }
  | { readonly passkey: string; readonly purpose: string };

/** Whose factor is shown. */
export type Owner = { readonly accountId: string; readonly login: string };

/**
 * Holds somebody to the second factor of an account, in the transaction that needs it: a used code is used only if the
 * rest is done. Refuses with `signIn.wrongFactor` or `signIn.slowDown`. Counters are the factor's own: a right password
 * does not give its finder more guesses.
 */
export async function requireFactor<Result>(
  parts: IdentityParts,
  request: IncomingRequest,
  { owner, shown, run }: FactorAsked<Result>,
): Promise<Result> {
  const { database, clock } = parts;
  const device = knownDevice(
    parts.deviceKey,
    cookieValue(request.headers.cookie, parts.deviceCookieName),
    owner.login,
  );
  const buckets = bucketsOf(parts.throttleKey, {
    login: `factor|${owner.accountId}`,
    address: request.ip,
    device,
  });
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);
  return database.identity(async (tx) => {
    const isRight = await isShown(tx, parts, { request, owner, shown });
    if (!isRight) refuse('signIn.wrongFactor', undefined, 401);
    await forgiveAttempt(tx, buckets);
    return run(tx);
  });
}

function isShown(
  tx: UnfencedTx,
  parts: IdentityParts,
  { request, owner: { accountId }, shown }: { request: IncomingRequest; owner: Owner; shown: Shown },
): Promise<boolean> {
  const at = { accountId, now: parts.clock.now() };
  if ('code' in shown) return takeAppCode(tx, parts, { ...at, typed: shown.code });
  if ('recovery' in shown) return takeRecoveryCode(tx, parts, { ...at, typed: shown.recovery });
  const site = siteOf(parts, request);
  if (!site) return Promise.resolve(false);
  return takePasskey(tx, parts, { accountId, site, purpose: shown.purpose, answer: shown.passkey });
}

export type FactorAsked<Result> = {
  readonly owner: Owner;
  readonly shown: Shown;
  readonly run: (tx: UnfencedTx) => Promise<Result>;
};

/** The fields `passkey`, `recovery` or `code` of a form. */
export function shownIn(fields: URLSearchParams, purpose: string): Shown {
  const text = (name: string) => fields.get(name)?.slice(0, longestField) ?? null;
  const passkey = text('passkey');
  if (passkey !== null) return { passkey, purpose };
  const recovery = text('recovery');
  return recovery === null ? { code: text('code') ?? '' } : { recovery };
}

const longestField = 8_000;
