import type { Lack } from '../../completeness/contract.ts';

export const controlAddress = '/control';

export const controlOf = (schoolId: number) => `${controlAddress}/${schoolId}`;
export const periodsOf = (schoolId: number) => `${controlOf(schoolId)}/periods`;

export type Days = { readonly from?: string | undefined; readonly to?: string | undefined };
/** Whose lessons, and what they lack; `marks` lists students. */
export type ListOf = Days & {
  readonly teacher?: string | undefined;
  readonly class?: string | undefined;
  readonly lack?: Lack | 'marks' | undefined;
};

export const lessonsOf = (schoolId: number, list: ListOf) =>
  `${controlOf(schoolId)}/lessons${queryText(list)}`;

/** `?a=1&b=2` of what is there; '' for nothing. */
export function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
