/**
 * What one transaction may see: one school, and of the family's tables the listed students
 * (`'*'` for staff; policies decide the rest).
 */
export type Fence = {
  readonly schoolId: number;
  readonly studentIds: readonly string[] | '*';
};

/** A hand-written statement run as a named prepared statement; it answers one text column `json`. */
export type Statement = { readonly name: string; readonly text: string };
