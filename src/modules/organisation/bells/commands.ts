import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { BellTime } from './rules.ts';

/** Writes a bell schedule of a shift; its id. */
export async function addBellSchedule(
  tx: Tx,
  given: { readonly name: string; readonly shift: number; readonly bells: readonly BellTime[] },
): Promise<string> {
  const id = uuidv7();
  await insertMany(
    tx,
    { into: 'organisation.bell_schedule', columns: ['school_id', 'id', 'name', 'shift'] },
    [[tx.schoolId, id, given.name, given.shift]],
  );
  await insertMany(
    tx,
    {
      into: 'organisation.bell_period',
      columns: ['school_id', 'bell_schedule_id', 'number', 'starts', 'ends'],
    },
    given.bells.map(({ number, starts, ends }) => [tx.schoolId, id, number, starts, ends]),
  );
  return id;
}
