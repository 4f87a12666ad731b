import type { IncomingRequest } from '#platform/actor.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import type { IdentityParts } from '../identity-parts.ts';
import { newToken, tokenHashOf } from '../sessions/commands.ts';
import { cookieValue, setCookie } from '../sessions/rules.ts';
import { halfSignIn, isTrusted, type HalfSignIn } from './queries.ts';
import { halfSignInMs, rememberDays } from './rules.ts';

/** A browser remembers so many accounts that need no second factor here. */
const mostTrusted = 3;
const separator = '~';
const tokenShape = /^[\w-]{43}$/u;

/** The password was right: what is left of the sign-in, as a `Set-Cookie` text. */
export async function startHalf(
  parts: IdentityParts,
  { accountId, needsOwnPassword, isShared }: Omit<HalfSignIn, 'login'>,
): Promise<string> {
  const { token, tokenHash } = newToken();
  const expires = new Date(parts.clock.now().getTime() + halfSignInMs);
  await parts.database.identity(async (tx) => {
    await tx.run(insertHalf, [tokenHash, accountId, needsOwnPassword, isShared, expires]);
  });
  return halfCookie(parts, token);
}

/** The half sign-in of the request's browser, or null. */
export async function halfOf(parts: IdentityParts, request: IncomingRequest): Promise<HalfSignIn | null> {
  const tokenHash = halfTokenOf(parts, request);
  if (tokenHash === null) return null;
  return parts.database.identity((tx) => halfSignIn(tx, tokenHash, parts.clock.now()));
}

/** Ends it in the transaction that begins the session; false when another request was first. */
export async function endHalf(
  tx: UnfencedTx,
  parts: IdentityParts,
  request: IncomingRequest,
): Promise<boolean> {
  return (await tx.run(dropHalf, [halfTokenOf(parts, request)])) === 1;
}

/** What a passkey signs for when it completes this half. */
export function halfPurpose(parts: IdentityParts, request: IncomingRequest): string {
  return `half|${halfTokenOf(parts, request)?.toString('hex') ?? ''}`;
}

export const spentHalfCookie = (parts: IdentityParts): string => halfCookie(parts, '');

function halfTokenOf(parts: IdentityParts, request: IncomingRequest): Buffer | null {
  const token = cookieValue(request.headers.cookie, halfCookieName(parts));
  return token !== null && tokenShape.test(token) ? tokenHashOf(token) : null;
}

const halfCookieName = ({ sessionCookie }: IdentityParts) => `${sessionCookie.name}-step`;
const trustCookieName = ({ sessionCookie }: IdentityParts) => `${sessionCookie.name}-trust`;

function halfCookie(parts: IdentityParts, value: string): string {
  return setCookie({
    name: halfCookieName(parts),
    secure: parts.sessionCookie.secure,
    value,
    maxAgeSeconds: value === '' ? 0 : halfSignInMs / 1000,
  });
}

/** Was this browser told to be remembered by the account? */
export async function isRemembered(
  parts: IdentityParts,
  request: IncomingRequest,
  accountId: string,
): Promise<boolean> {
  const tokens = trustTokens(parts, request).map((token) => tokenHashOf(token));
  return parts.database.identity((tx) => isTrusted(tx, { accountId, tokens, now: parts.clock.now() }));
}

/** Remembers this browser for the account: the `Set-Cookie` text. */
export async function remember(
  tx: UnfencedTx,
  parts: IdentityParts,
  { request, accountId }: { readonly request: IncomingRequest; readonly accountId: string },
): Promise<string> {
  const { token, tokenHash } = newToken();
  const now = parts.clock.now();
  await tx.run(insertTrusted, [
    tokenHash,
    accountId,
    now,
    new Date(now.getTime() + rememberDays * 86_400_000),
  ]);
  return setCookie({
    name: trustCookieName(parts),
    secure: parts.sessionCookie.secure,
    value: [token, ...trustTokens(parts, request)].slice(0, mostTrusted).join(separator),
    maxAgeSeconds: rememberDays * 86_400,
  });
}

function trustTokens(parts: IdentityParts, request: IncomingRequest): readonly string[] {
  const cookie = cookieValue(request.headers.cookie, trustCookieName(parts)) ?? '';
  return cookie
    .split(separator)
    .filter((token) => tokenShape.test(token))
    .slice(0, mostTrusted);
}

// The password was right.
const insertHalf = statement(
  'identity.startHalf',
  `insert into directory.half_sign_in (token_hash, account_id, needs_own_password, is_shared, expires_at)
   values ($1, $2, $3, $4, $5)`,
);

// It is complete; primary key.
const dropHalf = statement('identity.endHalf', 'delete from directory.half_sign_in where token_hash = $1');

// A browser that is remembered.
const insertTrusted = statement(
  'identity.remember',
  `insert into directory.trusted_device (token_hash, account_id, created_at, expires_at)
   values ($1, $2, $3, $4)`,
);
