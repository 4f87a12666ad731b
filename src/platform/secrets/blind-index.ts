import { createHmac, createSecretKey } from 'node:crypto';

/**
 * Where equal values are to be found: among one school's rows, or in the directory of all. The
 * same value has another index in every scope, so schools' rows cannot be joined by it.
 */
export type BlindScope = { readonly schoolId: number } | 'directory';

/** What is indexed; a SNILS never equals a phone of the same digits. */
export type BlindKind = 'snils' | 'phone' | 'email';

/** Finds equal values without holding them: 32 bytes for a normalised value. */
export type BlindIndex = (kind: BlindKind, scope: BlindScope, normalised: string) => Buffer;

/** HMAC-SHA-256 under a key outside the database: there are only a billion SNILS to try. */
export function blindIndex({ blindIndexKey }: { readonly blindIndexKey: Buffer }): BlindIndex {
  // Made once: wrapping the bytes costs more than the hash.
  const key = createSecretKey(blindIndexKey);
  return (kind, scope, normalised) => {
    const where = scope === 'directory' ? scope : `school:${scope.schoolId}`;
    return createHmac('sha256', key).update(`${kind}|${where}|${normalised}`, 'utf8').digest();
  };
}
