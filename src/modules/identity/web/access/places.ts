import { useEffect, useState } from 'preact/hooks';
import { officeRoles } from '#modules/roster/web/office-roles.ts';
import { className } from '#modules/roster/school-class/rules.ts';
import { call } from '#web/api.ts';
import { useSession } from '#web/staff/session.ts';
import type { SessionReply } from '../../sessions/contract.ts';

type Person = SessionReply['persons'][number];

/** Whose list is the whole school; a homeroom teacher has the own classes. */
export const readsWholeSchool = ({ roles }: Person) => roles.some(({ role }) => officeRoles.includes(role));

export type AccessClass = { readonly id: string; readonly name: string };

/** The classes one may choose in a school, and whether the staff too; null while they are read. */
export function usePlaces(schoolId: number): { classes: readonly AccessClass[]; hasStaff: boolean } | null {
  const person = useSession().persons.find((one) => one.schoolId === schoolId);
  const isWhole = person !== undefined && readsWholeSchool(person);
  const own = (person?.homeroomClasses ?? []).map((one) => ({ id: one.id, name: className(one) }));
  const [whole, setWhole] = useState<readonly AccessClass[] | null>(null);
  useEffect(() => {
    if (!isWhole) return undefined;
    const leaving = new AbortController();
    // Without the list the page still shows its class; the choice then has this one alone.
    call('GET /api/schools/{schoolId}/classes', { params: { schoolId }, query: {}, signal: leaving.signal })
      .then(({ classes }) => setWhole(classes.map((one) => ({ id: one.id, name: className(one) }))))
      .catch(() => setWhole([]));
    return () => leaving.abort();
  }, [schoolId, isWhole]);
  if (!isWhole) return { classes: own, hasStaff: false };
  return whole && { classes: whole, hasStaff: true };
}
