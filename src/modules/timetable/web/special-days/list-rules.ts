import { addDays } from '#modules/organisation/calendar/rules.ts';

type Day = { readonly from: string; readonly to: string; readonly endedFrom: string | null };

/** The last day that is still special; before the first one where all were given back. */
export function lastDay({ to, endedFrom }: Day): string {
  return endedFrom === null ? to : addDays(endedFrom, -1);
}

/** Days that go on or come, the nearest first; and those that are over or were given back, the latest first. */
export function splitDays<Listed extends Day>(
  days: readonly Listed[],
  today: string,
): { readonly ahead: readonly Listed[]; readonly past: readonly Listed[] } {
  const isAhead = (day: Listed) => lastDay(day) >= day.from && lastDay(day) >= today;
  return {
    ahead: days.filter(isAhead),
    past: days.filter((day) => !isAhead(day)).toReversed(),
  };
}
