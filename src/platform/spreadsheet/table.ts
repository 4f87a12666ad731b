/** A table as a person downloads it: a head and rows of values. */
export type Table = {
  /** The sheet's name; what Excel forbids in it is left out. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableValue[])[];
};

export type TableColumn = {
  readonly head: string;
  /** In characters; the width of the column in Excel. */
  readonly width?: number;
};

/** `{ date: 'YYYY-MM-DD' }` becomes a real date; text is never read as anything else. */
export type TableValue = string | number | { readonly date: string } | null;

export type TableFormat = 'xlsx' | 'csv';
