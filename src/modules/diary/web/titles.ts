import { formats } from '#web/formats.ts';
import type { ShellWords } from '#web/ru.ts';
import { shellWords } from '#web/shell-words.ts';
import type { MarksFacts, TimetableFacts, WeekFacts } from '../pages/facts.ts';
import { diaryWords } from './words.ts';

/** «16 ноября – 22 ноября · Анна · Дневник»: what tells one open page from another comes first. */
export function weekTitle({ week }: WeekFacts, words: ShellWords): string {
  const language = languageOf(words);
  return [formats[language].day(week.from), week.student.firstName, diaryWords[language].diary].join(' · ');
}

export function marksTitle({ marks }: MarksFacts, words: ShellWords): string {
  const own = diaryWords[languageOf(words)];
  const period = marks.periods.find(({ id }) => id === marks.periodId);
  const name = period ? [own.periodName[period.kind](period.ordinal)] : [];
  return [...name, marks.student.firstName, own.marks].join(' · ');
}

export function timetableTitle({ timetable }: TimetableFacts, words: ShellWords): string {
  const language = languageOf(words);
  const { from, student } = timetable;
  return [formats[language].day(from), student.firstName, diaryWords[language].timetable].join(' · ');
}

function languageOf(words: ShellWords): 'ru' | 'en' {
  return words === shellWords.en ? 'en' : 'ru';
}
