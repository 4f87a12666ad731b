import { lockedGrades } from '../../../period-locks/rules.ts';
import type { PeriodLocks } from '../../../period-locks/contract.ts';

export type Period = PeriodLocks['periods'][number];

export type PeriodState = {
  readonly locked: readonly number[];
  readonly open: readonly number[];
  readonly hasBegun: boolean;
  readonly isRunning: boolean;
};

/** How a period stands on a day. */
export function stateOf(period: Period, today: string): PeriodState {
  const { grades, locks, startDate, endDate } = period;
  const locked = lockedGrades(grades, locks);
  return {
    locked,
    open: grades.filter((grade) => !locked.includes(grade)),
    hasBegun: startDate <= today,
    isRunning: startDate <= today && today <= endDate,
  };
}
