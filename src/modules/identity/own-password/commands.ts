import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { refuse } from '#platform/problem.ts';
import { spendSlips } from '../access-slips/commands.ts';
import { replacePassword } from '../accounts/commands.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { newToken, startSession } from '../sessions/commands.ts';
import { sessionCookieOf } from '../sign-in/begin-commands.ts';
import { inHashQueue, showsPassword } from '../sign-in/password-commands.ts';
import { accountByLogin } from '../sign-in/queries.ts';
import { passwordFault, shortestPassword, wordsOfLogin } from '../password-strength.ts';

export type OwnPasswordWish = {
  /** Not asked of a session a slip has opened. */
  readonly current: string;
  readonly password: string;
  readonly repeated: string;
};

/**
 * Sets the password of one's own: slips are spent, all other sessions end, this one goes on under a new token. Refuses
 * with `ownPassword.currentWrong`, `ownPassword.sameAsCurrent`, `ownPassword.tooShort` and the like.
 */
export async function setOwnPassword(
  parts: IdentityParts,
  request: IncomingRequest,
  { signedIn, wish }: { readonly signedIn: SignedIn; readonly wish: OwnPasswordWish },
): Promise<{ readonly cookie: string }> {
  const { database, clock } = parts;
  const { accountId, login } = signedIn;
  const fault = passwordFault(wish, wordsOfLogin(login));
  if (fault !== null) refuse(`ownPassword.${fault}`, { limit: shortestPassword }, 422);
  const account = await database.identity((tx) => accountByLogin(tx, login, clock.now()));
  const stored = account?.passwordHash ?? null;
  const isKnown =
    signedIn.needsOwnPassword || (await showsPassword(parts, request, { login, typed: wish.current }));
  if (!isKnown) refuse('ownPassword.currentWrong', undefined, 422);
  if (stored !== null && (await inHashQueue(() => parts.hashes.fits(stored, wish.password))))
    refuse('ownPassword.sameAsCurrent', undefined, 422);
  const passwordHash = await inHashQueue(() => parts.hashes.hash(wish.password));
  const session = await parts.sessions.byId(signedIn.sessionId);
  const kind = session?.stored.kind ?? 'staff';
  const { token, tokenHash } = newToken();
  await database.identity(async (tx) => {
    const now = clock.now();
    await replacePassword(tx, { accountId, passwordHash, now }, signedIn);
    await spendSlips(tx, accountId, now);
    const device = request.headers['user-agent'] ?? null;
    await startSession(tx, { accountId, kind, tokenHash, now, device, needsOwnPassword: false });
  });
  parts.sessions.drop({ kind: 'accounts', ids: [accountId] });
  return { cookie: sessionCookieOf(parts, { kind, token }) };
}
