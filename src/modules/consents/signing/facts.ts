import type { WordedProblem } from '#web/problem-words.ts';
import type { Names } from './queries.ts';
import type { SignedWord, SigningWay, Stage, Standing } from './rules.ts';

/** Who a word is of, as the reader may know it: the other guardian has no name here. */
export type Whose = 'you' | 'student' | 'guardian';

export type SaidLine = {
  readonly whose: Whose;
  readonly word: SignedWord;
  readonly way: SigningWay;
  readonly version: number;
  readonly signedOn: string;
  /** Of somebody whose right has ended, or who has grown out of it: it counts no more. */
  readonly isPast: boolean;
};

export type FamilyConsent = Standing & {
  readonly purposeId: string;
  readonly code: string | null;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  /** The day the text is from, in the school's zone. */
  readonly textFrom: string;
  readonly isAskedOfYou: boolean;
  readonly acts: readonly SignedWord[];
  /** The last word of everybody. */
  readonly words: readonly SaidLine[];
  /** Everything that was ever said, the newest first. */
  readonly history: readonly SaidLine[];
};

export type FamilyStudent = Names & {
  readonly studentId: string;
  readonly isSelf: boolean;
  readonly isEnrolled: boolean;
  readonly stage: Stage;
  readonly consents: readonly FamilyConsent[];
};

export type FamilySchool = {
  readonly schoolId: number;
  readonly name: string;
  readonly students: readonly FamilyStudent[];
};

/** What the page of a family's consents shows. */
export type ConsentsFacts = {
  readonly schools: readonly FamilySchool[];
  /** A step of the first sign-in, which can be skipped. */
  readonly isFirst: boolean;
  readonly next: string;
  /** What has just been answered. */
  readonly done: SignedWord | null;
  /** Which purpose of which student a refused answer was about. */
  readonly at: string | null;
  readonly problem: WordedProblem | null;
};
