export type DifferenceKind = 'new' | 'changed' | 'retired';
export const differenceOf = [
  'student',
  'guardian',
  'staff',
  'class',
  'group',
  'subject',
  'assignment',
  'teacher',
  'homeroom',
] as const;
export type DifferenceOf = (typeof differenceOf)[number];

/** One line of the list of differences; values as people write them, a SNILS never. */
export type Difference = {
  readonly kind: DifferenceKind;
  readonly of: DifferenceOf;
  readonly name: string;
  /** Changed fields: old → new; of a new fact what there is to say. */
  readonly fields: readonly {
    readonly field: string;
    readonly old: string | null;
    readonly new: string | null;
  }[];
};
