import { insertMany, updateMany } from '#platform/db/bulk.ts';
import type { Tx } from '#platform/db/tx.ts';

export type Admission = {
  readonly id: string;
  readonly studentId: string;
  readonly startDate: string;
  readonly fileNumber: string | null;
  readonly orderNumber: string | null;
};

export type Kinship = 'mother' | 'father' | 'grandmother' | 'grandfather' | 'guardian' | 'other';

export type Guardianship = {
  readonly id: string;
  readonly guardianId: string;
  readonly studentId: string;
  readonly kinship: Kinship;
  readonly startDate: string;
};

export type Membership = {
  readonly id: string;
  readonly groupId: string;
  readonly studentId: string;
  readonly startDate: string;
};

/** The last day of a fact, included; null takes an end back. One that ends before it begins never was. */
export type Ending = { readonly id: string; readonly endDate: string | null };

/** Admits students. */
export async function admit(tx: Tx, admissions: readonly Admission[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.admission',
      columns: ['school_id', 'id', 'student_id', 'start_date', 'file_number', 'order_number'],
    },
    admissions.map(({ id, studentId, startDate, fileNumber, orderNumber }) => [
      tx.schoolId,
      id,
      studentId,
      startDate,
      fileNumber,
      orderNumber,
    ]),
  );
}

/** Writes the papers of admissions anew. */
export async function changeAdmissions(
  tx: Tx,
  admissions: readonly Omit<Admission, 'studentId'>[],
): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.admission', key: 'id', columns: ['start_date', 'file_number', 'order_number'] },
    admissions.map(({ id, startDate, fileNumber, orderNumber }) => [id, startDate, fileNumber, orderNumber]),
  );
}

/** Students leave: the rows stay, with their last day. */
export async function endAdmissions(tx: Tx, endings: readonly Ending[]): Promise<void> {
  await end(tx, 'roster.admission', endings);
}

/** Gives guardians their right to students. */
export async function addGuardianships(tx: Tx, guardianships: readonly Guardianship[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.guardianship',
      columns: ['school_id', 'id', 'guardian_id', 'student_id', 'kinship', 'start_date'],
    },
    guardianships.map(({ id, guardianId, studentId, kinship, startDate }) => [
      tx.schoolId,
      id,
      guardianId,
      studentId,
      kinship,
      startDate,
    ]),
  );
}

/** Corrects how guardians are related. */
export async function changeKinship(
  tx: Tx,
  changes: readonly { readonly id: string; readonly kinship: Kinship }[],
): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.guardianship', key: 'id', columns: ['kinship'] },
    changes.map(({ id, kinship }) => [id, kinship]),
  );
}

/** Ends many guardians' rights; the caller tells whose rights changed. */
export async function endGuardianships(tx: Tx, endings: readonly Ending[]): Promise<void> {
  await end(tx, 'roster.guardianship', endings);
}

/** Students join groups. */
export async function joinGroups(tx: Tx, memberships: readonly Membership[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.group_membership',
      columns: ['school_id', 'id', 'group_id', 'student_id', 'start_date'],
    },
    memberships.map(({ id, groupId, studentId, startDate }) => [
      tx.schoolId,
      id,
      groupId,
      studentId,
      startDate,
    ]),
  );
}

/** Students leave groups; a membership that ends before it began never was. */
export async function leaveGroups(tx: Tx, endings: readonly Ending[]): Promise<void> {
  await end(tx, 'roster.group_membership', endings);
}

async function end(tx: Tx, table: string, endings: readonly Ending[]): Promise<void> {
  await updateMany(
    tx,
    { table, key: 'id', columns: ['end_date'] },
    endings.map(({ id, endDate }) => [id, endDate]),
  );
}
