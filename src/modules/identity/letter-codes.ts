import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** Digits of a code sent by letter. */
const codeDigits = 6;
/** A code is good for so long, and for so many tries. */
export const codeMinutes = 10;
export const mostTries = 5;

/**
 * An e-mail in one form: letter case does not count, a domain in Russian letters stands in its ASCII form. Null = no
 * letter could go there.
 */
export function normaliseEmail(typed: string): string | null {
  const [local = '', domain = '', ...rest] = typed.normalize('NFKC').trim().toLowerCase().split('@');
  const ascii = domainToASCII(domain);
  const isWhole = rest.length === 0 && /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/u.test(local);
  if (!isWhole || !/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{1,62}[a-z0-9]$/u.test(ascii))
    return null;
  return `${local}@${ascii}`.length > 254 ? null : `${local}@${ascii}`;
}

/** A fresh code of six digits. */
export function newCode(): string {
  return String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
}

/** What of a typed code counts: its digits. */
export function typedCode(text: string): string {
  return text.replaceAll(/\D/gu, '').slice(0, codeDigits + 1);
}

/** What the database keeps of a code; `scope` is what it is for, so that it fits nothing else. */
export function codeHash(key: Buffer, scope: string, code: string): Buffer {
  return createHmac('sha256', key).update(`${scope}|${code}`, 'utf8').digest();
}

export function isSameHash(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

export function minutesFrom(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
