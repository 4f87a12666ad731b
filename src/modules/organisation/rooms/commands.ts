import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';

/** Adds rooms by name. */
export async function addRooms(
  tx: Tx,
  rooms: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  await insertMany(
    tx,
    { into: 'organisation.room', columns: ['school_id', 'id', 'name'] },
    rooms.map(({ id, name }) => [tx.schoolId, id, name]),
  );
}
