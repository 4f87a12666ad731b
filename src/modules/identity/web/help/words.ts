import type { Worded } from '#web/words.ts';
import type { HelpPlace, HelpTopic, HelpWay } from '../../help/rules.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** A piece of a topic; `when` = only where the school sends letters, or only where it sends none. */
export type HelpPart = {
  readonly when?: 'mail' | 'noMail';
  readonly heading?: string;
  readonly text?: string;
  readonly steps?: readonly string[];
};

export type TopicWords = { readonly title: string; readonly parts: readonly HelpPart[] };

export type HelpWords = {
  readonly title: string;
  readonly about: string;
  readonly near: string;
  readonly toSignIn: string;
  readonly toAccount: string;
  readonly ways: Readonly<Record<HelpWay, string>>;
  readonly links: Readonly<Record<HelpPlace, string>>;
  readonly topics: Readonly<Record<HelpTopic, TopicWords>>;
};

export const helpWords: Worded<HelpWords> = { ru, en };
