import type { SubjectKey } from '../curriculum/subjects.ts';

/** One lesson of the week for a class, or for both its halves at once: these teachers are needed together. */
export type WeekEvent = {
  readonly classIndex: number;
  readonly subject: SubjectKey;
  readonly teachers: readonly number[];
  /** Does not move. */
  readonly fixed: { readonly day: number; readonly number: number } | null;
};

/** Where a class has lessons: day 0–4, the bell's number, and the slot, which is equal for equal times of both shifts. */
export type Place = { readonly day: number; readonly number: number; readonly slot: number };

export type ClassWeek = {
  readonly places: readonly Place[];
  /** Index of the event at each place. */
  readonly events: number[];
};

export const slotsADay = 14;

/** The slot of a lesson number: the second shift's number 0 stands beside the sixth lesson of the first. */
export const slotOf = (shift: 1 | 2, number: number) => (shift === 1 ? number : number + 6);

/**
 * As many places as lessons: the same number each day, the odd ones on Tuesday, Thursday, Wednesday, then
 * Friday. Monday starts one later, after the extracurricular lesson (in the second shift that one is number 0).
 */
export function placesOf(hours: number, shift: 1 | 2): readonly Place[] {
  const least = Math.floor(hours / 5);
  const odd = new Set([1, 3, 2, 4].slice(0, hours % 5));
  return Array.from({ length: 5 }, (_, day) => day).flatMap((day) =>
    Array.from({ length: least + (odd.has(day) ? 1 : 0) }, (_, index) => {
      const number = index + (day === 0 && shift === 1 ? 2 : 1);
      return { day, number, slot: slotOf(shift, number) };
    }),
  );
}

const heavy = new Set<SubjectKey>([
  'maths',
  'algebra',
  'geometry',
  'russian',
  'physics',
  'chemistry',
  'english',
  'informatics',
]);
const light = new Set<SubjectKey>(['sport', 'music', 'art', 'labour', 'project']);

/** How ill a subject suits its hour: heavy ones late, light ones first. */
export function hourCost(subject: SubjectKey, number: number): number {
  if (heavy.has(subject)) return number >= 6 ? 1 : 0;
  if (light.has(subject)) return number <= 2 ? 1.2 : 0;
  return 0;
}

/** Subjects that want both lessons of a day side by side. */
export const inPairs = new Set<SubjectKey>(['labour']);

/** How ill the day of a class is put together: a subject twice, a pair torn apart. `hours`: lessons a week. */
export function dayCost(day: readonly SubjectKey[], hours: (subject: SubjectKey) => number): number {
  let cost = 0;
  for (let index = 0; index < day.length; index += 1) {
    const subject = day[index] as SubjectKey;
    const earlier = day.lastIndexOf(subject, index - 1);
    if (index > 0 && earlier !== -1) {
      const mayDouble =
        hours(subject) > 5 || (hours(subject) > 3 && !light.has(subject)) || inPairs.has(subject);
      cost += mayDouble ? (earlier === index - 1 ? 0.5 : 4) : 12;
      if (inPairs.has(subject) && earlier === index - 1) cost -= 4;
    }
  }
  return cost;
}
