import { personsWithRole, type useSession } from '#web/staff/session.ts';

type Session = ReturnType<typeof useSession>;

/** Whether this account changes the timetable of a school; the server decides it again. */
export function mayChange(session: Session, schoolId: number): boolean {
  return personsWithRole(session, ['deputyHead', 'principal', 'schoolAdmin']).some(
    (person) => person.schoolId === schoolId,
  );
}

/** The account's person among the staff of a school. */
export function ownPerson({ persons }: Session, schoolId: number): Session['persons'][number] | null {
  return persons.find((person) => person.schoolId === schoolId && person.roles.length > 0) ?? null;
}
