import { addDays, type DateSpan } from '../calendar/rules.ts';
import { federalFrame } from '../federal-frame/rules.ts';
import { defaultBreaks, defaultSchemes } from '../new-school/rules.ts';
import type { SchemeKind, YearDraft } from './contract.ts';

/** Where a fault stands: `year`, `schemes.0.periods.2`, `breaks.1`. */
export type YearFault = { readonly code: string; readonly at: string };

type Span = { readonly startDate: string; readonly endDate: string };

/** How many periods a kind has; modules may be two to eight. */
export const periodCount: Readonly<Record<SchemeKind, number | null>> = {
  quarter: 4,
  trimester: 3,
  halfYear: 2,
  module: null,
};

const longestYear = 372;

/** Everything that is wrong with a year as it was typed, in reading order; the server refuses with the first. */
export function yearFaults(year: YearDraft): readonly YearFault[] {
  if (year.endDate <= year.startDate) return [{ code: 'year.endsBeforeBegins', at: 'year' }];
  const faults: YearFault[] = [];
  if (year.endDate > addDays(year.startDate, longestYear)) faults.push({ code: 'year.tooLong', at: 'year' });
  const seen = new Set<number>();
  year.schemes.forEach(({ kind, grades, periods }, index) => {
    const at = `schemes.${index}`;
    if (grades.some((grade) => seen.has(grade))) faults.push({ code: 'year.gradeTwice', at });
    for (const grade of grades) seen.add(grade);
    const count = periodCount[kind];
    if (count !== null && periods.length !== count) faults.push({ code: 'year.wrongCount', at });
    faults.push(...periodFaults(periods, { year, at }));
  });
  year.breaks.forEach((one, index) => {
    const at = `breaks.${index}`;
    if (one.endDate < one.startDate) faults.push({ code: 'year.breakEndsBeforeBegins', at });
    else if (!isInside(one, year)) faults.push({ code: 'year.breakOutsideYear', at });
    else if (year.breaks.slice(0, index).some((other) => meet(one, other) && shareGrades(one, other)))
      faults.push({ code: 'year.breaksOverlap', at });
  });
  return faults;
}

function periodFaults(
  periods: readonly Span[],
  { year, at }: { readonly year: Span; readonly at: string },
): readonly YearFault[] {
  return periods.flatMap((period, index): YearFault[] => {
    const place = `${at}.periods.${index}`;
    if (period.endDate < period.startDate) return [{ code: 'year.periodEndsBeforeBegins', at: place }];
    if (!isInside(period, year)) return [{ code: 'year.periodOutsideYear', at: place }];
    const before = periods[index - 1];
    return before !== undefined && period.startDate <= before.endDate
      ? [{ code: 'year.periodsOverlap', at: place }]
      : [];
  });
}

/** A year as the ministry recommends it, with `newId` for its schemes: what a form starts from. */
export function proposedYear(startYear: number, newId: () => string): YearDraft {
  const frame = federalFrame(startYear);
  return {
    ...dates(frame.year),
    schemes: defaultSchemes(frame).map(({ kind, grades, periods }) => ({
      id: newId(),
      kind,
      grades: [...grades],
      periods: periods.filter((period) => period.kind !== 'year').map(dates),
    })),
    breaks: defaultBreaks(frame).map(({ name, grades, ...span }) => ({
      name,
      ...dates(span),
      grades: grades === null ? null : [...grades],
    })),
  };
}

/** Periods of a kind to start from; modules are six parts of equal length. */
export function proposedPeriods(kind: SchemeKind, year: Span): YearDraft['schemes'][number]['periods'] {
  const startYear = Number(year.startDate.slice(0, 4));
  const frame = federalFrame(startYear);
  if (kind === 'quarter') return frame.quarters.map(dates);
  if (kind === 'halfYear') return frame.halfYears.map(dates);
  if (kind === 'trimester') {
    const lastOfWinter = addDays(`${startYear + 1}-03-01`, -1);
    return [
      { startDate: year.startDate, endDate: `${startYear}-11-30` },
      { startDate: `${startYear}-12-01`, endDate: lastOfWinter },
      { startDate: `${startYear + 1}-03-01`, endDate: year.endDate },
    ];
  }
  return equalParts(year, usualModules);
}

const usualModules = 6;

function equalParts({ startDate, endDate }: Span, count: number): Span[] {
  const days = Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000) + 1;
  const from = (part: number) => addDays(startDate, Math.floor((days * part) / count));
  return Array.from({ length: count }, (_, part) => ({
    startDate: from(part),
    endDate: addDays(from(part + 1), -1),
  }));
}

const dates = ({ start, end }: DateSpan) => ({ startDate: start, endDate: end });
const isInside = (span: Span, year: Span) => span.startDate >= year.startDate && span.endDate <= year.endDate;
const meet = (one: Span, other: Span) => one.startDate <= other.endDate && other.startDate <= one.endDate;

type Graded = { readonly grades: readonly number[] | null };
const shareGrades = ({ grades: one }: Graded, { grades: other }: Graded) =>
  one === null || other === null || one.some((grade) => other.includes(grade));
