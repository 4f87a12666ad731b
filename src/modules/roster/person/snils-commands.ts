import type { Secrets } from '#platform/config.ts';
import { blindIndex, type BlindIndex } from '#platform/secrets/blind-index.ts';
import { fieldCipher, type FieldCipher } from '#platform/secrets/field-cipher.ts';
import { snilsPlace } from './commands.ts';

export type SnilsKeys = { readonly cipher: FieldCipher; readonly index: BlindIndex };

/** Keys are wrapped once for each installation. */
const keysOf = new WeakMap<Secrets, SnilsKeys>();

export function snilsKeys({ secrets }: { readonly secrets: Secrets }): SnilsKeys {
  const known = keysOf.get(secrets);
  if (known) return known;
  const made = { cipher: fieldCipher(secrets), index: blindIndex(secrets) };
  keysOf.set(secrets, made);
  return made;
}

/** The 11 digits in a person's row. `sealed` is hexadecimal, as statements give it. */
export function openSnils(
  { cipher }: SnilsKeys,
  of: { readonly schoolId: number; readonly personId: string },
  sealed: string,
): string {
  return cipher.decrypt(Buffer.from(sealed, 'hex'), snilsPlace(of));
}
