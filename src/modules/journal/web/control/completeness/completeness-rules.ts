import { addDays, mondayOf } from '#modules/organisation/calendar/rules.ts';
import type { Completeness } from '../../../completeness/contract.ts';

export type Counts = Completeness['total'];

export type Choice = {
  readonly kind: 'thisWeek' | 'lastWeek' | 'period';
  readonly name: string;
  /** Null = what stands there without a choice: the current week. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly isCurrent: boolean;
};

/** The spans of days one looks at: this week, the last one, each grading period. */
export function choicesOf({ today, from, to, periods }: Completeness): readonly Choice[] {
  const monday = mondayOf(today);
  const isShown = (first: string, last: string) => first === from && last === to;
  const lastWeek = { from: addDays(monday, -7), to: addDays(monday, -1) };
  return [
    { kind: 'thisWeek', name: '', days: null, isCurrent: isShown(monday, addDays(monday, 6)) },
    { kind: 'lastWeek', name: '', days: lastWeek, isCurrent: isShown(lastWeek.from, lastWeek.to) },
    ...periods.map(({ name, startDate, endDate }) => ({
      kind: 'period' as const,
      name,
      days: { from: startDate, to: endDate },
      isCurrent: isShown(startDate, endDate),
    })),
  ];
}

/** Most to do first; what a law of homework does not demand comes last. */
export function byDebt<Line extends Counts>(lines: readonly Line[]): readonly Line[] {
  const weight = ({ noTopic, noAttendance, fewMarks, noHomework }: Counts) =>
    (noTopic + noAttendance) * 1_000_000 + fewMarks * 1_000 + noHomework;
  return lines.toSorted((one, other) => weight(other) - weight(one));
}

/** Lessons with topic and attendance, of all held, in whole percent rounded down: 100 means all. */
export function filledPercent({ lessons, noTopic, noAttendance }: Counts): number | null {
  if (lessons === 0) return null;
  return Math.floor(((lessons * 2 - noTopic - noAttendance) * 100) / (lessons * 2));
}
