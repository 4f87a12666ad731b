import type { IdentityWords } from './ru.ts';

/** Words of the module's refusals; `facts` as the contract names them. */
export const en = {
  problems: {
    'signIn.wrong': 'The login or password did not match. Check the keyboard layout and try again.',
    'signIn.wrongCode': 'There is no such code, or it has been used. Check how it is typed.',
    'signIn.factorNeeded': 'A code from your app is needed too.',
    'signIn.wrongFactor':
      'The code did not fit. Take a new one: each works once, for about half a minute. Check the clock of your phone too.',
    'proof.wrongPassword': 'The password did not fit. Check the keyboard layout and try again.',
    'factor.wrongFirstCode':
      'The code did not fit. Wait for the next one in the app and type it; the clock of the phone must be right.',
    'factor.resetRefused': (facts) =>
      facts['why'] === 'own'
        ? 'Your own second step is changed on the page «Sign-in and security».'
        : facts['why'] === 'otherSchool'
          ? 'This account opens another school too. Whoever runs the server takes the second step away.'
          : 'The account is closed.',
    'factor.passkeyNotMade': 'The passkey was not made. Try once more.',
    'signIn.slipExpired': 'The slip has expired. Ask the homeroom teacher or the school for a new one.',
    'ownPassword.tooShort': (facts) =>
      `The password is too short: at least ${Number(facts['limit'])} characters.`,
    'ownPassword.tooLong': 'The password is too long: at most 128 characters.',
    'ownPassword.tooEasy':
      'This password is easy to guess. Take some random words, such as “tractor lunar custard”.',
    'ownPassword.notRepeated': 'The passwords differ. Type the same password twice.',
    'ownPassword.sameAsCurrent': 'This is your current password. Choose another one.',
    'ownPassword.currentWrong': 'The current password did not match.',
    'joining.own': 'This is the slip of your own account: you have all it opens.',
    'joining.student':
      'This is the slip of the student, who signs in with it. To see the diary, ask the school for a slip of the parent.',
    'joining.staff': 'This is the slip of a member of staff: sign in with it apart.',
    'joining.guarded': 'A second step guards this account. Sign in to it and switch that off first.',
    'contacts.noMail': 'The school sends no letters.',
    'contacts.emailInvalid':
      'This does not look like an e-mail address. It should look like ivanova@mail.ru.',
    'contacts.emailRefused': 'The mail server takes no letters for this address. Check how it is typed.',
    'contacts.mailUnreachable':
      'No letter can be sent now: the mail server does not answer. Try again in a minute.',
    'contacts.codeWrong': (facts) =>
      `The code did not fit. ${Number(facts['left']) === 1 ? '1 try' : `${Number(facts['left'])} tries`} left.`,
    'contacts.codeOver': 'This code is no longer good. Ask for a new one.',
    'contacts.slowDown': (facts) =>
      `Several letters have gone to this address already. Ask again in ${waiting(secondsIn(facts))}.`,
    'challenge.slowDown': (facts) =>
      `Too many such forms came from your network. Try again in ${waiting(secondsIn(facts))}, or turn JavaScript on in your browser.`,
    'recovery.over': 'The time is over, or the code was wrong too many times. Start again.',
    'accessSlips.notListed': 'Somebody chosen is no longer on this list. Reload the page.',
    'accessSlips.refused': 'Somebody chosen cannot be given a slip. Reload the page.',
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
