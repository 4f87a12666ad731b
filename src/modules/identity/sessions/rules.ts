/** Who holds a session: a person of a school's staff, or a family; or anybody on a computer others use too. */
export type SessionKind = 'family' | 'staff' | 'shared';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long sessions last, in milliseconds: without use, and at all. Families stay signed in through
 * a term (their reading is no danger, and a surge of sign-ins on 1 September is); a computer in a
 * classroom must not.
 */
export const sessionTimes: Readonly<
  Record<SessionKind, { readonly idle: number; readonly absolute: number }>
> = {
  family: { idle: 45 * day, absolute: 90 * day },
  staff: { idle: 30 * minute, absolute: 12 * hour },
  shared: { idle: 15 * minute, absolute: 4 * hour },
};

/** A session's use is written down at most so often. */
export const touchEveryMs = minute;

/** When a session ends if it is not used again; never after its absolute end. Milliseconds. */
export function idleUntil(kind: SessionKind, usedAt: number, expiresAt: number): number {
  return Math.min(usedAt + sessionTimes[kind].idle, expiresAt);
}

/** Somebody with any role above a family's gets a staff session, whatever else they are. */
export function sessionKind(holdsRole: boolean): SessionKind {
  return holdsRole ? 'staff' : 'family';
}

/** The value of one cookie of a `Cookie` header, or null. */
export function cookieValue(header: string | undefined, name: string): string | null {
  const pair = (header ?? '').split(';').find((part) => part.trim().startsWith(`${name}=`));
  return pair === undefined ? null : pair.trim().slice(name.length + 1);
}

export type CookieSpec = {
  readonly name: string;
  readonly value: string;
  readonly secure: boolean;
  /** 0 removes it. */
  readonly maxAgeSeconds: number;
};

/** A cookie no script can read and no other site's form can send, as a `Set-Cookie` text. */
export function setCookie({ name, value, secure, maxAgeSeconds }: CookieSpec): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`;
}
