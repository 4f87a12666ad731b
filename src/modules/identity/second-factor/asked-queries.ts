import type { Clock } from '#platform/clock.ts';
import type { LiveSession } from '../session-store.ts';
import { factorAskedFrom } from './rules.ts';

/** When a session's schools ask for a second factor it does not have. */
export type FactorAsked = { readonly from: string; readonly isDue: boolean };

/** The first date among the account's schools, from what the session remembers; null = none asks. */
export async function factorAsked(
  { stored, signedIn, facts }: LiveSession,
  clock: Clock,
): Promise<FactorAsked | null> {
  if (stored.hasFactor || stored.kind !== 'staff') return null;
  let asked: FactorAsked | null = null;
  for (const schoolId of new Set(signedIn.persons.map((person) => person.schoolId))) {
    const school = await facts(schoolId);
    if (!school) continue;
    const today = clock.today(school.timeZone);
    const from = factorAskedFrom(school, today);
    if (from === null || (asked && asked.from <= from)) continue;
    asked = { from, isDue: from <= today };
  }
  return asked;
}
