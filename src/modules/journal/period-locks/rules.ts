/** A standing lock of a period; grade null = every grade. */
export type StandingLock = { readonly id: string; readonly grade: number | null };

/** Grades of a period that are closed, in order. */
export function lockedGrades(
  grades: readonly number[],
  standing: readonly { readonly grade: number | null }[],
): readonly number[] {
  return grades.filter((grade) => standing.some((lock) => lock.grade === null || lock.grade === grade));
}

export type LockPlan = {
  /** Locks to be written; null = every grade. */
  readonly adds: readonly (number | null)[];
  /** Grades that were open until now. */
  readonly grades: readonly number[];
};

/** What closing some grades (null = all) writes; nothing where all of them are closed. */
export function lockPlan(
  grades: readonly number[],
  standing: readonly StandingLock[],
  wanted: readonly number[] | null,
): LockPlan {
  const locked = lockedGrades(grades, standing);
  const opened = grades.filter(
    (grade) => !locked.includes(grade) && (wanted === null || wanted.includes(grade)),
  );
  if (opened.length === 0) return { adds: [], grades: [] };
  return { adds: wanted === null ? [null] : opened, grades: opened };
}

export type OpenPlan = {
  /** Locks that end with the reason. */
  readonly ends: readonly string[];
  /** The lock of every grade, where it goes on for some: it is replaced by locks of their own. */
  readonly divided: string | null;
  /** Those locks; an opened one ends at once, so that the records say for whom the reason was. */
  readonly parts: readonly { readonly grade: number; readonly isOpened: boolean }[];
  readonly grades: readonly number[];
};

/** What opening some grades (null = all) writes; nothing where none of them is closed. */
export function openPlan(
  grades: readonly number[],
  standing: readonly StandingLock[],
  wanted: readonly number[] | null,
): OpenPlan {
  const locked = lockedGrades(grades, standing);
  const opened = locked.filter((grade) => wanted === null || wanted.includes(grade));
  const whole = standing.find(({ grade }) => grade === null);
  const isDivided = whole !== undefined && opened.length < locked.length;
  const hasOwn = (grade: number) => standing.some((lock) => lock.grade === grade);
  if (opened.length === 0) return { ends: [], divided: null, parts: [], grades: [] };
  return {
    ends: standing
      .filter((lock) => (lock.grade === null ? !isDivided : opened.includes(lock.grade)))
      .map(({ id }) => id),
    divided: isDivided ? whole.id : null,
    parts: isDivided
      ? locked.filter((grade) => !hasOwn(grade)).map((grade) => ({ grade, isOpened: opened.includes(grade) }))
      : [],
    grades: opened,
  };
}
