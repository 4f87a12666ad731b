import type { Language } from '#modules/identity/preferences/rules.ts';
import { Problem } from '#web/api.ts';
import { problemText } from '#web/problem-words.ts';
import { importWords } from '../words/words.ts';

/** A refusal in words; what a file is refused for is worded as the command line words it. */
export function faultText(language: Language, fault: unknown): string {
  if (!(fault instanceof Problem)) return problemText(language, { code: 'internal', facts: {} });
  const words = importWords[language];
  const reason = String(fault.facts['reason'] ?? '');
  const facts = fault.facts as Readonly<Record<string, string | number>>;
  if (fault.code === 'imports.unreadable' && reason in words.unreadable) {
    const sentence = words.unreadable[reason as keyof typeof words.unreadable](facts);
    return facts['file'] === undefined ? sentence : words.place(String(facts['file']), sentence);
  }
  if (fault.code === 'imports.notReady' && reason in words.notReadyOnPage)
    return words.notReadyOnPage[reason as keyof typeof words.notReadyOnPage];
  return problemText(language, fault);
}
