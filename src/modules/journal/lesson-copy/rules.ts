import type { CopyTargets } from './contract.ts';

type TargetPage = CopyTargets['pages'][number];
export type TargetLesson = TargetPage['lessons'][number];

/** Nothing of it is written yet: neither topic nor homework. */
export const isBlank = ({ topic, homework }: Pick<TargetLesson, 'topic' | 'homework'>) =>
  topic === null && homework === null;

/**
 * The lesson a copy is meant for: the first blank one from the day of the copied lesson on, else the last blank one
 * before it, else the nearest later one.
 */
export function suggestedLesson({ lessons }: Pick<TargetPage, 'lessons'>, date: string): TargetLesson | null {
  const later = lessons.filter((lesson) => lesson.date >= date);
  return later.find(isBlank) ?? lessons.findLast(isBlank) ?? later[0] ?? lessons.at(-1) ?? null;
}
