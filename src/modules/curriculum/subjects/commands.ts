import { insertMany, updateMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import type { Subject } from './queries.ts';

/** Adds subjects behind those the school has; one that is out of use comes back by its id. */
export async function addSubjects(tx: Tx, subjects: readonly Subject[], last: number): Promise<void> {
  if (subjects.length === 0) return;
  const back = await tx.rows<{ id: string }>(bringBack, [tx.schoolId, subjects.map(({ id }) => id)]);
  const fresh = subjects.filter(({ id }) => back.every((one) => one.id !== id));
  await insertMany(
    tx,
    { into: 'curriculum.subject', columns: ['school_id', 'id', 'name', 'short_name', 'kind', 'ordinal'] },
    fresh.map(({ id, name, shortName, kind }, index) => [
      tx.schoolId,
      id,
      name,
      shortName,
      kind,
      last + index + 1,
    ]),
  );
}

/** Takes subjects out of use; what hangs on them stays. */
export async function retireSubjects(tx: Tx, ids: readonly string[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'curriculum.subject', key: 'id', columns: ['retired_at'], bumps: true },
    ids.map((id) => [id, new Date()]),
  );
}

// Subjects of some ids that are out of use; primary key.
const bringBack = statement(
  'curriculum.bringBack',
  `update curriculum.subject set retired_at = null, version = version + 1
   where school_id = $1::int and id = any ($2::uuid[]) and retired_at is not null returning id`,
);
