/** What an import wrote a row of. 'known' is no row: the ids of what a person had before the import. */
export type Fact =
  | 'person'
  | 'known'
  | 'admission'
  | 'membership'
  | 'guardianship'
  | 'class'
  | 'group'
  | 'staff'
  | 'homeroom'
  | 'role'
  | 'subject'
  | 'assignment'
  | 'teacher'
  | 'room'
  | 'bells'
  | 'template'
  | 'lesson';

export type Value = string | number | boolean | null | readonly string[];
/** Fields of a row by the names they have in the module that owns it. */
export type Values = Readonly<Record<string, Value>>;

/** One line of the journal of an import. */
export type Entry = {
  readonly fact: Fact;
  readonly id: string;
  /** Null = the import made the row. */
  readonly old: Values | null;
  /** What it wrote: of a changed row those fields alone, and whose it is. */
  readonly new: Values;
};

export const made = (fact: Fact, id: string, now: Values): Entry => ({ fact, id, old: null, new: now });

/** A change of some fields of a row; `whose` stays as it is and says whom the row is about. */
export function changed(
  fact: Fact,
  id: string,
  { old, now, whose = {} }: { readonly old: Values; readonly now: Values; readonly whose?: Values },
): Entry {
  return { fact, id, old, new: { ...whose, ...now } };
}

export const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
