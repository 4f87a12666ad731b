/** A slip opens an account once; whoever does not come in this time gets another one. Days. */
export const slipDays = 30;

/** Crockford's base32 in small letters: without i, l, o, u. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const secretLength = 10;

/** What is read or typed instead, also with the Russian layout on. */
const misread: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  к: 'k',
  м: 'm',
  о: '0',
  р: 'p',
  т: 't',
  х: 'x',
  з: '3',
};

/** The secret as it is hashed, from what somebody typed; null when it cannot be one. */
export function typedSecret(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u2010-\u2015-]/gu, '');
  const secret = [...bare].map((letter) => misread[letter] ?? letter).join('');
  return secret.length === secretLength && [...secret].every((letter) => letters.includes(letter))
    ? secret
    : null;
}

/** As printed: `K7M29-QXD3F`. */
export function printedSecret(secret: string): string {
  return `${secret.slice(0, secretLength / 2)}-${secret.slice(secretLength / 2)}`.toUpperCase();
}

/** What a person's access stands at. `temporary`: a password somebody printed, not yet replaced by an own one. */
export type AccessState = 'none' | 'slip' | 'slipExpired' | 'temporary' | 'active' | 'blocked';

export type AccessFacts = {
  readonly hasPassword: boolean;
  readonly mustChangePassword: boolean;
  readonly isBlocked: boolean;
  /** Of the newest slip that is neither used nor revoked; a moment. */
  readonly slipExpiresAt: string | null;
  /** The account also holds persons of other schools. */
  readonly reachesElsewhere: boolean;
  /** The account holds a role today, in any school or above. */
  readonly holdsRole: boolean;
};

/** `access` null = no account yet. */
export function accessState(access: AccessFacts | null, now: Date): AccessState {
  if (!access) return 'none';
  if (access.isBlocked) return 'blocked';
  if (access.hasPassword && !access.mustChangePassword) return 'active';
  if (access.slipExpiresAt !== null)
    return Date.parse(access.slipExpiresAt) > now.getTime() ? 'slip' : 'slipExpired';
  return access.hasPassword ? 'temporary' : 'none';
}

/** Why no slip is given: the account is blocked, of staff, or opens another school too. */
export type SlipRefusal = 'blocked' | 'staffAccount' | 'otherSchool';

/**
 * A slip is a key to everything its account sees. So accounts of staff get theirs from the school's administrator alone,
 * and an account that opens another school, once its owner has a password, from nobody here.
 */
export function slipRefusal(
  access: AccessFacts | null,
  { isAdmin, now }: { readonly isAdmin: boolean; readonly now: Date },
): SlipRefusal | null {
  if (!access) return null;
  if (access.isBlocked) return 'blocked';
  if (access.holdsRole && !isAdmin) return 'staffAccount';
  if (access.reachesElsewhere && accessState(access, now) === 'active') return 'otherSchool';
  return null;
}
