import type { WordedProblem } from '#web/problem-words.ts';
import type { LinkRequestLine } from './contract.ts';
import type { LinkDraft } from './rules.ts';

export type OwnRequest = Omit<LinkRequestLine, 'sender'>;

export type FamilySchool = {
  readonly schoolId: number;
  readonly name: string;
  readonly timeZone: string;
  readonly requests: readonly OwnRequest[];
};

/** What the page of a guardian's requests shows. */
export type AskingFacts = {
  readonly schools: readonly FamilySchool[];
  readonly draft: LinkDraft;
  /** The school chosen in a form that comes back. */
  readonly schoolId: number | null;
  readonly isSent: boolean;
  readonly problem: WordedProblem | null;
  readonly now: string;
};
