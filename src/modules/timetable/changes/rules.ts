/** What can happen to one dated lesson. `replacement`: another subject in its place, a lesson on another page. */
export const changeKinds = ['substitution', 'replacement', 'cancellation', 'move', 'merge', 'room'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Why a timetable changes. Families read the public reasons, which are about the school; all others are about a person
 * and stay among those who change the timetable. What they typed beside it stays there too.
 */
export const publicReasons = ['quarantine', 'weather', 'repairs', 'event', 'exam', 'schedule'] as const;
export const changeReasons = ['ill', 'training', 'trip', 'leave', ...publicReasons, 'other'] as const;

export type PublicReason = (typeof publicReasons)[number];
export type ChangeReason = (typeof changeReasons)[number];

type Timed = { readonly date: string; readonly starts: string | null; readonly ends: string | null };

/** Do two lessons need one person at the same time? Lessons without bells meet by their number. */
export function overlap(
  one: Timed & { readonly number: number },
  other: Timed & { readonly number: number },
): boolean {
  if (one.date !== other.date) return false;
  if (one.starts === null || one.ends === null || other.starts === null || other.ends === null)
    return one.number === other.number;
  return one.starts < other.ends && other.starts < one.ends;
}

/** Who could take a lesson: 1 teaches the subject in that class, 2 the subject, 3 the class, 4 anything. */
export type Candidate = {
  readonly staffId: string;
  readonly rank: number;
  /** How many lessons of that day this person has already. */
  readonly lessons: number;
};

type LessonToCover = Timed & {
  readonly id: string;
  readonly number: number;
  readonly candidates: readonly Candidate[];
};

/**
 * Proposes a teacher for each lesson, nobody twice at one time: in order of time the nearest to the lesson (`rank`),
 * among equals who has fewest lessons that day, those proposed here counted in. Null where nobody is free.
 */
export function proposeCover(lessons: readonly LessonToCover[]): ReadonlyMap<string, string | null> {
  const proposed = new Map<string, string | null>();
  const taken: { staffId: string; lesson: LessonToCover }[] = [];
  const inOrder = lessons.toSorted(
    (one, other) =>
      one.date.localeCompare(other.date) ||
      (one.starts ?? '').localeCompare(other.starts ?? '') ||
      one.number - other.number,
  );
  for (const lesson of inOrder) {
    const load = ({ staffId, lessons: own }: Candidate) =>
      own + taken.filter((one) => one.staffId === staffId && one.lesson.date === lesson.date).length;
    const free = lesson.candidates.filter(
      ({ staffId }) => !taken.some((one) => one.staffId === staffId && overlap(one.lesson, lesson)),
    );
    const [best] = free.toSorted((one, other) => one.rank - other.rank || load(one) - load(other));
    proposed.set(lesson.id, best?.staffId ?? null);
    if (best) taken.push({ staffId: best.staffId, lesson });
  }
  return proposed;
}
