import { describe, expect, test } from 'vitest';
import type { YearDraft } from './contract.ts';
import { proposedPeriods, proposedYear, yearFaults } from './rules.ts';

let made = 0;
const newId = () => `scheme-${(made += 1)}`;
const year = (change: (draft: YearDraft) => Partial<YearDraft> = () => ({})): YearDraft => {
  const draft = proposedYear(2026, newId);
  return { ...draft, ...change(draft) };
};
const scheme = (change: Partial<YearDraft['schemes'][number]>) => (draft: YearDraft) => ({
  schemes: draft.schemes.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
});
const period = (at: number, change: { startDate?: string; endDate?: string }) => (draft: YearDraft) => ({
  schemes: draft.schemes.map((one, place) =>
    place === 0
      ? { ...one, periods: one.periods.map((span, index) => (index === at ? { ...span, ...change } : span)) }
      : one,
  ),
});
const oneBreak = (startDate: string, endDate: string, grades: number[] | null = null) => ({
  name: 'Каникулы',
  startDate,
  endDate,
  grades,
});

test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('the recommended year %i has no fault', (start) => {
  expect(yearFaults(proposedYear(start, newId))).toEqual([]);
});

describe('what is wrong, and where', () => {
  test.each<[string, YearDraft, { code: string; at: string }]>([
    [
      'a year that ends before it begins',
      year(() => ({ startDate: '2027-09-01' })),
      { code: 'year.endsBeforeBegins', at: 'year' },
    ],
    ['two years in one', year(() => ({ endDate: '2028-05-26' })), { code: 'year.tooLong', at: 'year' }],
    [
      'a grade in two schemes',
      year(scheme({ grades: [9, 10] })),
      { code: 'year.gradeTwice', at: 'schemes.1' },
    ],
    [
      'three quarters',
      year((draft) => scheme({ periods: draft.schemes[0]?.periods.slice(1) ?? [] })(draft)),
      { code: 'year.wrongCount', at: 'schemes.0' },
    ],
    [
      'a quarter the wrong way round',
      year(period(1, { endDate: '2026-09-30' })),
      { code: 'year.periodEndsBeforeBegins', at: 'schemes.0.periods.1' },
    ],
    [
      'a quarter that begins in the one before',
      year(period(1, { startDate: '2026-10-20' })),
      { code: 'year.periodsOverlap', at: 'schemes.0.periods.1' },
    ],
    [
      'a quarter in June',
      year(period(3, { endDate: '2027-06-10' })),
      { code: 'year.periodOutsideYear', at: 'schemes.0.periods.3' },
    ],
    [
      'a break the wrong way round',
      year(() => ({ breaks: [oneBreak('2026-11-09', '2026-11-01')] })),
      { code: 'year.breakEndsBeforeBegins', at: 'breaks.0' },
    ],
    [
      'a break in the summer',
      year(() => ({ breaks: [oneBreak('2027-06-01', '2027-06-09')] })),
      { code: 'year.breakOutsideYear', at: 'breaks.0' },
    ],
    [
      'two breaks on one day',
      year(() => ({
        breaks: [oneBreak('2026-11-01', '2026-11-09'), oneBreak('2026-11-09', '2026-11-12', [1])],
      })),
      { code: 'year.breaksOverlap', at: 'breaks.1' },
    ],
  ])('%s', (_, draft, fault) => {
    expect(yearFaults(draft)).toEqual([fault]);
  });

  test('breaks of different grades may meet', () => {
    const breaks = [oneBreak('2027-02-15', '2027-02-21', [1]), oneBreak('2027-02-15', '2027-02-21', [5])];
    expect(yearFaults(year(() => ({ breaks })))).toEqual([]);
  });
});

test.each([
  ['quarter', 4],
  ['trimester', 3],
  ['halfYear', 2],
  ['module', 6],
] as const)('proposed periods of the kind %s fit into their year', (kind, count) => {
  const { startDate, endDate } = year();
  const periods = proposedPeriods(kind, { startDate, endDate });
  expect(periods).toHaveLength(count);
  expect(yearFaults(year(() => ({ schemes: [{ id: newId(), kind, grades: [5], periods }] })))).toEqual([]);
});
