import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { IncomingRequest } from '#platform/actor.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { By } from '../accounts/commands.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { isOwnChallenge, newChallenge, relyingParty, type RelyingParty } from '../passkeys.ts';
import { tellFactor, tidyFactor } from './commands.ts';
import { holdPasskey, passkeysOf } from './passkey-queries.ts';

// Loaded by the first who needs it: most requests do not.
const library = () => import('@simplewebauthn/server');

/** Where a request for a passkey stands: the site, and what the answer will be good for. */
export type PasskeyRequest = {
  readonly accountId: string;
  readonly site: RelyingParty;
  /** Names the half sign-in or the session; a signature for one does nothing for another. */
  readonly purpose: string;
};

export const siteOf = (parts: IdentityParts, request: IncomingRequest): RelyingParty | null =>
  relyingParty(parts, request);

/** What the browser needs to make a passkey. */
export async function creationOptions(
  parts: IdentityParts,
  { accountId, site, purpose }: PasskeyRequest,
  login: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await parts.database.identity((tx) => passkeysOf(tx, accountId));
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: 'Парта',
    rpID: site.id,
    userName: login,
    userID: Uint8Array.from(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
    challenge: newChallenge({ key: parts.challengeKey, purpose, now: parts.clock.now() }),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
}

/** What the browser needs to show a passkey of this site; null when the account has none here. */
export async function requestOptions(
  parts: IdentityParts,
  { accountId, site, purpose }: PasskeyRequest,
): Promise<PublicKeyCredentialRequestOptionsJSON | null> {
  const known = await parts.database.identity((tx) => passkeysOf(tx, accountId));
  const here = known.filter(({ rpId }) => rpId === site.id);
  if (here.length === 0) return null;
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: newChallenge({ key: parts.challengeKey, purpose, now: parts.clock.now() }),
    allowCredentials: here.map(({ credentialId, transports }) => ({
      id: credentialId.toString('base64url'),
      transports: [...transports],
    })),
    userVerification: 'preferred',
  });
}

/** Keeps a passkey the browser made. False when its answer is not good. */
export async function addPasskey(
  tx: UnfencedTx,
  parts: IdentityParts,
  made: PasskeyRequest & { readonly answer: string; readonly device: string | null; readonly by: By },
): Promise<boolean> {
  const { accountId, site, answer, device, by } = made;
  const response = parsed<RegistrationResponseJSON>(answer);
  if (!response) return false;
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: ownChallenge(parts, made.purpose),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: false,
  }).catch(() => null);
  if (verified?.verified !== true) return false;
  const { credential } = verified.registrationInfo;
  const now = parts.clock.now();
  const added = await tx.run(insertPasskey, [
    uuidv7(),
    accountId,
    Buffer.from(credential.id, 'base64url'),
    Buffer.from(credential.publicKey),
    credential.counter,
    credential.transports ?? [],
    site.id,
    device?.slice(0, 200) ?? null,
    now,
  ]);
  if (added === 1) await tellFactor(tx, by, { accountId, now, kind: 'passkeyAdded' });
  return added === 1;
}

/** Takes the signature of a passkey. */
export async function takePasskey(
  tx: UnfencedTx,
  parts: IdentityParts,
  { accountId, site, purpose, answer }: PasskeyRequest & { readonly answer: string },
): Promise<boolean> {
  const response = parsed<AuthenticationResponseJSON>(answer);
  if (!response) return false;
  const credentialId = Buffer.from(response.id, 'base64url');
  const stored = await holdPasskey(tx, { accountId, credentialId, rpId: site.id });
  if (!stored) return false;
  const { verifyAuthenticationResponse } = await library();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: ownChallenge(parts, purpose),
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: false,
    credential: {
      id: response.id,
      publicKey: Uint8Array.from(stored.publicKey),
      counter: Number(stored.counter),
    },
  }).catch(() => null);
  if (verified?.verified !== true) return false;
  await tx.run(usePasskey, [stored.id, verified.authenticationInfo.newCounter, parts.clock.now()]);
  return true;
}

/** Removes one passkey of the account; another account's is left alone. */
export async function removePasskey(
  tx: UnfencedTx,
  { accountId, id, now, by }: { accountId: string; id: string; now: Date; by: By },
): Promise<void> {
  if ((await tx.run(dropPasskey, [accountId, id])) === 0) return;
  await tidyFactor(tx, accountId);
  await tellFactor(tx, by, { accountId, now, kind: 'passkeyRemoved' });
}

const ownChallenge = (parts: IdentityParts, purpose: string) => (challenge: string) =>
  isOwnChallenge({ key: parts.challengeKey, purpose, now: parts.clock.now() }, challenge);

/** The library looks at every part of it; here it need only be an object with an id. */
function parsed<Response extends { readonly id: string }>(answer: string): Response | null {
  try {
    const value: unknown = JSON.parse(answer);
    const isLike =
      typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
    return isLike ? (value as Response) : null;
  } catch {
    return null;
  }
}

// A new passkey; one that is known already is not taken again.
const insertPasskey = statement(
  'identity.addPasskey',
  `insert into directory.passkey
     (id, account_id, credential_id, public_key, counter, transports, rp_id, device, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (credential_id) do nothing`,
);

// A use of a passkey; primary key.
const usePasskey = statement(
  'identity.usePasskey',
  'update directory.passkey set counter = $2, last_used_at = $3 where id = $1',
);

// One passkey of an account; primary key.
const dropPasskey = statement(
  'identity.removePasskey',
  'delete from directory.passkey where account_id = $1 and id = $2',
);
