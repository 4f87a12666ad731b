import type { IncomingRequest, SignedIn } from '#platform/actor.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { platformProblem, refuse } from '#platform/problem.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { showsPassword } from '../sign-in/password-commands.ts';
import { isFreshProof } from './rules.ts';
import { factorState } from './queries.ts';
import { asksStepUp } from './step-up-rules.ts';
import { requireFactor, type Shown } from './show-commands.ts';

export type Proof = { readonly password: string } | Shown;

/** Has the session shown in the last quarter of an hour who uses it? */
export async function isProved(parts: IdentityParts, { sessionId }: SignedIn): Promise<boolean> {
  const live = await parts.sessions.byId(sessionId);
  return live !== null && isFreshProof(live.stored.provedAt, parts.clock.now());
}

/** Refuses with `proofNeeded` when the session showed its second factor too long ago for an act that matters. */
export async function requireStepUp(parts: IdentityParts, signedIn: SignedIn): Promise<void> {
  const { accountId, sessionId } = signedIn;
  const now = parts.clock.now();
  const live = await parts.sessions.byId(sessionId);
  if (live === null || !asksStepUp(live.stored, now)) return;
  const { appSince } = await parts.database.identity((tx) => factorState(tx, accountId, now));
  throw platformProblem('proofNeeded', { hasApp: appSince !== null });
}

/** What a session is asked for: the second factor where the account has one, else the password. */
export async function proofAsked(
  parts: IdentityParts,
  { sessionId }: SignedIn,
): Promise<'password' | 'factor'> {
  const live = await parts.sessions.byId(sessionId);
  return live?.stored.hasFactor === true ? 'factor' : 'password';
}

/** What a passkey signs for in this session; another with each proof, so that no signature is good twice. */
export async function proofPurpose(parts: IdentityParts, { sessionId }: SignedIn): Promise<string> {
  const live = await parts.sessions.byId(sessionId);
  return `session|${sessionId}|${live?.stored.provedAt ?? ''}`;
}

/** Writes down that the session showed who uses it. Refuses with `proof.wrongPassword` or as `requireFactor` does. */
export async function prove(
  parts: IdentityParts,
  request: IncomingRequest,
  { signedIn, proof }: { readonly signedIn: SignedIn; readonly proof: Proof },
): Promise<void> {
  const asked = await proofAsked(parts, signedIn);
  if ('password' in proof) {
    // A peeked password must not stand for the factor its owner has.
    if (asked !== 'password') refuse('proof.wrongPassword', undefined, 422);
    const typed = { login: signedIn.login, typed: proof.password };
    if (!(await showsPassword(parts, request, typed))) refuse('proof.wrongPassword', undefined, 422);
    await parts.database.identity((tx) => writeProof(tx, parts, signedIn));
  } else {
    await requireFactor(parts, request, {
      owner: signedIn,
      shown: proof,
      run: (tx) => writeProof(tx, parts, signedIn),
    });
  }
  parts.sessions.drop({ kind: 'sessions', ids: [signedIn.sessionId] });
}

async function writeProof(tx: UnfencedTx, { clock }: IdentityParts, { sessionId }: SignedIn): Promise<void> {
  await tx.run(proved, [sessionId, clock.now()]);
  await rightsChanged(tx, { kind: 'sessions', ids: [sessionId] });
}

// The session showed who uses it; primary key.
const proved = statement('identity.prove', 'update directory.session set proved_at = $2 where id = $1');
