import type { Actor } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';

/**
 * Ends a guardian's right to a student with the given last day (`YYYY-MM-DD`). Open pages and
 * streams lose it within a second once that day has passed. False when there is no such right.
 */
export async function endGuardianship(
  tx: Tx,
  { id, endDate }: { readonly id: string; readonly endDate: string },
  by: Actor | null,
): Promise<boolean> {
  const [ended] = await tx.rows<{ guardianId: string; studentId: string }>(endRight, [
    tx.schoolId,
    id,
    endDate,
  ]);
  if (!ended) return false;
  await recordAct(tx, {
    schoolId: tx.schoolId,
    accountId: by?.accountId ?? null,
    personId: by?.personId ?? null,
    sessionId: by?.sessionId ?? null,
    action: 'roster.endGuardianship',
    subject: { id, endDate, ...ended },
  });
  await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids: [ended.guardianId] });
  return true;
}

// The last day of a guardianship; primary key.
const endRight = statement(
  'roster.endGuardianship',
  `update roster.guardianship set end_date = $3 where school_id = $1 and id = $2
   returning guardian_id as "guardianId", student_id as "studentId"`,
);
