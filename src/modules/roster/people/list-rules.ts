import type { ListedPerson, PeopleFilter } from './contract.ts';
import { searchFor } from './rules.ts';

/** Those who fit the search, in the wanted order. `people` come ordered by name. */
export function arranged(
  people: readonly ListedPerson[],
  { search = '', order, descending = false }: Pick<PeopleFilter, 'search' | 'order' | 'descending'>,
): readonly ListedPerson[] {
  const fit = searchFor(search);
  const found = people
    .map((person) => ({ person, fit: fit === null ? 0 : fit({ ...person, also: wordsBeside(person) }) }))
    .filter((one) => one.fit !== null);
  // Sorting is stable, so equal ones stay by name.
  if (order === undefined) found.sort((a, b) => (a.fit ?? 0) - (b.fit ?? 0));
  else if (order !== 'name') found.sort((a, b) => compare(keyOf(a.person, order), keyOf(b.person, order)));
  const arrangedPeople = found.map(({ person }) => person);
  return descending ? arrangedPeople.reverse() : arrangedPeople;
}

/** «7б» finds the class, «учитель» the post. */
function wordsBeside({ schoolClass, position }: ListedPerson): string[] {
  const ofClass = schoolClass === null ? [] : [`${schoolClass.grade}${schoolClass.letter}`];
  return [...ofClass, ...(position ?? '').split(' ')];
}

/** Whoever has none of it stands at the end. */
function keyOf(person: ListedPerson, order: 'class' | 'birthDate' | 'since'): string | null {
  if (order !== 'class') return person[order];
  const schoolClass = person.schoolClass ?? person.wards[0]?.schoolClass ?? null;
  return schoolClass === null ? null : `${String(schoolClass.grade).padStart(2, '0')}${schoolClass.letter}`;
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
