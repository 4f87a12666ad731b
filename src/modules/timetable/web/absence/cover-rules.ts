import { overlap } from '../../changes/rules.ts';
import type { StaffLesson } from '../../lessons/contract.ts';

/** Who takes a lesson: a teacher's id, or the lesson falls out, or it stays without anybody. */
export type Decision = string;

type Decided = { readonly lesson: StaffLesson; readonly decision: Decision };

/** Lessons given to somebody who was given another one at the same time, with that other one. */
export function doubleBookings(decided: readonly Decided[]): ReadonlyMap<string, StaffLesson> {
  const found = new Map<string, StaffLesson>();
  for (const { lesson, decision } of decided) {
    if (decision === 'open' || decision === 'cancel') continue;
    const other = decided.find(
      (one) => one.decision === decision && one.lesson.id !== lesson.id && overlap(one.lesson, lesson),
    );
    if (other) found.set(lesson.id, other.lesson);
  }
  return found;
}
