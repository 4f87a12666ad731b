import type { LessonAfter, PlanRefusal } from './plan-rules.ts';

/** An act as it is stored, with the lessons as they stand now. */
export type ActFacts = {
  readonly rows: readonly ActRow[];
  /** Lessons that the act put in place of others. */
  readonly added: readonly ActLesson[];
  readonly absence: { readonly staffId: string; readonly isWithdrawn: boolean } | null;
};

export type ActRow = {
  readonly id: string;
  readonly kind: 'substitution' | 'cancellation' | 'move' | 'merge' | 'room' | 'bells';
  readonly oldValue: Readonly<Record<string, unknown>>;
  readonly newValue: Readonly<Record<string, unknown>>;
  readonly isUndone: boolean;
  /** Nobody changed the lesson after it. */
  readonly isLast: boolean;
  /** Another lesson of the page has taken the place it was moved from. */
  readonly isOldPlaceTaken: boolean;
  readonly lesson: ActLesson;
};

export type ActLesson = Omit<LessonAfter, 'expected'> & {
  readonly pageId: string;
  readonly classIds: readonly string[];
  readonly ownTeacherId: string | null;
  readonly version: number;
};

/** The lessons as they stood before the act; empty when it was taken back already. */
export function planUndo(act: ActFacts): { readonly after: readonly LessonAfter[] } | PlanRefusal {
  const rows = act.rows.filter(({ isUndone }) => !isUndone);
  const overtaken = rows.filter(({ isLast }) => !isLast);
  if (overtaken.length > 0) {
    return {
      refusal: 'timetable.changedMeanwhile',
      facts: {
        lessons: overtaken.map(({ lesson: { id, version, date, number, state } }) => ({
          id,
          version,
          date,
          number,
          state,
        })),
      },
    };
  }
  const taken = rows.find(({ kind, isOldPlaceTaken }) => kind === 'move' && isOldPlaceTaken);
  if (taken) {
    const { date, number } = taken.oldValue;
    return { refusal: 'timetable.slotTaken', facts: { lessonId: taken.lesson.id, date, number } };
  }
  const retired = rows.length === 0 ? [] : act.added.filter(({ state }) => state !== 'retired');
  return {
    after: [
      ...rows.map((row) => ({ ...after(row.lesson), ...before(row) })),
      ...retired.map((lesson) => ({ ...after(lesson), state: 'retired' as const })),
    ],
  };
}

function after({
  pageId: _page,
  classIds: _classes,
  ownTeacherId: _own,
  version,
  ...lesson
}: ActLesson): LessonAfter {
  return { ...lesson, expected: version };
}

/** What stood there before one change, by its kind. */
function before({ kind, oldValue }: ActRow): Partial<LessonAfter> {
  const old = oldValue as Partial<LessonAfter> & { readonly substituteId?: string | null };
  if (kind === 'cancellation') return { state: 'planned' };
  if (kind === 'substitution') return { teacherId: old.substituteId ?? null };
  if (kind === 'room') return { roomId: old.roomId ?? null };
  if (kind === 'merge') {
    return { teacherId: old.substituteId ?? null, roomId: old.roomId ?? null, mergedWithId: null };
  }
  const { date, number, starts, ends, seqInDay } = old;
  return {
    ...(date === undefined ? {} : { date }),
    ...(number === undefined ? {} : { number }),
    ...(starts === undefined ? {} : { starts }),
    ...(ends === undefined ? {} : { ends }),
    ...(seqInDay === undefined ? {} : { seqInDay }),
  };
}
