import type { DayBoard } from '../../day/contract.ts';
import type { MovedLesson, StaffLesson } from '../../lessons/contract.ts';

export type BoardRow = {
  readonly key: string;
  /** Null for a lesson that stood on this day and stands elsewhere now. */
  readonly lesson: StaffLesson | null;
  /** The cancelled lesson this one stands in for. */
  readonly instead: StaffLesson | null;
  readonly moved: MovedLesson | null;
};

/** A lesson that goes on and has nobody, or somebody who is away. */
export function isWithoutTeacher({ state, teacher, isTeacherAway }: StaffLesson): boolean {
  return state === 'planned' && (teacher === null || isTeacherAway);
}

/** What changed on a day in the order of its lessons; a lesson in place of another and that other are one row. */
export function boardRows({
  lessons,
  movedAway,
}: Pick<DayBoard, 'lessons' | 'movedAway'>): readonly BoardRow[] {
  const changed = lessons.filter(({ changes, replacesId }) => changes.length > 0 || replacesId !== null);
  const byId = new Map(changed.map((lesson) => [lesson.id, lesson]));
  const replaced = new Set(changed.flatMap(({ replacesId }) => (replacesId === null ? [] : [replacesId])));
  const rows: BoardRow[] = changed
    .filter(({ id }) => !replaced.has(id))
    .map((lesson) => ({
      key: lesson.id,
      lesson,
      instead: byId.get(lesson.replacesId ?? '') ?? null,
      moved: null,
    }));
  const gone = movedAway.map((moved) => ({
    key: `moved ${moved.lessonId}`,
    lesson: null,
    instead: null,
    moved,
  }));
  return [...rows, ...gone].toSorted((one, other) => numberOf(one) - numberOf(other));
}

const numberOf = ({ lesson, moved }: BoardRow) => lesson?.number ?? moved?.number ?? 0;
