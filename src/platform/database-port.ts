/**
 * What one transaction may see: one school, and of the family's tables the listed students
 * (`'*'` for staff; policies decide the rest).
 */
export type Fence = {
  readonly schoolId: number;
  readonly studentIds: readonly string[] | '*';
  /** The key of an advisory lock of the school that a transaction shares from its first moment to its end. */
  readonly shares?: number;
};

/** A hand-written statement run as a named prepared statement; it answers one text column `json`. */
export type Statement = { readonly name: string; readonly text: string };
