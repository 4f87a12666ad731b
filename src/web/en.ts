import type { ShellWords } from './ru.ts';
import { nbsp, pluralEnglish as plural } from './words.ts';

export const en: ShellWords = {
  tagline: 'School diary and class journal',

  signIn: 'Sign in',
  login: 'Login',
  loginHint: 'Given by the school',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  capsLock: 'Caps Lock is on',
  enter: 'Sign in',
  forgotten: 'No login or forgotten password? Ask the homeroom teacher.',
  signInFirst: 'Sign in to open the page.',

  signedInAs: 'Signed in as',
  choosePlace: 'Where to go',
  noPlaces: 'No school is linked to your account yet',
  noPlacesNext: 'If you work or study at a school, tell its administrator your login.',
  openDiary: 'Diary',
  ownDiary: 'My diary',
  openJournal: 'Journal',
  homeroomOf: (classes) => `homeroom teacher of ${classes}`,
  roles: {
    teacher: 'Teacher',
    deputyHead: 'Deputy head',
    principal: 'Principal',
    secretary: 'Secretary',
    schoolAdmin: 'School administrator',
    psychologist: 'Psychologist',
    socialPedagogue: 'Social pedagogue',
    librarian: 'Librarian',
  },

  toStart: 'To the start page',
  retry: 'Try again',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or you may not have access to this page.',
  notAllowedTitle: 'No access',
  faultTitle: 'The page could not be opened',
  faultNumber: (code) => `Error code: ${code}`,

  journal: 'Journal',
  loading: 'Opening…',
  pageFault: 'The page did not open. Check the network and try again.',
  sessionEnded: 'The session is over. Sign in again.',
  offlineBar: 'Offline. Changes will be sent when the network is back',
  needsScript: 'The staff area needs JavaScript: turn it on in the browser.',

  problems: {
    'signIn.wrong': 'The login or password is wrong. Check the keyboard layout and Caps Lock.',
    'signIn.slowDown': ({ seconds }) =>
      `Too many attempts. Try again in${nbsp}${waiting(Number(seconds ?? 60))}.`,
    'signIn.busy': 'Very many people are signing in. Try again in a few seconds.',
    offline: 'Offline. Check the connection and try again.',
    malformedJson: 'The request is damaged. Reload the page and try again.',
    invalidInput: 'Check what you entered: something is filled in wrongly.',
    idempotencyKeyMissing: 'The request is damaged. Reload the page and try again.',
    idempotencyKeyMalformed: 'The request is damaged. Reload the page and try again.',
    notSignedIn: 'The session is over. Sign in again.',
    notAllowed: 'You have no right to do this.',
    crossSite: 'The request came from another site and was refused.',
    notFound: 'There is no such page or record.',
    tooLarge: 'Too much data.',
    wrongContentType: 'The request is damaged. Reload the page and try again.',
    internal: 'A fault on the server. We know of it already; try again later.',
    overloaded: 'The server is busy. Try again in a minute.',
    databaseUnavailable: 'The database cannot be reached. Try again in a minute.',
  },
  unknownProblem: 'That did not work. Try again later.',
};

function waiting(seconds: number): string {
  return seconds < 60
    ? plural(seconds, { one: 'second', other: 'seconds' })
    : plural(Math.ceil(seconds / 60), { one: 'minute', other: 'minutes' });
}
