import { courses, type Course } from './school.ts';

export type Hour = {
  readonly schoolClass: '5А' | '7Б';
  readonly course: Course;
  readonly day: number;
  readonly number: number;
};

const dayLengths = { '5А': [6, 6, 6, 6, 5], '7Б': [7, 7, 7, 7, 6] } as const;

/** A week without clashes: the first try of a fixed sequence of tries that places every hour. */
export function week(): readonly Hour[] {
  for (let seed = 1; seed < 5000; seed += 1) {
    const hours = attempt(chance(seed));
    if (hours) return hours;
  }
  throw new Error('no week was found');
}

function attempt(next: () => number): readonly Hour[] | null {
  const placed: Hour[] = [];
  for (const schoolClass of ['7Б', '5А'] as const) {
    const left = new Map(courses[schoolClass].map((course) => [course, course.hours]));
    for (const [day, length] of dayLengths[schoolClass].entries()) {
      for (let number = 1; number <= length; number += 1) {
        const isFirst = day === 0 && number === 1;
        const busy = new Set(
          placed
            .filter((one) => one.day === day && one.number === number)
            .flatMap(({ course }) => [...course.teachers, ...course.rooms]),
        );
        const today = new Set(
          placed
            .filter((one) => one.schoolClass === schoolClass && one.day === day)
            .map(({ course }) => course),
        );
        const fitting = [...left].filter(
          ([course, hours]) =>
            hours > 0 &&
            !today.has(course) &&
            (course.subject === 'Разговоры о важном') === isFirst &&
            ![...course.teachers, ...course.rooms].some((need) => busy.has(need)),
        );
        const [best] = fitting
          .map(([course, hours]) => ({ course, weight: hours / (5 - day) + next() }))
          .toSorted((a, b) => b.weight - a.weight);
        if (!best) return null;
        left.set(best.course, (left.get(best.course) ?? 0) - 1);
        placed.push({ schoolClass, course: best.course, day, number });
      }
    }
    if ([...left.values()].some((hours) => hours > 0)) return null;
  }
  return placed;
}

/** A linear congruential sequence from 0 to 1: the same everywhere. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
