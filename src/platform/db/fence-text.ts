import { isUuid } from '../ids.ts';
import type { Fence } from './tx.ts';

const largestSchoolId = 2_147_483_647;

/**
 * The fence as text, to be sent with `begin`. Literals, since a distributed PostgreSQL carries only a
 * literal SET LOCAL to its workers; each is checked here, so nothing else can enter the text.
 * School 0 = acts that belong to no school. Throws RangeError.
 */
export function fenceText({ schoolId, studentIds }: Fence): string {
  if (!Number.isInteger(schoolId) || schoolId < 0 || schoolId > largestSchoolId) {
    throw new RangeError('a school id is an integer from 0 to 2147483647');
  }
  return `set local app.school_id = ${schoolId}; set local app.student_ids = '${studentList(studentIds)}'`;
}

/**
 * The same for a transaction that writes: with the lock its fence shares. In the same packet as `begin`, and a statement
 * of its own there, so that what comes after sees what stood when the lock was had.
 */
export function writingFenceText(fence: Fence): string {
  const { schoolId, shares } = fence;
  if (shares === undefined) return fenceText(fence);
  if (!Number.isInteger(shares)) throw new RangeError('the key of a lock is an integer');
  return `${fenceText(fence)}; select pg_advisory_xact_lock_shared(${schoolId}, ${shares})`;
}

function studentList(studentIds: Fence['studentIds']): string {
  if (studentIds === '*') return '*';
  if (!studentIds.every(isUuid)) throw new RangeError('a student id is a UUID');
  return `{${studentIds.join(',')}}`;
}
