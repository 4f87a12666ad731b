import type { IncomingRequest } from '#platform/actor.ts';
import { refuse } from '#platform/problem.ts';
import { QueueFull } from '../hash-queue.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { accountByLogin } from './queries.ts';
import { bucketsOf, countAttempt, forgiveAttempt } from './throttle-commands.ts';

/** Asks for an account's password once more, counted like a sign-in: is it right? Refuses with `signIn.slowDown` or `signIn.busy`. */
export async function showsPassword(
  parts: IdentityParts,
  request: IncomingRequest,
  { login, typed }: { readonly login: string; readonly typed: string },
): Promise<boolean> {
  const { database, clock, hashes } = parts;
  const buckets = bucketsOf(parts.throttleKey, { login, address: request.ip, device: null });
  const seconds = await database.identity((tx) => countAttempt(tx, buckets, clock.now()));
  if (seconds > 0) refuse('signIn.slowDown', { seconds }, 429);
  const account = await database.identity((tx) => accountByLogin(tx, login, clock.now()));
  const isRight = await inHashQueue(() => hashes.fits(account?.passwordHash ?? null, typed));
  if (isRight) await database.identity((tx) => forgiveAttempt(tx, buckets));
  return isRight;
}

/** Hashing in its turn; refuses with `signIn.busy` when the turn is too far away. */
export async function inHashQueue<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    return refuse('signIn.busy', { seconds: error.seconds }, 503);
  }
}
