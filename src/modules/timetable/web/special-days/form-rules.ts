import type { PublicReason } from '../../changes/rules.ts';
import type { SpecialDays, Wanted } from './acts.ts';

/** What stands in the fields. `whom` is `school`, `grade:7` or `class:…`, empty until it is chosen. */
export type DayForm = {
  readonly kind: Wanted['kind'];
  readonly whom: string;
  readonly from: string;
  readonly to: string;
  readonly asWeekday: number | null;
  readonly bellScheduleId: string | null;
  /** Null until somebody chose one: the usual one of the kind. */
  readonly reasonCode: PublicReason | null;
};

/** Today, or the nearest day of the year; whom it concerns is always chosen by hand. */
export function firstForm({ today, year }: Pick<SpecialDays, 'today' | 'year'>): DayForm {
  const day =
    year && today > year.endDate ? year.endDate : year && today < year.startDate ? year.startDate : today;
  return {
    kind: 'off',
    whom: '',
    from: day,
    to: day,
    asWeekday: null,
    bellScheduleId: null,
    reasonCode: null,
  };
}

export function usualReason({ kind, whom }: Pick<DayForm, 'kind' | 'whom'>): PublicReason {
  if (kind !== 'off') return 'schedule';
  return whom === 'school' ? 'weather' : 'quarantine';
}

/** What is asked of the server; null while something is still to be chosen. */
export function wantedOf(form: DayForm): Wanted | null {
  const { kind, whom, from } = form;
  const [scope, scopeId = ''] = whom.split(':');
  const asWeekday = kind === 'weekday' ? form.asWeekday : null;
  const bellScheduleId = kind === 'bells' ? form.bellScheduleId : null;
  if (kind === 'weekday' && asWeekday === null) return null;
  if (kind === 'bells' && bellScheduleId === null) return null;
  if (scope !== 'school' && scope !== 'grade' && scope !== 'class') return null;
  const to = kind === 'weekday' ? from : form.to;
  const reasonCode = form.reasonCode ?? usualReason(form);
  return { scope, scopeId, kind, from, to, asWeekday, bellScheduleId, reasonCode };
}
