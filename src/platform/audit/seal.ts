import { createHash } from 'node:crypto';

/** The hash before a school's first row. */
export const genesis: Buffer = Buffer.alloc(0);

/**
 * The columns of a row that its hash covers, as one JSON text PostgreSQL builds: an array, so no
 * key order can differ; the moment in UTC to the microsecond, so no setting of a session shows.
 * `alias` names a row with the columns of `platform.audit_pending`.
 */
export function canonicalColumns(alias: string): string {
  return `jsonb_build_array(${alias}.id, to_char(${alias}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    ${alias}.account_id, ${alias}.person_id, ${alias}.session_id, ${alias}.action, ${alias}.subject)::text`;
}

export type ChainPlace = { readonly schoolId: number; readonly seq: number };

/** A row's hash: SHA-256 over the hash before it, its place and its canonical text. */
export function sealHash(previous: Buffer, place: ChainPlace, canonical: string): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`[${place.schoolId}, ${place.seq}, ${canonical}]`)
    .digest();
}
