import type { SessionReply } from '../sessions/contract.ts';

/**
 * Where an account goes after signing in: straight to its only place, else to the list of places. One diary of one's
 * own or several children of one family are one place: the diary has its own switcher.
 */
export function homeOf({
  persons,
}: Pick<SessionReply, 'persons'>): '/day' | '/journal' | '/people' | '/diary' | '/account' {
  const worksSomewhere = persons.some(({ roles }) => roles.length > 0);
  const hasDiary = persons.some(({ students }) => students.some(({ scope }) => scope.includes('marks')));
  if (worksSomewhere === hasDiary) return '/account';
  if (!worksSomewhere) return '/diary';
  const roles = persons.flatMap((person) => person.roles.map(({ role }) => role));
  if (roles.includes('teacher')) return '/day';
  return roles.every((role) => role === 'secretary') ? '/people' : '/journal';
}
