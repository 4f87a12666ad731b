/**
 * A small school for the tests of the diary: class 7 «Б» with two English subgroups, the weeks around
 * 16 November 2026. Ids tell what they are.
 */
export const schoolId = 1;

/** `id('lesson', 3)` */
export function id(kind: keyof typeof kinds, number = 1): string {
  return `0193a000-0000-7000-8${kinds[kind]}-${String(number).padStart(12, '0')}`;
}

const kinds = {
  year: '001',
  scheme: '002',
  period: '003',
  room: '004',
  scale: '005',
  subject: '006',
  workType: '007',
  person: '008',
  class: '009',
  group: '010',
  assignment: '011',
  lesson: '012',
  homework: '013',
  work: '014',
  row: '015',
} as const;

/** Anna changes from the first to the second English subgroup on 18 November. */
export const anna = id('person', 1);
/** Boris joins the class on 18 November. */
export const boris = id('person', 2);
/** Vera left on 20 October. */
export const vera = id('person', 3);
export const mother = id('person', 10);
export const teacher = id('person', 20);
export const substitute = id('person', 21);

/** Rows of one table, without the school's own column. */
export type Filling = readonly [
  into: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
];
