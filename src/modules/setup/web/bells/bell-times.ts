import type { BellTime } from '#modules/organisation/bells/rules.ts';

/** Minutes from one time of the day to another; null where one is missing. */
export function minutesBetween(from: string, to: string): number | null {
  return from === '' || to === '' ? null : minutesOf(to) - minutesOf(from);
}

/** The lesson after the last one: ten minutes later, as long as it. */
export function afterLast(bells: readonly BellTime[]): BellTime {
  const last = bells.toSorted((one, other) => one.number - other.number).at(-1);
  if (!last || last.starts === '' || last.ends === '')
    return { number: (last?.number ?? 0) + 1, starts: '', ends: '' };
  const starts = minutesOf(last.ends) + 10;
  const ends = starts + minutesOf(last.ends) - minutesOf(last.starts);
  return { number: last.number + 1, starts: clock(starts), ends: clock(ends) };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (minutes: number) => {
  const inDay = Math.min(minutes, 23 * 60 + 59);
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};
