import { Account, type AccountFacts, accountTitle } from './views/Account.tsx';
import plainStyles from './views/plain.css?inline';
import { Problem, type ProblemFacts, problemTitle } from './views/Problem.tsx';
import signInStyles from './views/sign-in.css?inline';
import { SignIn, type SignInFacts } from './views/SignIn.tsx';
import { StaffShell, type StaffFacts } from './views/StaffShell.tsx';
import type { View } from './view.ts';

/** What each server page hands to its view: a page's `load` returns `satisfies Views['…']`. */
export type Views = {
  'sign-in': SignInFacts;
  account: AccountFacts;
  problem: ProblemFacts;
  staff: StaffFacts;
};

/** All server pages. A module adds a line here and its facts above. */
export const views: { readonly [Name in keyof Views]: View<Views[Name]> } = {
  'sign-in': {
    title: (_, words) => words.signIn,
    Body: SignIn,
    styles: signInStyles,
    script: 'sign-in',
  },
  account: { title: accountTitle, Body: Account, styles: plainStyles },
  problem: { title: problemTitle, Body: Problem, styles: plainStyles },
  staff: { title: (_, words) => words.journal, Body: StaffShell, script: 'staff' },
};
