import { insertMany, updateMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { FieldCipher, FieldPlace } from '#platform/secrets/field-cipher.ts';
import { sortKey, type PersonNames } from './rules.ts';

/** A SNILS as it lies in the database: nobody reads it there. */
export type SealedSnils = { readonly encrypted: Buffer; readonly index: Buffer };

export type PersonRow = PersonNames & {
  readonly id: string;
  readonly birthDate: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly snils: SealedSnils | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Seals the 11 digits of a person's SNILS; it opens only in that person's row. `index`: its blind index in this school. */
export function sealSnils(
  cipher: FieldCipher,
  of: { readonly schoolId: number; readonly personId: string },
  { digits, index }: { readonly digits: string; readonly index: Buffer },
): SealedSnils {
  return { encrypted: cipher.encrypt(digits, snilsPlace(of)), index };
}

/** Where a person's SNILS lies. */
export function snilsPlace({
  schoolId,
  personId,
}: {
  readonly schoolId: number;
  readonly personId: string;
}): FieldPlace {
  return { table: 'roster.person', id: `${String(schoolId)}/${personId}`, column: 'snils_enc' };
}

const columns = [
  'last_name',
  'first_name',
  'middle_name',
  'sort_key',
  'birth_date',
  'gender',
  'phone',
  'email',
] as const;

const values = (person: Omit<PersonRow, 'snils'>) => [
  person.lastName,
  person.firstName,
  person.middleName,
  sortKey(person),
  person.birthDate,
  person.gender,
  person.phone,
  person.email,
];

/** Adds people to the transaction's school. A SNILS of somebody else there raises the unique violation 23505. */
export async function addPersons(tx: Tx, persons: readonly PersonRow[]): Promise<void> {
  await insertMany(
    tx,
    { into: 'roster.person', columns: ['school_id', 'id', ...columns, 'snils_enc', 'snils_index'] },
    persons.map((person) => [
      tx.schoolId,
      person.id,
      ...values(person),
      person.snils?.encrypted ?? null,
      person.snils?.index ?? null,
    ]),
  );
}

/** Writes people's data anew and raises their versions; a SNILS that is not given stays. */
export async function changePersons(tx: Tx, persons: readonly PersonRow[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.person', key: 'id', columns, bumps: true },
    persons.map((person) => [person.id, ...values(person)]),
  );
  await updateMany(
    tx,
    { table: 'roster.person', key: 'id', columns: ['snils_enc', 'snils_index'] },
    persons.flatMap(({ id, snils }) => (snils ? [[id, snils.encrypted, snils.index]] : [])),
  );
}

/** Takes the SNILS of people away. */
export async function takeSnils(tx: Tx, ids: readonly string[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.person', key: 'id', columns: ['snils_enc', 'snils_index'] },
    ids.map((id) => [id, null, null]),
  );
}
