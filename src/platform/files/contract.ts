/** What taking a file may be refused with, beside the codes of every endpoint. */
export const fileRefusals = {
  /** Facts: `reason`, a `RefusedBecause`. */
  'files.kindRefused': 422,
  /** Facts: `limit` in bytes. */
  'files.tooLarge': 413,
  /** It did not arrive whole. */
  'files.cutShort': 400,
  'files.noRoom': 503,
} as const;
