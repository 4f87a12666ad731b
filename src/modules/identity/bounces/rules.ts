import type { BounceReason } from '#platform/mail/delivery-status.ts';

/** An address of an account that takes no letters, as its owner sees it. */
export type BouncedAddress = {
  readonly email: string;
  readonly reason: BounceReason;
  /** It was never confirmed. */
  readonly isPending: boolean;
};

/** Mail servers give up after five to seven days; what comes back later is not believed. */
export const letterDays = 10;

/** So long the owner of an address that was never confirmed is told that its code came back. */
export const pendingDays = 30;

export function daysUntil(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
