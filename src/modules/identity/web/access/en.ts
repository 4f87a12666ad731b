import { kinships } from '#modules/roster/words/en.ts';
import { pluralEnglish as plural } from '#web/words.ts';
import type { AccessWords } from './ru.ts';

/** Words of the pages of access. */
export const en: AccessWords = {
  title: (whose) => `Access: ${whose}`,
  staff: 'Staff',
  staffTitle: 'Access of staff',
  place: 'Whose access',
  chooseSchool: 'School',
  nowhere: 'The access of students and parents is shown here',
  nowhereText: 'The page is open to homeroom teachers and the school office.',
  empty: 'Nobody is in the class',
  emptyText: 'Students will appear here once they are admitted.',
  noStaff: 'No staff yet',
  noStaffText: 'Load the list of staff and they will appear here.',
  summary: (signedIn, all) => `${signedIn} of ${all} have a password of their own`,
  columns: { choose: 'Choose', name: 'Who', login: 'Login', state: 'Access' },
  kinships: { ...kinships, other: 'representative' } as Readonly<Record<string, string>>,
  states: {
    none: 'not given yet',
    slip: (date) => `slip until ${date}`,
    slipExpired: 'the slip has expired',
    temporary: 'temporary password',
    active: 'has a password',
    signedIn: (date) => `last signed in ${date}`,
    blocked: 'closed',
    mailReturns: 'letters do not arrive',
  },
  refusals: {
    blocked: 'closed by the administrator',
    staffAccount: 'staff: the school administrator gives the slip',
    otherSchool: 'also uses another school: no slip is given',
    notAllowed: '',
  },
  choose: (name) => `Choose: ${name}`,
  chooseNew: (count) => `Choose those who never signed in: ${count}`,
  clear: 'Clear',
  issue: 'Give slips',
  issueCount: (count) => `Give ${plural(count, { one: 'slip', other: 'slips' })}`,
  issuing: 'Preparing slips…',
  issued: (count) =>
    `${plural(count, { one: 'slip', other: 'slips' })} in a PDF file. Print and hand them out`,
  about:
    'A slip is printed and handed over in person. Its code signs the person in to set a password. A new slip ends the one before; a password somebody has works until the slip is used.',
  factor: {
    on: 'second step is on',
    reset: 'Reset the second step',
    resetNamed: (name) => `Reset the second step: ${name}`,
    title: 'Reset the second step?',
    text: 'The password alone signs in until a new second step is set up. Sessions on all devices end. The person sees it among the events of the account.',
    ask: 'Make sure that it is they who ask: in person, or by a phone number you know.',
    confirm: 'Reset',
    cancel: 'Cancel',
    done: (name) => `Second step reset: ${name}`,
  },
  readOnly: 'Slips are given by the homeroom teacher, the secretary and the school administrator.',
  readOnlyStaff: 'Slips for staff are given by the school administrator.',
};
