import type { JournalPage } from '../../pages/contract.ts';
import { type Places, keyOf } from '../queue/writes.ts';
import type { CellView } from './views.ts';

/** Which marks a cell has, cleared ones too, found by the keys they are written under. */
export function markIndex() {
  const cells = new Map<string, Map<string, Places['mark']>>();
  return {
    note(key: string) {
      const [kind, workId, studentId, attempt, slot] = key.split(' ');
      if (kind !== 'mark' || !workId || !studentId) return;
      const cell = `${workId} ${studentId}`;
      const places = cells.get(cell) ?? new Map<string, Places['mark']>();
      if (places.size === 0) cells.set(cell, places);
      if (!places.has(key))
        places.set(key, { workId, studentId, attempt: Number(attempt), slot: Number(slot) });
    },
    at: (workId: string, studentId: string): readonly Places['mark'][] => [
      ...(cells.get(`${workId} ${studentId}`)?.values() ?? []),
    ],
  };
}

/** Why students were away, where this person may know it; by the key of the attendance. */
export function absenceReasons(page: JournalPage): ReadonlyMap<string, CellView['reason']> {
  const reasons = new Map<string, CellView['reason']>();
  for (const [lesson, student, , , , reason] of page.attendance) {
    const lessonId = page.lessons[lesson]?.id ?? '';
    const studentId = page.students[student]?.[0] ?? '';
    reasons.set(keyOf.attendance({ lessonId, studentId }), reason);
  }
  return reasons;
}
