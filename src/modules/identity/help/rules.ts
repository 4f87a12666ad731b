/** Pages of «Помощь», in the order they are listed. A topic's name is its address. */
export const helpTopics = [
  'first-sign-in',
  'no-slip',
  'forgotten',
  'second-step',
  'wait',
  'not-opening',
  'more-children',
  'guardians',
  'mistakes',
  'whom-to-ask',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

export const isHelpTopic = (text: string): text is HelpTopic =>
  (helpTopics as readonly string[]).includes(text);

export const helpAddress = (topic: HelpTopic) => `/help/${topic}`;

/** Pages a topic sends its reader to. */
export type HelpWay =
  | '/code'
  | '/sign-in'
  | '/recovery'
  | '/contacts'
  | '/security'
  | '/account'
  | '/account/add'
  | '/account/children';

/** Only where the school sends letters. */
const byLetter: readonly HelpWay[] = ['/recovery', '/contacts'];

type Onward = { readonly ways: readonly HelpWay[]; readonly near: readonly HelpTopic[] };

export const helpOnward: Readonly<Record<HelpTopic, Onward>> = {
  'first-sign-in': { ways: ['/code', '/sign-in'], near: ['no-slip', 'forgotten', 'more-children'] },
  'no-slip': { ways: ['/code'], near: ['first-sign-in', 'forgotten', 'whom-to-ask'] },
  forgotten: { ways: ['/recovery', '/contacts'], near: ['no-slip', 'wait', 'second-step'] },
  'second-step': { ways: ['/sign-in', '/security'], near: ['wait', 'forgotten', 'whom-to-ask'] },
  wait: { ways: ['/sign-in', '/recovery'], near: ['forgotten', 'not-opening'] },
  'not-opening': { ways: ['/sign-in'], near: ['wait', 'whom-to-ask'] },
  'more-children': {
    ways: ['/account/add', '/account/children'],
    near: ['guardians', 'no-slip', 'mistakes'],
  },
  guardians: { ways: ['/account'], near: ['more-children', 'mistakes', 'whom-to-ask'] },
  mistakes: { ways: ['/account'], near: ['guardians', 'more-children', 'whom-to-ask'] },
  'whom-to-ask': { ways: ['/sign-in'], near: ['no-slip', 'forgotten', 'mistakes'] },
};

export function waysOf(topic: HelpTopic, { hasMail }: { readonly hasMail: boolean }): readonly HelpWay[] {
  return helpOnward[topic].ways.filter((way) => hasMail || !byLetter.includes(way));
}

/** Where people are stuck, and what helps there. */
export const helpAt = {
  signIn: helpAddress('first-sign-in'),
  code: helpAddress('no-slip'),
  recovery: helpAddress('forgotten'),
  ownPassword: helpAddress('first-sign-in'),
  contacts: helpAddress('forgotten'),
  secondStep: helpAddress('second-step'),
  joining: helpAddress('more-children'),
  account: '/help',
} as const;

export type HelpPlace = keyof typeof helpAt;
