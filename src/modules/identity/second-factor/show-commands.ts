import type { IncomingRequest } from '#platform/actor.ts';
import type { UnfencedTx } from '#platform/db/tx.ts';
import { refuse } from '#platform/problem.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { knownDevice } from '../known-device.ts';
import { cookieValue } from '../sessions/rules.ts';
import { bucketsOf, countAttempt, forgiveAttempt } from '../sign-in/throttle-commands.ts';
import { takeAppCode, takeRecoveryCode } from './commands.ts';

/** What somebody shows: a code of the application, or one of the recovery codes. */
export type Shown = { readonly code: string } | { readonly recovery: string };

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
    const at = { accountId: owner.accountId, now: clock.now() };
    const isRight =
      'code' in shown
        ? await takeAppCode(tx, parts, { ...at, typed: shown.code })
        : await takeRecoveryCode(tx, parts, { ...at, typed: shown.recovery });
    if (!isRight) refuse('signIn.wrongFactor', undefined, 401);
    await forgiveAttempt(tx, buckets);
    return run(tx);
  });
}

export type FactorAsked<Result> = {
  readonly owner: Owner;
  readonly shown: Shown;
  readonly run: (tx: UnfencedTx) => Promise<Result>;
};
