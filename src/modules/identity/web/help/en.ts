import { topics } from './topics-en.ts';
import type { HelpWords } from './words.ts';

export const en: HelpWords = {
  title: 'Help',
  about: 'How to get into the diary and the journal, and what to do when it does not work.',
  near: 'Read next',
  toSignIn: 'To signing in',
  toAccount: 'Account',
  ways: {
    '/code': 'Sign in with the code of a slip',
    '/sign-in': 'Sign in with login and password',
    '/recovery': 'Get back in by e-mail',
    '/contacts': 'Add your e-mail',
    '/security': 'Sign-in and security',
    '/account': 'Account',
    '/account/add': 'Enter the code of a slip',
    '/account/children': 'Send a request to the school',
  },
  links: {
    signIn: 'How do I sign in?',
    code: 'No slip, or the code does not work?',
    recovery: 'Cannot get back in?',
    ownPassword: 'How the first sign-in goes',
    contacts: 'What the e-mail is for',
    secondStep: 'Cannot confirm the sign-in?',
    joining: 'How to add a child or a school',
    account: 'Help',
  },
  topics,
};
