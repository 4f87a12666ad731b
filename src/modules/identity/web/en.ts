import type { IdentityWords } from './ru.ts';

/** Words of the module's refusals; `facts` as the contract names them. */
export const en = {
  problems: {
    'signIn.wrong': 'The login or password did not match. Check the keyboard layout and try again.',
    'signIn.slowDown': (facts) => `Too many failed attempts. Try again in ${waiting(secondsIn(facts))}.`,
    'signIn.busy': (facts) =>
      `Very many people are signing in right now. Try again in ${waiting(secondsIn(facts))}.`,
  },
} satisfies IdentityWords;

function secondsIn(facts: Readonly<Record<string, unknown>>): number {
  return Math.max(1, Math.ceil(Number(facts['seconds'] ?? 1)));
}

function waiting(seconds: number): string {
  if (seconds < 60) return counted(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
