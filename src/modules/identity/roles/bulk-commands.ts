import { insertMany, updateMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { RoleGrant } from './commands.ts';

export type HeldRole = RoleGrant & { readonly id: string };

/** Every role of the transaction's school that has not ended before a date. */
export function heldRoles(tx: Tx, date: string): Promise<HeldRole[]> {
  return tx.rows<HeldRole>(rolesOfSchool, [tx.schoolId, date]);
}

/** Grants many roles at once, in the command line's name; the caller records the act. Their ids, in the same order. */
export async function grantRoles(tx: Tx, grants: readonly RoleGrant[]): Promise<readonly string[]> {
  const ids = grants.map(() => uuidv7());
  await insertMany(
    tx,
    {
      into: 'identity.role_grant',
      columns: ['school_id', 'id', 'person_id', 'role', 'start_date', 'end_date'],
    },
    grants.map(({ personId, role, startDate, endDate }, at) => [
      tx.schoolId,
      ids[at],
      personId,
      role,
      startDate,
      endDate,
    ]),
  );
  await tell(tx, grants);
  return ids;
}

/** Gives many roles the last day they are given with; null takes an end back. The caller records the act. */
export async function endRoles(tx: Tx, roles: readonly HeldRole[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'identity.role_grant', key: 'id', columns: ['end_date'] },
    roles.map(({ id, endDate }) => [id, endDate]),
  );
  await tell(tx, roles);
}

async function tell(tx: Tx, grants: readonly RoleGrant[]): Promise<void> {
  if (grants.length === 0) return;
  const ids = [...new Set(grants.map(({ personId }) => personId))];
  await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids });
}

// The roles of a school's staff; index role_grant_person's leading school_id.
const rolesOfSchool = statement(
  'identity.heldRoles',
  `select id, person_id as "personId", role, start_date as "startDate", end_date as "endDate"
   from identity.role_grant where school_id = $1 and (end_date is null or end_date >= $2::date)`,
);
