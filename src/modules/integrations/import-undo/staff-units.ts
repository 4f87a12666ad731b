import type { Entry } from '../import-journal/entry-rules.ts';
import { changesBack, idOf, isTouched, since } from './people-units.ts';
import type { Ledger, Unit, Uses } from './units.ts';

/** Posts with their roles, roles beside them, and who leads classes. */
export function staffUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  const posts = new Set(ledger.of('staff').map(({ id }) => id));
  const roles = ledger.of('role').filter(({ new: now }) => !posts.has(idOf(now, 'personId')));
  return [
    ...ledger.of('staff').map((entry) => postUnit(ledger, uses, entry)),
    ...roles.map((entry) => roleUnit(ledger, entry)),
    ...homeroomUnits(ledger),
  ];
}

function postUnit(ledger: Ledger, uses: Uses, entry: Entry): Unit {
  const { id, old } = entry;
  const { roster, roles } = ledger.present;
  const isNew = old === null;
  const before = ledger.of('known').find((known) => known.id === id)?.new ?? {};
  const own = ledger.of('role').filter(({ new: now }) => now['personId'] === id);
  const ofStaff = <Row extends { readonly staffId: string }>(rows: readonly Row[]) =>
    rows.filter(({ staffId }) => staffId === id);
  const newRows = {
    roles: since(
      ledger,
      roles.filter(({ personId }) => personId === id),
      { fact: 'role', before: before['roles'] },
    ),
    pages: since(ledger, ofStaff(roster.teachers), { fact: 'teacher', before: before['teachers'] }),
    classes: since(ledger, ofStaff(roster.homerooms), { fact: 'homeroom', before: before['homerooms'] }),
  };
  const reason = (): Unit['reason'] => {
    if (![entry, ...own].every(ledger.isSame) || isTouched(ledger, id)) return { code: 'changed' };
    if (!isNew) return null;
    if (uses.access.has(id)) return { code: 'account' };
    if (newRows.roles.length > 0) return { code: 'roles' };
    if (newRows.pages.length > 0) return { code: 'teaches' };
    if (newRows.classes.length > 0) return { code: 'leads' };
    return uses.staff.has(id) ? { code: 'works' } : null;
  };
  const pages = ledger.of('teacher').filter(({ new: now }) => now['staffId'] === id);
  const classes = ledger.of('homeroom').filter(({ new: now }) => now['staffId'] === id);
  return {
    key: `staff ${id}`,
    back: {
      kind: isNew ? 'removed' : 'restored',
      of: 'staff',
      name: ledger.person(id),
      fields: isNew ? [] : changesBack(entry),
    },
    entries: [entry, ...own],
    reason: reason(),
    // Whoever stays, or stays away, does so with all the import gave or took; a new position alone binds nothing.
    holds: (isNew || old['endDate'] !== entry.new['endDate'] ? [...pages, ...classes] : []).map((one) =>
      one.fact === 'teacher'
        ? `page ${idOf(one.new, 'assignmentId')}`
        : `homeroom ${idOf(one.new, 'classId')}`,
    ),
  };
}

function roleUnit(ledger: Ledger, entry: Entry): Unit {
  const personId = idOf(entry.new, 'personId');
  return {
    key: `role ${personId} ${idOf(entry.new, 'role')}`,
    back: {
      kind: entry.old === null ? 'removed' : 'restored',
      of: 'role',
      name: ledger.person(personId),
      fields: [],
    },
    entries: [entry],
    reason: ledger.isSame(entry) ? null : { code: 'changed' },
    holds: [],
  };
}

/** Who leads a class: the one who came and the one who went go back together. */
function homeroomUnits(ledger: Ledger): readonly Unit[] {
  const { homerooms } = ledger.present.roster;
  return [...Map.groupBy(ledger.of('homeroom'), ({ new: now }) => idOf(now, 'classId'))].map(
    ([classId, entries]): Unit => {
      const came = entries.filter(({ old }) => old === null).map(({ new: now }) => idOf(now, 'staffId'));
      const went = entries.filter(({ old }) => old !== null).map(({ new: now }) => idOf(now, 'staffId'));
      const ofClass = homerooms.filter((one) => one.classId === classId);
      const isHandedOn = isTakenOver(ledger, ofClass, { fact: 'homeroom', entries });
      const names = (ids: readonly string[]) => ids.map(ledger.person).join(', ') || null;
      return {
        key: `homeroom ${classId}`,
        back: {
          kind: 'restored',
          of: 'homeroom',
          name: ledger.className(classId),
          fields: [{ field: 'homeroom', old: names(came), new: names(went) }],
        },
        entries,
        reason: entries.every(ledger.isSame) && !isHandedOn ? null : { code: 'changed' },
        holds: [`class ${classId}`, ...came.map((id) => `staff ${id}`)],
      };
    },
  );
}

/** Has somebody else been put, by hand, where the import took somebody away? */
export function isTakenOver<
  Row extends { readonly id: string; readonly startDate: string; readonly endDate: string | null },
>(
  ledger: Ledger,
  rows: readonly Row[],
  { fact, entries }: { readonly fact: Entry['fact']; readonly entries: readonly Entry[] },
): boolean {
  const lastDays = entries.filter(({ old }) => old !== null).map(({ new: now }) => String(now['endDate']));
  return since(ledger, rows, { fact, before: [] }).some(({ startDate }) =>
    lastDays.some((lastDay) => startDate > lastDay),
  );
}
