import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import { personsWithRole } from '#web/staff/session.ts';

/** Whether this account changes the timetable of a school; the server decides it again. */
export function mayChange(session: SessionReply, schoolId: number): boolean {
  return personsWithRole(session, ['deputyHead', 'principal', 'schoolAdmin']).some(
    (person) => person.schoolId === schoolId,
  );
}

/** The account's person among the staff of a school. */
export function ownPerson(
  { persons }: SessionReply,
  schoolId: number,
): SessionReply['persons'][number] | null {
  return persons.find((person) => person.schoolId === schoolId && person.roles.length > 0) ?? null;
}
