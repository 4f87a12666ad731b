import type { ConsentsFacts } from '#modules/consents/signing/facts.ts';
import consentStyles from '#modules/consents/web/family/consents.css?inline';
import { Consents, consentsTitle } from '#modules/consents/web/family/Consents.tsx';
import diaryStyles from '#modules/diary/web/week/diary.css?inline';
import marksStyles from '#modules/diary/web/marks/marks.css?inline';
import timetableStyles from '#modules/diary/web/timetable/timetable.css?inline';
import type { MarksFacts, TimetableFacts, WeekFacts } from '#modules/diary/pages/facts.ts';
import { MarksView } from '#modules/diary/web/marks/MarksView.tsx';
import { TimetableView } from '#modules/diary/web/timetable/TimetableView.tsx';
import { marksTitle, timetableTitle, weekTitle } from '#modules/diary/web/titles.ts';
import { WeekView } from '#modules/diary/web/week/WeekView.tsx';
import type { HelpFacts, HelpTopicFacts } from '#modules/identity/help/facts.ts';
import helpStyles from '#modules/identity/web/help/help.css?inline';
import { Help, helpTitle, HelpTopicPage, helpTopicTitle } from '#modules/identity/web/help/Help.tsx';
import { Contacts, type ContactsFacts } from '#modules/identity/web/recovery/Contacts.tsx';
import { Joining, type JoiningFacts } from '#modules/identity/web/joining/Joining.tsx';
import { Recovery, type RecoveryFacts } from '#modules/identity/web/recovery/Recovery.tsx';
import securityStyles from '#modules/identity/web/security/security.css?inline';
import { App } from '#modules/identity/web/security/App.tsx';
import type {
  AppFacts,
  ProofFacts,
  SecondStepFacts,
  SecurityFacts,
} from '#modules/identity/web/security/facts.ts';
import { Proof } from '#modules/identity/web/security/Proof.tsx';
import { SecondStep } from '#modules/identity/web/security/SecondStep.tsx';
import { Security } from '#modules/identity/web/security/Security.tsx';
import askingStyles from '#modules/onboarding/web/family/asking.css?inline';
import type { AskingFacts } from '#modules/onboarding/link-requests/facts.ts';
import { LinkRequests } from '#modules/onboarding/web/family/LinkRequests.tsx';
import type { FirstRunFacts } from '#modules/setup/first-run/facts.ts';
import { FirstRun } from '#modules/setup/web/first-run/FirstRun.tsx';
import { Account, type AccountFacts, accountTitle } from './views/Account.tsx';
import { Code, type CodeFacts } from './views/Code.tsx';
import { OwnPassword, type OwnPasswordFacts } from './views/OwnPassword.tsx';
import plainStyles from './views/plain.css?inline';
import { Problem, type ProblemFacts, problemTitle } from './views/Problem.tsx';
import signInStyles from './views/sign-in.css?inline';
import { SignIn, type SignInFacts } from './views/SignIn.tsx';
import { StaffShell, type StaffFacts } from './views/StaffShell.tsx';
import type { View } from './view.ts';

/** What each server page hands to its view: a page's `load` returns `satisfies Views['…']`. */
export type Views = {
  'sign-in': SignInFacts;
  code: CodeFacts;
  'own-password': OwnPasswordFacts;
  recovery: RecoveryFacts;
  contacts: ContactsFacts;
  help: HelpFacts;
  'help-topic': HelpTopicFacts;
  joining: JoiningFacts;
  consents: ConsentsFacts;
  'link-requests': AskingFacts;
  'first-run': FirstRunFacts;
  account: AccountFacts;
  security: SecurityFacts;
  'second-step': SecondStepFacts;
  proof: ProofFacts;
  'security-app': AppFacts;
  problem: ProblemFacts;
  staff: StaffFacts;
  'diary-week': WeekFacts;
  'diary-marks': MarksFacts;
  'diary-timetable': TimetableFacts;
};

/** All server pages. A module adds a line here and its facts above. */
export const views: { readonly [Name in keyof Views]: View<Views[Name]> } = {
  'sign-in': {
    title: (_, words) => words.signIn,
    Body: SignIn,
    styles: signInStyles,
    script: 'sign-in',
  },
  code: { title: (_, words) => words.codeTitle, Body: Code, styles: signInStyles, script: 'sign-in' },
  'own-password': {
    title: (_, words) => words.ownPassword,
    Body: OwnPassword,
    styles: signInStyles,
    script: 'sign-in',
  },
  recovery: {
    title: (_, words) => words.recoverTitle,
    Body: Recovery,
    styles: signInStyles,
    script: 'sign-in',
  },
  contacts: {
    title: (_, words) => words.contacts,
    Body: Contacts,
    styles: signInStyles,
    script: 'sign-in',
  },
  help: { title: helpTitle, Body: Help, styles: plainStyles + helpStyles },
  'help-topic': { title: helpTopicTitle, Body: HelpTopicPage, styles: plainStyles + helpStyles },
  joining: {
    title: (_, words) => words.addPlace,
    Body: Joining,
    styles: signInStyles,
    script: 'sign-in',
  },
  consents: { title: consentsTitle, Body: Consents, styles: plainStyles + consentStyles },
  'link-requests': {
    title: (_, words) => words.askForChild,
    Body: LinkRequests,
    styles: plainStyles + askingStyles,
  },
  'first-run': {
    title: (_, words) => words.newSchool,
    Body: FirstRun,
    styles: signInStyles,
    script: 'sign-in',
  },
  account: { title: accountTitle, Body: Account, styles: plainStyles },
  security: { title: (_, words) => words.security, Body: Security, styles: plainStyles + securityStyles },
  'second-step': {
    title: (_, words) => words.signIn,
    Body: SecondStep,
    styles: signInStyles + securityStyles,
    script: 'sign-in',
  },
  proof: {
    title: (_, words) => words.security,
    Body: Proof,
    styles: signInStyles + securityStyles,
    script: 'sign-in',
  },
  'security-app': {
    title: (_, words) => words.security,
    Body: App,
    styles: plainStyles + securityStyles,
    script: 'sign-in',
  },
  problem: { title: problemTitle, Body: Problem, styles: plainStyles },
  staff: { title: (_, words) => words.journal, Body: StaffShell, script: 'staff' },
  'diary-week': { title: weekTitle, Body: WeekView, styles: diaryStyles },
  'diary-marks': { title: marksTitle, Body: MarksView, styles: diaryStyles + marksStyles },
  'diary-timetable': { title: timetableTitle, Body: TimetableView, styles: diaryStyles + timetableStyles },
};
