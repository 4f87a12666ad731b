import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import type { PeopleFilter } from '../../people/contract.ts';
import { queryText } from '../addresses.ts';

/** `undefined` takes a part away. */
export type FilterChange = { readonly [Part in keyof PeopleFilter]?: PeopleFilter[Part] | undefined };
export type ChangeFilter = (change: FilterChange | null) => void;

/**
 * The filter stands in the address, so that a list can be kept as a bookmark and «back» returns to it. `change(null)`
 * resets it; `undefined` in a change takes a part away.
 */
export function useFilter(): {
  readonly filter: PeopleFilter;
  readonly change: ChangeFilter;
  readonly isWhole: boolean;
  readonly showWhole: () => void;
} {
  const { path, route } = useLocation();
  const filter = filterOf(useRoute().query);
  const [whole, setWhole] = useState<string | null>(null);
  return {
    filter,
    change: (change) => route(`${path}${queryText(change === null ? {} : { ...filter, ...change })}`, true),
    isWhole: whole === filterKey(filter),
    showWhole: () => setWhole(filterKey(filter)),
  };
}

/** What of an address is a filter; anything else in it is passed over. */
export function filterOf(query: Readonly<Record<string, string>>): PeopleFilter {
  const { kind, status, classId, search, order, descending } = query;
  return {
    ...(kind === 'student' || kind === 'guardian' || kind === 'staff' ? { kind } : {}),
    ...(status === 'former' || status === 'all' ? { status } : {}),
    ...(classId !== undefined && /^[\da-f-]{36}$/.test(classId) ? { classId } : {}),
    ...(search === undefined || search === '' ? {} : { search: search.slice(0, 100) }),
    ...(order === 'name' || order === 'class' || order === 'birthDate' || order === 'since' ? { order } : {}),
    ...(descending === 'true' ? { descending: true } : {}),
  };
}

export function filterKey(filter: PeopleFilter): string {
  return queryText(filter);
}

/** Nothing narrows the list. */
export function isPlain({ kind, status, classId, search }: PeopleFilter): boolean {
  return kind === undefined && status === undefined && classId === undefined && search === undefined;
}
