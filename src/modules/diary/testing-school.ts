import type { Database } from '#platform/db/database.ts';
import { insertMany } from '#platform/db/bulk.ts';
import { entries, lessons } from './testing-entries.ts';
import { frame, people } from './testing-frame.ts';
import { schoolId } from './testing-ids.ts';

/** Fills the school; the database must be migrated and empty. */
export async function fillTestSchool(database: Database): Promise<void> {
  await database.inSchool({ schoolId, studentIds: '*' }, async (tx) => {
    for (const [into, columns, rows] of [...frame, ...people, ...lessons, ...entries]) {
      const all = rows.map((row) => [schoolId, ...row]);
      await insertMany(tx, { into, columns: ['school_id', ...columns] }, all);
    }
  });
}
