import type { DateSpan } from '../calendar/rules.ts';
import type { FederalFrame } from '../federal-frame/rules.ts';

export type PeriodSeed = DateSpan & {
  readonly kind: 'quarter' | 'halfYear' | 'year';
  /** 0 = the whole year. */
  readonly ordinal: number;
  readonly name: string;
};

export type SchemeSeed = {
  readonly kind: 'quarter' | 'halfYear';
  readonly name: string;
  readonly grades: readonly number[];
  readonly periods: readonly PeriodSeed[];
};

/** Quarters for grades 1 to 9, half-years for 10 and 11, each with the whole year. */
export function defaultSchemes(frame: FederalFrame): readonly SchemeSeed[] {
  const year: PeriodSeed = { ...frame.year, kind: 'year', ordinal: 0, name: periodName('year', 0) };
  const numbered = (kind: 'quarter' | 'halfYear', spans: readonly DateSpan[]) =>
    spans.map((span, index): PeriodSeed => ({
      ...span,
      kind,
      ordinal: index + 1,
      name: periodName(kind, index + 1),
    }));
  return [
    {
      kind: 'quarter',
      name: 'Четверти',
      grades: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      periods: [...numbered('quarter', frame.quarters), year],
    },
    {
      kind: 'halfYear',
      name: 'Полугодия',
      grades: [10, 11],
      periods: [...numbered('halfYear', frame.halfYears), year],
    },
  ];
}

/** «1 четверть», «Год»: what a period is called in the journal of a Russian school. */
export function periodName(
  kind: 'quarter' | 'trimester' | 'halfYear' | 'module' | 'year',
  ordinal: number,
): string {
  return kind === 'year' ? periodWords.year : `${ordinal} ${periodWords[kind]}`;
}

const periodWords = {
  quarter: 'четверть',
  trimester: 'триместр',
  halfYear: 'полугодие',
  module: 'модуль',
  year: 'Год',
} as const;

/** The breaks of a school that follows the ministry's recommendation. */
export function defaultBreaks(
  frame: FederalFrame,
): readonly (DateSpan & { readonly name: string; readonly grades: readonly number[] | null })[] {
  return [
    { ...frame.autumnBreak, name: 'Осенние каникулы', grades: null },
    { ...frame.winterBreak, name: 'Зимние каникулы', grades: null },
    { ...frame.februaryBreak, name: 'Дополнительные каникулы', grades: [1] },
    { ...frame.springBreak, name: 'Весенние каникулы', grades: null },
  ];
}

/** What a public day off is called, by its month; null for a day a decree moved. */
export function publicDayName(date: string): string | null {
  return publicDays[date.slice(5, 7)] ?? null;
}

const publicDays: Readonly<Record<string, string>> = {
  '02': 'День защитника Отечества',
  '03': 'Международный женский день',
  '05': 'Майские праздники',
  '11': 'День народного единства',
};
