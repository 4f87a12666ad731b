import { daysBetween } from '../marks/rules.ts';

/** A longer absence is a matter of enrolment, not of the register. */
export const longestDays = 200;

export type Span = { readonly startDate: string; readonly endDate: string };

export type SpanFault = 'absence.datesReversed' | 'absence.tooLong' | 'absence.notAtSchool';

/** Why a reason cannot have these days, or null. `stays` = the student's time at the school, the last day included. */
export function spanFault(
  { startDate, endDate }: Span,
  stays: readonly { readonly startDate: string; readonly endDate: string | null }[],
): SpanFault | null {
  if (endDate < startDate) return 'absence.datesReversed';
  if (daysBetween(startDate, endDate) >= longestDays) return 'absence.tooLong';
  const isHere = stays.some(
    (stay) => stay.startDate <= endDate && (stay.endDate === null || startDate <= stay.endDate),
  );
  return isHere ? null : 'absence.notAtSchool';
}
