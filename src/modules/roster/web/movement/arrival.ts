import type { PeopleFrame } from '../../people/contract.ts';
import type { PersonCard } from '../../person/contract.ts';
import type { School, Standing } from '../../movement/rules.ts';

/** The subgroups of a class by division: of each, one may be chosen. */
export type Division = {
  readonly key: string;
  readonly subject: string;
  readonly groups: readonly { readonly id: string; readonly label: string }[];
};

export function divisionsOf(frame: PeopleFrame, classId: string): readonly Division[] {
  const own = frame.groups.filter(({ kind, classIds }) => kind === 'subgroup' && classIds.includes(classId));
  return [...Map.groupBy(own, ({ id, divisionTag }) => divisionTag ?? id)].map(([key, groups]) => ({
    key,
    subject: [...new Set(groups.flatMap(({ subjects }) => subjects))].join(', '),
    groups: groups.map(({ id, name }) => ({ id, label: shortLabel(name) })),
  }));
}

/** «7Б, английский язык, 1-я подгруппа» is known by its last part beside the subject. */
export function shortLabel(name: string): string {
  const parts = name.split(', ');
  return parts.length < 3 ? name : (parts.at(-1) ?? name);
}

/** What the rules of movements ask of a card; the browser plans with it, the server with its own. */
export function standingOf({ memberships, admissions, movements }: PersonCard): Standing {
  const effective = movements.filter(({ isUndone }) => !isUndone).map(({ effectiveDate }) => effectiveDate);
  return {
    stays: memberships,
    admissions: admissions.filter(({ startDate, endDate }) => endDate === null || endDate >= startDate),
    lastEffective: effective.toSorted().at(-1) ?? null,
  };
}

export function schoolOf({ groups, year }: PeopleFrame): School {
  return { groups, year };
}

export function lastOrdinal({ movements }: PersonCard): number {
  return movements[0]?.ordinal ?? 0;
}
