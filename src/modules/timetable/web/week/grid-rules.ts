import type { StaffLesson } from '../../lessons/contract.ts';
import type { StaffDay, StaffWeek } from '../../week/contract.ts';

/** Days to show: all with lessons, and the working days beside them. */
export function shownDays({ days }: Pick<StaffWeek, 'days'>): readonly StaffDay[] {
  const isFull = ({ lessons, movedAway }: StaffDay) => lessons.length + movedAway.length > 0;
  return days.filter((day, index) => isFull(day) || index < 5);
}

/** Every lesson number of the week without gaps; empty for a week without lessons. */
export function lessonNumbers({ days }: Pick<StaffWeek, 'days'>): readonly number[] {
  const used = days.flatMap(({ lessons, movedAway }) => [
    ...lessons.map(({ number }) => number),
    ...movedAway.flatMap(({ number }) => (number === null ? [] : [number])),
  ]);
  if (used.length === 0) return [];
  const first = Math.min(...used);
  return Array.from({ length: Math.max(...used) - first + 1 }, (_, index) => first + index);
}

type Times = { readonly starts: string; readonly ends: string };

/** The times most lessons of a number have in this week; null where none has any. */
export function usualTimes({ days }: Pick<StaffWeek, 'days'>, number: number): Times | null {
  const counts = new Map<string, number>();
  for (const { lessons } of days) {
    for (const { number: own, starts, ends } of lessons) {
      if (own !== number || starts === null || ends === null) continue;
      const key = `${starts} ${ends}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  if (!most) return null;
  const [starts = '', ends = ''] = most[0].split(' ');
  return { starts, ends };
}

/** A slot of a day: lessons that hold, each with the cancelled one it stands in for; other cancelled ones by themselves. */
export function slotLessons(
  { lessons }: Pick<StaffDay, 'lessons'>,
  number: number,
): readonly { readonly lesson: StaffLesson; readonly instead: StaffLesson | null }[] {
  const here = lessons.filter((lesson) => lesson.number === number);
  const replaced = new Set(here.flatMap(({ replacesId }) => (replacesId === null ? [] : [replacesId])));
  return here
    .filter(({ id, state }) => !(state === 'cancelled' && replaced.has(id)))
    .map((lesson) => ({
      lesson,
      instead: here.find(({ id, state }) => id === lesson.replacesId && state === 'cancelled') ?? null,
    }));
}

/** The day a phone shows first: today, or the first with lessons. */
export function firstDay(days: readonly StaffDay[], today: string): string | null {
  const own = days.find(({ date }) => date === today);
  return (own ?? days.find(({ lessons }) => lessons.length > 0) ?? days[0])?.date ?? null;
}
