import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Subject } from './queries.ts';

/** Adds subjects behind those the school has. */
export async function addSubjects(tx: Tx, subjects: readonly Subject[], last: number): Promise<void> {
  await insertMany(
    tx,
    { into: 'curriculum.subject', columns: ['school_id', 'id', 'name', 'short_name', 'kind', 'ordinal'] },
    subjects.map(({ id, name, shortName, kind }, index) => [
      tx.schoolId,
      id,
      name,
      shortName,
      kind,
      last + index + 1,
    ]),
  );
}
