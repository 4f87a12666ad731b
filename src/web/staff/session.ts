import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SessionReply } from '#modules/identity/sessions/contract.ts';
import type { StaffRole } from '#platform/actor.ts';
import { signInAddress } from '../addresses.ts';
import { Problem } from '../api.ts';

export const SessionContext = createContext<SessionReply | null>(null);

/** Who works here; for pages of the staff area. */
export function useSession(): SessionReply {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Only pages of the staff area know the session.');
  return session;
}

/** Whether a refusal means that the session is over. */
export function isSessionOver(error: unknown): boolean {
  return error instanceof Problem && error.code === 'notSignedIn';
}

/** Leaves for the sign-in page, which returns here. */
export function goToSignIn(): void {
  location.assign(signInAddress(location.pathname + location.search));
}

/** The persons of a session that hold one of these roles today, each in its school. */
export function personsWithRole(
  { persons }: SessionReply,
  wanted: readonly StaffRole[],
): SessionReply['persons'] {
  return persons.filter(({ roles }) => roles.some(({ role }) => wanted.includes(role)));
}

/** The date in a school by its own clock, as the session told it. */
export function schoolToday({ persons }: SessionReply, schoolId: number): string {
  return (
    persons.find((person) => person.schoolId === schoolId)?.today ?? new Date().toISOString().slice(0, 10)
  );
}
