import { insertMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { ImportBy } from '../roster-import/import-roster.ts';
import type { Entry } from './entry-rules.ts';

export type RecordedImport = {
  /** Null = the command line. */
  readonly by: ImportBy;
  /** The moment the school lives in. */
  readonly now: Date;
  readonly kind: 'lists' | 'timetable';
  /** What stood in the files: who may load these may take the import back. */
  readonly tables: readonly ('students' | 'staff' | 'load' | 'timetable')[];
  readonly files: readonly string[];
  /** The day from which the files are true. */
  readonly startDate: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly entries: readonly Entry[];
};

/** Keeps what an import did, in the transaction that does it. */
export async function recordImport(tx: Tx, given: RecordedImport): Promise<void> {
  const { by, now, kind, tables, files, startDate, counts, entries } = given;
  const id = uuidv7();
  await tx.run(insertImport, [
    tx.schoolId,
    id,
    now.toISOString(),
    by?.personId ?? null,
    kind,
    files,
    startDate,
    JSON.stringify(counts),
    tables,
  ]);
  await insertMany(
    tx,
    {
      into: 'integrations.import_entry',
      columns: ['school_id', 'import_id', 'ordinal', 'fact', 'row_id', 'old_value', 'new_value'],
    },
    entries.map((entry, ordinal) => [tx.schoolId, id, ordinal, entry.fact, entry.id, entry.old, entry.new]),
  );
}

// One file that was loaded.
const insertImport = statement(
  'integrations.recordImport',
  `insert into integrations.file_import (school_id, id, at, person_id, kind, files, start_date, counts, tables)
   values ($1::int, $2::uuid, $3::timestamptz, $4::uuid, $5::text, $6::text[], $7::date, $8::jsonb, $9::text[])`,
);
