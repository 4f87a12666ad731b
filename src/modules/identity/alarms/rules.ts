import type { SessionKind } from '../sessions/rules.ts';

export type AlarmKind = 'newDevice' | 'nightSignIn';

/** At most so many letters of one account in a day and a night; what else happens is told on its page. */
export const lettersADay = 3;

/** What is recorded at most in a day and a night: whoever tries to bury one alarm under others fills nothing. */
export const alarmsADay = 10;

/** Night by the school's hours, past midnight or not; the same hour twice means that there is none. */
export function isNight(
  hour: number,
  { from, until }: { readonly from: number; readonly until: number },
): boolean {
  return from <= until ? from <= hour && hour < until : hour >= from || hour < until;
}

/** The hour of a moment in a time zone (IANA name). */
export function hourIn(timeZone: string, moment: Date): number {
  return Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment),
  );
}

/** What is known of a sign-in and of the account before it. */
export type SignInFacts = {
  readonly kind: SessionKind;
  /** The browser signed in to this account before. */
  readonly isKnown: boolean;
  /** Night at a school where the account works. */
  readonly isNight: boolean;
  /** The account was never signed in to before. */
  readonly isFirst: boolean;
  /** Alarms of a shared computer, and all, within a day. */
  readonly sharedToday: number;
  readonly today: number;
};

/** What a sign-in is worth telling; mostly nothing. */
export function alarmsOf(facts: SignInFacts): readonly AlarmKind[] {
  if (facts.isFirst || facts.today >= alarmsADay) return [];
  // A shared computer is never known: once a day is enough.
  const isNew = !facts.isKnown && (facts.kind !== 'shared' || facts.sharedToday === 0);
  const isAtNight = facts.isNight && facts.kind !== 'family';
  return [...(isNew ? (['newDevice'] as const) : []), ...(isAtNight ? (['nightSignIn'] as const) : [])];
}
