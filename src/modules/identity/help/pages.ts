import type { SignedIn } from '#platform/actor.ts';
import { page } from '#platform/page.ts';
import type { Platform } from '#platform/platform.ts';
import { platformProblem } from '#platform/problem.ts';
import type { HelpFacts, HelpTopicFacts } from './facts.ts';
import { isHelpTopic } from './rules.ts';

const policy = { public: 'whoever cannot get in reads how to' } as const;

/** `/help` lists the topics, `/help/{topic}` is one of them. */
export const helpPages = [
  page({
    path: '/help',
    view: 'help',
    policy,
    load: (asked) => Promise.resolve(factsOf(asked)),
  }),
  page({
    path: '/help/{topic}',
    view: 'help-topic',
    policy,
    load({ params: { topic }, ...asked }) {
      if (!isHelpTopic(topic)) throw platformProblem('notFound');
      return Promise.resolve({ ...factsOf(asked), topic } satisfies HelpTopicFacts);
    },
  }),
];

type Asked = { readonly platform: Platform; readonly signedIn: SignedIn | null };

function factsOf({ platform, signedIn }: Asked): HelpFacts {
  return { hasMail: platform.mail !== null, isSignedIn: signedIn !== null };
}
