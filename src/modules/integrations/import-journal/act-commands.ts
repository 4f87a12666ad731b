import { insertMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { ImportBy } from '../roster-import/import-roster.ts';

/** Who did it, as an act names them; null = the command line. */
export function actAuthor({ schoolId }: Pick<Tx, 'schoolId'>, by: ImportBy) {
  return {
    schoolId,
    accountId: by?.accountId ?? null,
    personId: by?.personId ?? null,
    sessionId: by?.sessionId ?? null,
  };
}

/** One act for each person whose data changed; subjects with `personId` and `changes`, a SNILS never among them. */
export async function recordPersonActs(tx: Tx, by: ImportBy, subjects: readonly object[]): Promise<void> {
  const { accountId, personId, sessionId } = actAuthor(tx, by);
  await insertMany(
    tx,
    {
      into: 'platform.audit_pending',
      columns: ['school_id', 'id', 'account_id', 'person_id', 'session_id', 'action', 'subject'],
    },
    subjects.map((subject) => [
      tx.schoolId,
      uuidv7(),
      accountId,
      personId,
      sessionId,
      'roster.changePerson',
      subject,
    ]),
  );
}
