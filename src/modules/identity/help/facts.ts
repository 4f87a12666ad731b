import type { HelpTopic } from './rules.ts';

export type HelpFacts = {
  /** The school sends letters. */
  readonly hasMail: boolean;
  readonly isSignedIn: boolean;
};

export type HelpTopicFacts = HelpFacts & { readonly topic: HelpTopic };
