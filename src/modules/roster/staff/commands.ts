import { insertMany, updateMany } from '#platform/db/bulk.ts';
import { statement, type Tx } from '#platform/db/tx.ts';
import type { Ending } from '../enrolment/commands.ts';

export type StaffRow = {
  readonly personId: string;
  readonly position: string;
  readonly staffNumber: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
};

export type Homeroom = {
  readonly id: string;
  readonly classId: string;
  readonly staffId: string;
  readonly startDate: string;
};

/** Takes people on as staff. */
export async function employ(tx: Tx, staff: readonly StaffRow[]): Promise<void> {
  await insertMany(
    tx,
    {
      into: 'roster.staff',
      columns: ['school_id', 'person_id', 'position', 'staff_number', 'start_date', 'end_date'],
    },
    staff.map((row) => [
      tx.schoolId,
      row.personId,
      row.position,
      row.staffNumber,
      row.startDate,
      row.endDate,
    ]),
  );
}

/** Writes staff's posts and dates anew; an end date makes them leave, null brings them back. */
export async function changeStaff(tx: Tx, staff: readonly StaffRow[]): Promise<void> {
  await updateMany(
    tx,
    {
      table: 'roster.staff',
      key: 'person_id',
      columns: ['position', 'staff_number', 'start_date', 'end_date'],
    },
    staff.map((row) => [row.personId, row.position, row.staffNumber, row.startDate, row.endDate]),
  );
}

/** Gives classes their homeroom teachers. */
export async function addHomerooms(tx: Tx, homerooms: readonly Homeroom[]): Promise<void> {
  await insertMany(
    tx,
    { into: 'roster.class_homeroom', columns: ['school_id', 'id', 'class_id', 'staff_id', 'start_date'] },
    homerooms.map(({ id, classId, staffId, startDate }) => [tx.schoolId, id, classId, staffId, startDate]),
  );
}

export async function endHomerooms(tx: Tx, endings: readonly Ending[]): Promise<void> {
  await updateMany(
    tx,
    { table: 'roster.class_homeroom', key: 'id', columns: ['end_date'] },
    endings.map(({ id, endDate }) => [id, endDate]),
  );
}

/** Ends a leaver's classes led and journal pages with the last day; the groups concerned. */
export async function endStays(
  tx: Tx,
  { staffId, endDate }: { readonly staffId: string; readonly endDate: string },
): Promise<string[]> {
  await tx.run(endLeaversHomerooms, [tx.schoolId, staffId, endDate]);
  const pages = await tx.rows<{ groupId: string }>(endLeaversPages, [tx.schoolId, staffId, endDate]);
  return pages.map(({ groupId }) => groupId);
}

// Index class_homeroom_staff.
const endLeaversHomerooms = statement(
  'roster.endLeaversHomerooms',
  `update roster.class_homeroom set end_date = greatest($3::date, start_date - 1)
   where school_id = $1::int and staff_id = $2::uuid and (end_date is null or end_date > $3::date)`,
);

// Index assignment_teacher_staff.
const endLeaversPages = statement(
  'roster.endLeaversPages',
  `update roster.assignment_teacher t set end_date = greatest($3::date, t.start_date - 1)
   from roster.teaching_assignment a
   where t.school_id = $1::int and t.staff_id = $2::uuid and (t.end_date is null or t.end_date > $3::date)
     and a.school_id = $1::int and a.id = t.assignment_id
   returning a.group_id as "groupId"`,
);
