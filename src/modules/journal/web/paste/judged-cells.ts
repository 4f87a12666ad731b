import type { LockCode } from '../../marks/contract.ts';
import type { PageStore } from '../store/page-store.ts';
import type { PlannedCell } from './paste-plan.ts';

/** What becomes of a pasted cell, and why it stays out. */
export type JudgedCell = PlannedCell & {
  readonly outcome: 'written' | 'same' | 'unknown' | 'closed' | 'conflict';
  readonly lock: LockCode | null;
};

/** The same decision as while typing: a closed cell stays as it is, the others are written. */
export function judged(store: PageStore, cells: readonly PlannedCell[]): readonly JudgedCell[] {
  return cells.map((cell) => {
    const { said, student, column } = cell;
    if (said === null) return { ...cell, outcome: 'unknown', lock: null };
    const lock = store.lockOf(column.lesson, student);
    if (lock !== null && (lock !== 'marks.noMarksHere' || said.value !== null))
      return { ...cell, outcome: 'closed', lock };
    const { state } = store.cell(column, student).peek();
    if (state === 'conflict') return { ...cell, outcome: 'conflict', lock: null };
    return { ...cell, outcome: isThere(store, cell) ? 'same' : 'written', lock: null };
  });
}

/** The cell says so already. */
function isThere(store: PageStore, { said, column, student }: PlannedCell): boolean {
  if (said === null) return false;
  const { marks } = store.cell(column, student).peek();
  const fact = store.contentAt('attendance', { lessonId: column.lesson.id, studentId: student.id })?.fact;
  if (said.fact !== null && fact !== said.fact) return false;
  if (said.value === null) return true;
  const standing = marks.filter(({ isReplaced }) => !isReplaced);
  const valueAt = (slot: number) => standing.find((mark) => mark.slot === slot)?.value ?? null;
  return valueAt(1) === said.value && valueAt(2) === said.second;
}
