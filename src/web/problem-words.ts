import { en as identityEn } from '#modules/identity/web/en.ts';
import { ru as identityRu } from '#modules/identity/web/ru.ts';
import { problems as consentsEn } from '#modules/consents/web/problems-en.ts';
import { problems as consentsRu } from '#modules/consents/web/problems-ru.ts';
import { problems as integrationsEn } from '#modules/integrations/web/problems-en.ts';
import { problems as integrationsRu } from '#modules/integrations/web/problems-ru.ts';
import { problems as journalEn } from '#modules/journal/web/problems-en.ts';
import { problems as journalRu } from '#modules/journal/web/problems-ru.ts';
import { problems as onboardingEn } from '#modules/onboarding/web/problems-en.ts';
import { problems as rosterEn } from '#modules/roster/web/problems-en.ts';
import { problems as onboardingRu } from '#modules/onboarding/web/problems-ru.ts';
import { problems as rosterRu } from '#modules/roster/web/problems-ru.ts';
import { problems as setUpEn } from '#modules/setup/web/problems-en.ts';
import { problems as setUpRu } from '#modules/setup/web/problems-ru.ts';
import { problems as timetableEn } from '#modules/timetable/web/problems-en.ts';
import { problems as timetableRu } from '#modules/timetable/web/problems-ru.ts';
import { en } from './en.ts';
import { fileProblems } from './file-problems.ts';
import type { Language } from '#modules/identity/preferences/rules.ts';
import { type ProblemWords, ru } from './ru.ts';

export type WordedProblem = {
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>> | null | undefined;
};

/** The words of all problem codes. A module adds its own. */
const problemWords: Readonly<Record<Language, ProblemWords>> = {
  ru: {
    ...ru.problems,
    ...fileProblems.ru,
    ...consentsRu,
    ...identityRu.problems,
    ...integrationsRu,
    ...journalRu,
    ...onboardingRu,
    ...rosterRu,
    ...setUpRu,
    ...timetableRu,
  },
  en: {
    ...en.problems,
    ...fileProblems.en,
    ...consentsEn,
    ...identityEn.problems,
    ...integrationsEn,
    ...journalEn,
    ...onboardingEn,
    ...rosterEn,
    ...setUpEn,
    ...timetableEn,
  },
};

/** A problem as a sentence for people. */
export function problemText(language: Language, problem: WordedProblem): string {
  const words = problemWords[language][problem.code];
  if (words === undefined) return { ru, en }[language].unknownProblem;
  return typeof words === 'string' ? words : words(problem.facts ?? {});
}

/** Codes without words in some language; a test gives it the codes of all contracts and wants none back. */
export function unwordedCodes(codes: readonly string[]): string[] {
  return codes.filter((code) => !(code in problemWords.ru) || !(code in problemWords.en));
}
