import { Secret, TOTP } from 'otpauth';

const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** A new secret of an application with codes, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code holds: applications read it by its form. */
export function secretAddress(secret: string, login: string): string {
  return new TOTP({ ...form, secret: Secret.fromBase32(secret), issuer: 'Парта', label: login }).toString();
}

/**
 * The time step a code belongs to, or null. A clock may be half a minute off in either direction; whether the step was
 * used is the caller's to hold.
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
