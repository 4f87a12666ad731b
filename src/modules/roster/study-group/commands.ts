import { insertMany, updateMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { ClassName } from '../school-class/rules.ts';

export type NewClass = ClassName & {
  readonly id: string;
  /** Of the whole class. */
  readonly groupId: string;
};

export type NewGroup = {
  readonly id: string;
  readonly kind: 'subgroup' | 'crossClass' | 'extracurricular';
  readonly name: string;
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
};

/**
 * Opens classes in a year, each with its whole-class group; one that was closed opens again by its id. A class of the
 * year before hands its lineage on later.
 */
export async function openClasses(tx: Tx, yearId: string, classes: readonly NewClass[]): Promise<void> {
  const known = await reopened(tx, 'roster.school_class', classes);
  await insertMany(
    tx,
    {
      into: 'roster.school_class',
      columns: ['school_id', 'id', 'academic_year_id', 'grade', 'letter', 'lineage_id'],
    },
    classes
      .filter(({ id }) => !known.has(id))
      .map(({ id, grade, letter }) => [tx.schoolId, id, yearId, grade, letter, uuidv7()]),
  );
  await addGroups(
    tx,
    yearId,
    classes.map(({ id, groupId, grade, letter }) => ({
      id: groupId,
      kind: 'class',
      name: `${String(grade)}${letter}`,
      divisionTag: null,
      classIds: [id],
    })),
  );
}

/** Opens groups beside the whole-class ones; one that was closed opens again by its id. */
export async function openGroups(tx: Tx, yearId: string, groups: readonly NewGroup[]): Promise<void> {
  await addGroups(tx, yearId, groups);
}

async function addGroups(
  tx: Tx,
  yearId: string,
  groups: readonly (Omit<NewGroup, 'kind'> & { readonly kind: NewGroup['kind'] | 'class' })[],
): Promise<void> {
  const known = await reopened(tx, 'roster.study_group', groups);
  const fresh = groups.filter(({ id }) => !known.has(id));
  await insertMany(
    tx,
    {
      into: 'roster.study_group',
      columns: ['school_id', 'id', 'academic_year_id', 'kind', 'name', 'division_tag'],
    },
    fresh.map(({ id, kind, name, divisionTag }) => [tx.schoolId, id, yearId, kind, name, divisionTag]),
  );
  await insertMany(
    tx,
    { into: 'roster.group_class', columns: ['school_id', 'group_id', 'class_id'] },
    fresh.flatMap(({ id, classIds }) => classIds.map((classId) => [tx.schoolId, id, classId])),
  );
}

/** Closes classes nobody is or was in, with their whole-class groups; lists show them no more. */
export async function closeClasses(
  tx: Tx,
  { classIds, groupIds }: { readonly classIds: readonly string[]; readonly groupIds: readonly string[] },
): Promise<void> {
  const now = new Date();
  const close = (table: string, ids: readonly string[]) =>
    updateMany(
      tx,
      { table, key: 'id', columns: ['closed_at'] },
      ids.map((id) => [id, now]),
    );
  await close('roster.school_class', classIds);
  await close('roster.study_group', groupIds);
}

async function reopened(
  tx: Tx,
  table: 'roster.school_class' | 'roster.study_group',
  rows: readonly { readonly id: string }[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const reopen = table === 'roster.school_class' ? reopenClasses : reopenGroups;
  const found = await tx.rows<{ id: string }>(reopen, [tx.schoolId, rows.map(({ id }) => id)]);
  return new Set(found.map(({ id }) => id));
}

// Closed classes and groups of some ids open again; primary keys.
const reopenClasses = statement(
  'roster.reopenClasses',
  `update roster.school_class set closed_at = null
   where school_id = $1::int and id = any ($2::uuid[]) and closed_at is not null returning id`,
);
const reopenGroups = statement(
  'roster.reopenGroups',
  `update roster.study_group set closed_at = null
   where school_id = $1::int and id = any ($2::uuid[]) and closed_at is not null returning id`,
);
