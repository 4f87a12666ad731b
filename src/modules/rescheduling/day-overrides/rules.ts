import type { Calendar, Turn } from '#modules/timetable/index.ts';
import { addDays, type DayOverride } from '#modules/organisation/calendar/rules.ts';
import type { DayOverrideWanted } from './contract.ts';
import type { KnownDayOverride } from './queries.ts';

type Fault = { readonly code: string; readonly facts: Readonly<Record<string, unknown>> };

type Known = {
  readonly year: { readonly start: string; readonly end: string };
  readonly classes: readonly { readonly id: string; readonly grade: number }[];
  readonly schedules: readonly { readonly id: string; readonly shift: number }[];
  readonly overrides: readonly KnownDayOverride[];
};

/** Longer is no exception any more. */
export const longestSpan = 62;

/** What stands against a special day before any lesson is looked at, named by the field that is to be mended. */
export function faultOf(wanted: DayOverrideWanted, known: Known): Fault | null {
  return (
    wrongDays(wanted, known) ?? wrongScope(wanted, known) ?? wrongKind(wanted, known) ?? taken(wanted, known)
  );
}

const fault = (code: string, field: keyof DayOverrideWanted, more: Fault['facts'] = {}): Fault => ({
  code: `dayOverrides.${code}`,
  facts: { field, ...more },
});

function wrongDays({ from, to, kind }: DayOverrideWanted, { year }: Known): Fault | null {
  const frame = { start: year.start, end: year.end };
  if (from < year.start || from > year.end) return fault('outsideYear', 'from', frame);
  if (to < from || to > addDays(from, longestSpan - 1)) return fault('span', 'to', { days: longestSpan });
  if (to > year.end) return fault('outsideYear', 'to', frame);
  return kind === 'weekday' && from !== to ? fault('oneDay', 'to') : null;
}

function wrongScope({ scope, scopeId }: DayOverrideWanted, { classes }: Known): Fault | null {
  const isKnown =
    scope === 'school'
      ? scopeId === ''
      : classes.some(({ id, grade }) => (scope === 'class' ? id : String(grade)) === scopeId);
  return isKnown ? null : fault('unknownScope', 'scopeId');
}

function wrongKind(
  { kind, asWeekday, bellScheduleId }: DayOverrideWanted,
  { schedules }: Known,
): Fault | null {
  if ((kind === 'weekday') !== (asWeekday !== null)) return fault('noWeekday', 'asWeekday');
  const isRung = bellScheduleId !== null && schedules.some(({ id }) => id === bellScheduleId);
  const fits = kind === 'bells' ? isRung : bellScheduleId === null;
  return fits ? null : fault('unknownBells', 'bellScheduleId');
}

function taken(wanted: DayOverrideWanted, { overrides, schedules }: Known): Fault | null {
  const shiftOf = new Map(schedules.map(({ id, shift }) => [id, shift]));
  const sayOf = ({ bellScheduleId }: Pick<KnownDayOverride, 'bellScheduleId'>) =>
    bellScheduleId === null ? 'lessons' : shiftOf.get(bellScheduleId);
  const found = overrides.find(
    (one) =>
      one.scope === wanted.scope &&
      one.scopeId === wanted.scopeId &&
      sayOf(one) === sayOf(wanted) &&
      isInForce(one, wanted),
  );
  if (!found) return null;
  const { from, kind, reasonCode } = found;
  return fault('taken', 'from', { from, to: lastDay(found), kind, reasonCode });
}

/** The last of its days that were not given back; before the first where all were. */
export function lastDay({ to, endedFrom }: Pick<KnownDayOverride, 'to' | 'endedFrom'>): string {
  return endedFrom === null ? to : addDays(endedFrom, -1);
}

export function isInForce(
  one: Pick<KnownDayOverride, 'from' | 'to' | 'endedFrom'>,
  span: { readonly from: string; readonly to: string },
): boolean {
  const last = lastDay(one);
  return one.from <= last && one.from <= span.to && last >= span.from;
}

/** The same act, sent again. */
export function isSameOverride(one: KnownDayOverride, wanted: DayOverrideWanted): boolean {
  const keys = [
    'scope',
    'scopeId',
    'kind',
    'from',
    'to',
    'asWeekday',
    'bellScheduleId',
    'reasonCode',
  ] as const;
  return keys.every((key) => one[key] === wanted[key]);
}

const width = { school: 0, grade: 1, class: 2 } as const;

/** Special days of some of the same classes that stay in force within these. */
export function narrowerOf(
  wanted: DayOverrideWanted,
  { overrides, classes }: Pick<Known, 'overrides' | 'classes'>,
): readonly KnownDayOverride[] {
  const gradeOf = new Map(classes.map(({ id, grade }) => [id, String(grade)]));
  return overrides.filter((one) => {
    if (width[one.scope] <= width[wanted.scope] || !isInForce(one, wanted)) return false;
    if ((one.kind === 'bells') !== (wanted.kind === 'bells')) return false;
    return wanted.scope === 'school' || gradeOf.get(one.scopeId) === wanted.scopeId;
  });
}

type Days = Pick<
  DayOverrideWanted,
  'scope' | 'scopeId' | 'kind' | 'from' | 'to' | 'asWeekday' | 'bellScheduleId'
>;

/** The calendar with these days, set by people and so before all of their scope. */
export function turnBySetting(before: Calendar, days: Days): Turn {
  return { before, after: { ...before, overrides: [...daysOf(days), ...before.overrides] } };
}

/** The calendar without them from a day on. */
export function turnByEnding(before: Calendar, days: Days): Turn {
  const overrides = [...before.overrides];
  // Those set by people stand first: what the year began with may say the same and stays.
  for (const day of daysOf(days)) {
    const at = overrides.findIndex((one) => isSame(one, day));
    if (at >= 0) overrides.splice(at, 1);
  }
  return { before, after: { ...before, overrides } };
}

function daysOf({ scope, scopeId, kind, from, to, asWeekday, bellScheduleId }: Days): readonly DayOverride[] {
  const days: DayOverride[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push({ date, scope, scopeId, off: kind === 'off', asWeekday, bellScheduleId });
  }
  return days;
}

const isSame = (one: DayOverride, other: DayOverride) =>
  one.date === other.date &&
  one.scope === other.scope &&
  one.scopeId === other.scopeId &&
  one.off === other.off &&
  one.asWeekday === other.asWeekday &&
  one.bellScheduleId === other.bellScheduleId;
