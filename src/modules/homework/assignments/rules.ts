import type { DueRule } from './contract.ts';

export type DueWish = {
  readonly dueRule: DueRule;
  readonly dueLessonId: string | null;
  readonly dueDate: string | null;
};

/** A lesson of the same page after the one where homework is given, in order of time; cancelled ones are left out. */
export type LaterLesson = { readonly id: string; readonly date: string };

export type Due =
  | { readonly dueLessonId: string | null; readonly dueDate: string | null }
  | { readonly refusal: 'homework.dueLessonMissing' | 'homework.dueDateMissing' | 'homework.dueTooEarly' };

/**
 * When homework is due. `next` = the next lesson of the page, one later where `skipsOne` (given after the lesson's end
 * in a school that wants it so), null while the timetable has none; `pinned` = one later lesson; `date` = a day: the
 * lesson on that day, or none, and then it stands on the day itself.
 */
export function dueOf(
  wish: DueWish,
  given: { readonly date: string },
  at: { readonly later: readonly LaterLesson[]; readonly skipsOne: boolean },
): Due {
  if (wish.dueRule === 'next') {
    const lesson = at.later[at.skipsOne ? 1 : 0];
    return { dueLessonId: lesson?.id ?? null, dueDate: lesson?.date ?? null };
  }
  if (wish.dueRule === 'pinned') {
    const lesson = at.later.find(({ id }) => id === wish.dueLessonId);
    return lesson
      ? { dueLessonId: lesson.id, dueDate: lesson.date }
      : { refusal: 'homework.dueLessonMissing' };
  }
  const { dueDate } = wish;
  if (dueDate === null) return { refusal: 'homework.dueDateMissing' };
  if (dueDate <= given.date) return { refusal: 'homework.dueTooEarly' };
  return { dueLessonId: at.later.find(({ date }) => date === dueDate)?.id ?? null, dueDate };
}

export type DueNow = { readonly dueLessonId: string | null; readonly dueDate: string | null };

/**
 * When homework is due after the timetable of its page has changed. `next` is bound anew; a day keeps its date and
 * takes the lesson that is on it now; a pinned lesson takes its homework along, and one that was cancelled keeps it.
 */
export function dueAfterChange(
  wish: DueWish,
  now: DueNow,
  at: {
    readonly given: { readonly date: string };
    readonly later: readonly LaterLesson[];
    readonly skipsOne: boolean;
  },
): DueNow {
  const due = dueOf(wish, at.given, at);
  return 'refusal' in due ? { dueLessonId: now.dueLessonId, dueDate: now.dueDate } : due;
}

/** Is homework given after the lesson's end? A lesson without bells ends with its day. */
export function isGivenLate(
  lesson: { readonly date: string; readonly ends: string | null },
  now: { readonly today: string; readonly time: string },
): boolean {
  if (lesson.date !== now.today) return lesson.date < now.today;
  return lesson.ends !== null && lesson.ends < now.time;
}

/** More homework on a day than the norm of the grade allows: warn, never block. Null = within it, or no norm. */
export function loadWarningOf(
  minutes: number,
  limit: number | null,
): { readonly minutes: number; readonly limit: number } | null {
  return limit !== null && minutes > limit ? { minutes, limit } : null;
}
