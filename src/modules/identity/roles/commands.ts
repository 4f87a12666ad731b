import type { Actor, StaffRole } from '#platform/actor.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';

export type RoleGrant = {
  readonly personId: string;
  readonly role: StaffRole;
  readonly startDate: string;
  /** The last day; null = until it is ended. */
  readonly endDate: string | null;
};

/** Grants a role in the transaction's school; it holds within a second. Its id. `by` null = the command line. */
export async function grantRole(tx: Tx, grant: RoleGrant, by: Actor | null): Promise<string> {
  const id = uuidv7();
  const { personId, role, startDate, endDate } = grant;
  await tx.run(insertGrant, [tx.schoolId, id, personId, role, startDate, endDate, by?.personId ?? null]);
  await tell(tx, by, { personId, action: 'identity.grantRole', subject: { id, ...grant } });
  return id;
}

/** Ends a role with the given last day; it is gone within a second once that day has passed. */
export async function endRole(
  tx: Tx,
  { id, endDate }: { readonly id: string; readonly endDate: string },
  by: Actor | null,
): Promise<void> {
  const [ended] = await tx.rows<{ personId: string }>(endGrant, [tx.schoolId, id, endDate]);
  if (!ended) return;
  await tell(tx, by, { personId: ended.personId, action: 'identity.endRole', subject: { id, endDate } });
}

async function tell(
  tx: Tx,
  by: Actor | null,
  act: { personId: string; action: string; subject: Readonly<Record<string, unknown>> },
): Promise<void> {
  await recordAct(tx, {
    schoolId: tx.schoolId,
    accountId: by?.accountId ?? null,
    personId: by?.personId ?? null,
    sessionId: by?.sessionId ?? null,
    action: act.action,
    subject: act.subject,
  });
  await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids: [act.personId] });
}

// A new role of a person.
const insertGrant = statement(
  'identity.grantRole',
  `insert into identity.role_grant (school_id, id, person_id, role, start_date, end_date, granted_by)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

// The last day of a role; primary key.
const endGrant = statement(
  'identity.endRole',
  `update identity.role_grant set end_date = $3 where school_id = $1 and id = $2
   returning person_id as "personId"`,
);
