import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
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

/** Opens classes in a year, each with its whole-class group; a class of the year before hands its lineage on later. */
export async function openClasses(tx: Tx, yearId: string, classes: readonly NewClass[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.school_class',
      columns: ['school_id', 'id', 'academic_year_id', 'grade', 'letter', 'lineage_id'],
    },
    classes.map(({ id, grade, letter }) => [tx.schoolId, id, yearId, grade, letter, uuidv7()]),
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

/** Opens groups beside the whole-class ones. */
export async function openGroups(tx: Tx, yearId: string, groups: readonly NewGroup[]): Promise<void> {
  await addGroups(tx, yearId, groups);
}

async function addGroups(
  tx: Tx,
  yearId: string,
  groups: readonly (Omit<NewGroup, 'kind'> & { readonly kind: NewGroup['kind'] | 'class' })[],
): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.study_group',
      columns: ['school_id', 'id', 'academic_year_id', 'kind', 'name', 'division_tag'],
    },
    groups.map(({ id, kind, name, divisionTag }) => [tx.schoolId, id, yearId, kind, name, divisionTag]),
  );
  await insertMany(
    tx,
    { into: 'roster.group_class', columns: ['school_id', 'group_id', 'class_id'] },
    groups.flatMap(({ id, classIds }) => classIds.map((classId) => [tx.schoolId, id, classId])),
  );
}
