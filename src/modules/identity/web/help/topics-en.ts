import { slipDays } from '../../access-slips/rules.ts';
import { recoveryCodes, rememberDays } from '../../second-factor/rules.ts';
import type { HelpWords } from './words.ts';

/** What each topic says, in English. */
export const topics: HelpWords['topics'] = {
  'first-sign-in': {
    title: 'Signing in for the first time',
    parts: [
      {
        text: `The school prints a slip with a QR code, the diary’s address, a login and a code of ten characters. A slip is good for ${slipDays}\u00A0days.`,
      },
      {
        steps: [
          'Point the phone’s camera at the QR code and open the link. The code fills itself in; press “Sign in”.',
          'No camera? Open the address on the slip, choose “Sign in with a code from school” and type the code. Capitals and the hyphen do not matter.',
          'Choose a password of your own: at least 8\u00A0characters, best of all several random words. Remember the login shown above it.',
        ],
      },
      {
        when: 'mail',
        text: 'The diary then offers to add your e-mail. Do not skip it: with it you get back in by yourself if you forget the password.',
      },
      {
        heading: 'You have a login and a temporary password',
        text: 'Enter them on the sign-in page; the diary asks for a password of your own at once. The code of a slip works as a temporary password too.',
      },
      {
        heading: 'Next time',
        text: 'Sign in with the login and your own password; the slip is no longer needed. On somebody else’s or the school’s computer tick “A shared computer”, and press “Sign out” when you leave.',
      },
    ],
  },
  'no-slip': {
    title: 'No slip, or it does not work',
    parts: [
      {
        heading: 'No slip, or it is lost',
        steps: [
          'Ask the homeroom teacher or the school secretary for one. Staff get theirs from the school administrator.',
          'Take it in person: whoever holds the slip can sign in.',
          'Sign in with the new slip. The one before stops working as soon as it is printed.',
        ],
      },
      {
        heading: 'The code does not work',
        steps: [
          'Compare the code with the slip: it has ten characters. The keyboard layout does not matter, and the diary tells look-alikes apart (O and\u00A0zero, I and\u00A0one).',
          'Has the slip been used and a password set? Then the code is spent. Sign in with the login and your own password.',
          `Was it printed over ${slipDays}\u00A0days ago, or has another slip been printed since? Take the latest one or ask for a new one.`,
        ],
      },
    ],
  },
  forgotten: {
    title: 'Forgotten login or password',
    parts: [
      {
        when: 'mail',
        heading: 'If you have added an e-mail',
        steps: [
          'Open “Get back in” and enter your e-mail and date of birth. The login may be left out.',
          'Enter the six digits of the letter: they are good for 10\u00A0minutes. No letter? Look into the spam folder.',
          'See your login and set a new password. You will have to sign in again on every device.',
        ],
      },
      {
        when: 'mail',
        text: 'The letter comes only if the address was added and the date of birth is the one the school has on record. It is your own date of birth, not the child’s.',
      },
      {
        when: 'mail',
        heading: 'If you have not',
        steps: [
          'Ask the homeroom teacher or the secretary for a new slip. Staff get theirs from the school administrator. The login on it is the same.',
          'Sign in with the slip and set a new password.',
          'Add your e-mail, and next time you will manage without the school.',
        ],
      },
      {
        when: 'noMail',
        steps: [
          'Ask the homeroom teacher or the secretary for a new slip. Staff get theirs from the school administrator. The login on it is the same.',
          'Sign in with the slip and set a new password. The one before works until you do.',
        ],
      },
      {
        when: 'mail',
        heading: 'If one sign-in opens two schools',
        text: 'Neither school gives out a slip for it, so that one cannot open what belongs to the other. The password is recovered by e-mail only, so add yours in good time.',
      },
      {
        when: 'noMail',
        heading: 'If one sign-in opens two schools',
        text: 'Neither school gives out a slip for it, so that one cannot open what belongs to the other. Tell the school administrator that the password is forgotten.',
      },
    ],
  },
  'second-step': {
    title: 'The second step of signing in',
    parts: [
      {
        text: 'Where a second step is set up, the diary asks you to confirm the sign-in after the password. You have 10\u00A0minutes for it.',
      },
      {
        heading: 'A code from an app',
        steps: [
          'Open the app you have set up on your phone: Google Authenticator, Yandex Key or another one.',
          'Enter the six digits it shows for Parta.',
          'The code does not work? Wait for the next: each works once and for about half a minute. Check that the phone’s clock is right.',
        ],
      },
      {
        heading: 'A passkey',
        text: 'Press “Sign in with a passkey” and confirm by fingerprint, face or PIN. The key is on the device or hardware key where you made it.',
      },
      {
        heading: 'The phone is lost or replaced',
        steps: [
          `Choose to sign in by a recovery code and enter any of the ${recoveryCodes}\u00A0codes you saved when setting up. Each works once.`,
          'Open “Sign-in and security”. If you have a new phone, move the app to it; remove the passkey of a lost one.',
          'Neither phone nor codes? The school administrator resets the second step once it is certain that it is you who asks. The password is then enough.',
        ],
      },
      {
        text: `On a device of your own you may choose not to be asked for ${rememberDays}\u00A0days. Do not do so on a shared computer.`,
      },
    ],
  },
  wait: {
    title: 'Too many attempts',
    parts: [
      {
        text: 'After several failures in a row the diary asks you to wait: this keeps others from guessing your password. Your account is not locked.',
      },
      {
        steps: [
          'Wait as long as the page says. At first it is about a minute; every further mistake makes it longer, but never over three hours.',
          'Check the keyboard layout and Caps Lock. Press the eye in the password field to see what you typed.',
          'Enter the password again. The right one clears the count.',
        ],
      },
      {
        text: 'Do not remember the password? Do not guess: every mistake makes the wait longer. Better get back in another way.',
      },
      {
        heading: 'You made no mistake and must wait',
        text: 'Somebody may be guessing your password, or a neighbour in the network is mistaken. Try a device on which you have signed in before: others’ mistakes do not count there.',
      },
    ],
  },
  'not-opening': {
    title: 'The page does not open',
    parts: [
      {
        steps: [
          'Open any other site. Does it fail too? Then it is your network: switch from Wi-Fi to mobile data or back.',
          'Compare the address with the slip: one wrong letter is enough.',
          'Does it say that the server is busy or that very many people are signing in? Wait a minute and try again.',
          'Does it say “There is no such page”? Go to the start page: the link is outdated, or the page is not for you.',
          'Still nothing? Try another browser or another device.',
        ],
      },
      {
        text: 'If the diary opens for nobody, the server is at fault. Tell the school when it happened and which error code is shown.',
      },
      {
        heading: 'For staff',
        text: 'The diary works without JavaScript, but the teacher’s workplace needs it: switch it on in the browser.',
      },
    ],
  },
  'more-children': {
    title: 'A second child or a second school',
    parts: [
      {
        text: 'One sign-in opens everything. If the school already has you on record as a parent of the second child too, that child appears in the diary by itself.',
      },
      {
        heading: 'You have a slip',
        steps: [
          'Sign in as usual and open “Add a child or a school” on the account page.',
          'Enter the code of the slip. A parent’s slip of this or another school will do.',
          'Keep to your former login: the one on the added slip no longer works.',
        ],
      },
      {
        heading: 'No slip, the child is at the same school',
        steps: [
          'Send a request: name the child and the document of kinship. It is not uploaded.',
          'Show the document at the school.',
          'Look for the answer on the page of the request. No letter is sent about it.',
        ],
      },
      {
        heading: 'Another school',
        text: 'A school that does not know you yet gets no request. Ask for a slip there and enter its code.',
      },
      {
        heading: 'What cannot be added',
        text: 'A student’s slip (students sign in by themselves) and a slip of staff (who sign in apart). If a second step guards the sign-in of the slip, first sign in to it and turn the second step off.',
      },
    ],
  },
  guardians: {
    title: 'Two parents, access ended',
    parts: [
      {
        heading: 'A sign-in for each',
        text: 'Each parent has a slip, a login and a password of their own. Do not hand them to one another. Neither sees the other’s e-mail.',
      },
      {
        heading: 'The other parent has no sign-in',
        steps: [
          'They should go to the school secretary with a document of kinship. One parent cannot open the diary to another adult.',
          'Once the school has them on record as the child’s parent, they get a slip.',
        ],
      },
      {
        heading: 'The child is gone from the page',
        text: 'Access is open while your right to represent the child stands on record at the school. When it runs out or the school ends it, the diary closes at once. The secretary knows why; if it is a mistake, bring a document of kinship.',
      },
    ],
  },
  mistakes: {
    title: 'A wrong name or class',
    parts: [
      {
        steps: [
          'Tell the homeroom teacher or the secretary what is shown and what is right.',
          'Bring a document if a name or a date of birth is wrong.',
          'When the school has corrected its record, reload the page. Login and password stay the same.',
        ],
      },
      {
        heading: 'Somebody else’s child is shown',
        text: 'Tell the school secretary at once: the secretary closes that diary to you and opens that of your own child.',
      },
    ],
  },
  'whom-to-ask': {
    title: 'Whom to ask at school',
    parts: [
      {
        heading: 'The homeroom teacher',
        text: 'Slips of the students and parents of the class, a forgotten login.',
      },
      {
        heading: 'The secretary',
        text: 'The same slips for the whole school, mistakes in names and classes, kinship, requests of parents.',
      },
      {
        heading: 'The school administrator',
        text: 'Slips of staff, resetting the second step, faults.',
      },
      {
        text: 'Name the school, the class and the login, and tell what the screen says. Give nobody your password, the code of a slip or a code from the app: the school does not need them.',
      },
    ],
  },
};
