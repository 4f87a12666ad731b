import type { StaffRole } from '#platform/actor.ts';
import { isValidOn, type SchoolFacts } from '../actors/rules.ts';

/** Who must sign in with a second factor once the school asks for it: whoever may change everything. */
const heldToFactor: readonly StaffRole[] = ['schoolAdmin', 'principal', 'deputyHead'];

/** From which date one school asks this account for a second factor; null = it does not. */
export function factorAskedFrom(
  { secondFactorFrom, roles }: Pick<SchoolFacts, 'secondFactorFrom' | 'roles'>,
  today: string,
): string | null {
  const isHeld = roles.some((grant) => heldToFactor.includes(grant.role) && isValidOn(today, grant));
  return isHeld ? secondFactorFrom : null;
}

/** A browser somebody chose to remember is not asked for the second factor for so long. Days. */
export const rememberDays = 30;

export const recoveryCodes = 10;

/** How long somebody may take between the password and the second factor. Milliseconds. */
export const halfSignInMs = 10 * 60_000;

/** A secret whose first code was not shown in this time is made anew. Milliseconds. */
export const pendingSecretMs = 60 * 60_000;

/** A proof of who uses a session is good for so long. Milliseconds. */
export const proofMs = 15 * 60_000;

export const isFreshProof = (provedAt: string, now: Date) => now.getTime() - Date.parse(provedAt) < proofMs;

/** «JBSW Y3DP EHPK 3PXP»: for typing by hand. */
export const printedKey = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/gu, '$1 ');

/** The six digits somebody typed, or null when it is none. */
export function typedCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/gu, '');
  return /^\d{6}$/u.test(digits) ? digits : null;
}

/** What stands of an account's second factor. Moments are ISO 8601. */
export type FactorState = {
  /** Since when an application gives codes; null = none does. */
  readonly appSince: string | null;
  readonly codesLeft: number;
  readonly trustedDevices: number;
};
