/** What a class register counts as missed; «late», «left early», «exempt» and «remote» are none of it. */
export function isMissed(fact: string): boolean {
  return fact === 'absent';
}

export type LessonOfDay = {
  readonly lessonId: string;
  readonly date: string;
  /** Was the lesson one of the student's own groups? */
  readonly isOwn: boolean;
  readonly fact: string | null;
};

/**
 * Missed lessons and missed full days of one student. A day is missed when every lesson of the student's own groups
 * on it was missed: lessons of the class's other subgroup do not count.
 */
export function missed(lessons: readonly LessonOfDay[]): { readonly lessons: number; readonly days: number } {
  const days = new Map<string, { own: number; missed: number }>();
  for (const { date, isOwn, fact } of lessons) {
    if (!isOwn) continue;
    const day = days.get(date) ?? { own: 0, missed: 0 };
    day.own += 1;
    if (fact !== null && isMissed(fact)) day.missed += 1;
    days.set(date, day);
  }
  const all = [...days.values()];
  return {
    lessons: all.reduce((sum, day) => sum + day.missed, 0),
    days: all.filter((day) => day.own === day.missed).length,
  };
}
