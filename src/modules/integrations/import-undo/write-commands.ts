import { retireSubjects } from '#modules/curriculum/index.ts';
import { endRoles, type HeldRole } from '#modules/identity/index.ts';
import { addDays } from '#modules/organisation/index.ts';
import {
  changeAdmissions,
  changeAssignments,
  changeKinship,
  changePersons,
  changeStaff,
  closeClasses,
  endAdmissions,
  endGuardianships,
  endHomerooms,
  endTeachers,
  leaveGroups,
  takeSnils,
  type Ending,
  type KnownPerson,
  type RosterSnapshot,
} from '#modules/roster/index.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Entry, Fact } from '../import-journal/entry-rules.ts';
import { idOf } from './people-units.ts';
import type { Present } from './units.ts';

/**
 * Writes lists back by the commands of the modules that own them. What the import made ends before it begins, so it never
 * was; what it changed or ended stands as before. No row is deleted.
 */
export async function takeListsBack(
  tx: Tx,
  { entries, present }: { readonly entries: readonly Entry[]; readonly present: Present },
): Promise<void> {
  const { roster } = present;
  const of = (fact: Fact) => entries.filter((entry) => entry.fact === fact);
  await persons(tx, of('person'), roster);
  await endAdmissions(tx, endings(of('admission'), roster.admissions));
  await changeAdmissions(tx, papers(of('admission'), roster));
  await endGuardianships(tx, endings(of('guardianship'), roster.guardianships));
  await changeKinship(
    tx,
    of('guardianship').flatMap(({ id, old }) =>
      old && 'kinship' in old ? [{ id, kinship: old['kinship'] as Kinship }] : [],
    ),
  );
  await leaveGroups(tx, endings(of('membership'), roster.memberships));
  await changeStaff(tx, posts(of('staff'), roster));
  await endRoles(tx, roles(of('role'), present));
  await endHomerooms(tx, endings(of('homeroom'), roster.homerooms));
  await endTeachers(tx, endings(of('teacher'), roster.teachers));
  await changeAssignments(tx, of('assignment').map(page));
  await closeClasses(tx, {
    classIds: of('class').map(({ id }) => id),
    groupIds: [
      ...of('class').map(({ new: now }) => idOf(now, 'groupId')),
      ...of('group').map(({ id }) => id),
    ],
  });
  await retireSubjects(
    tx,
    of('subject').map(({ id }) => id),
  );
}

type Kinship = RosterSnapshot['guardianships'][number]['kinship'];

/** The last day of what never was, or the one a fact had. */
function endings(
  entries: readonly Entry[],
  rows: readonly { readonly id: string; readonly startDate: string }[],
): readonly Ending[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return entries.flatMap(({ id, old }): Ending[] => {
    const row = known.get(id);
    if (!row) return [];
    if (old === null) return [{ id, endDate: addDays(row.startDate, -1) }];
    return 'endDate' in old ? [{ id, endDate: old['endDate'] as string | null }] : [];
  });
}

async function persons(tx: Tx, entries: readonly Entry[], { persons: rows }: RosterSnapshot): Promise<void> {
  const known = new Map(rows.map((row) => [row.id, row]));
  await changePersons(
    tx,
    entries.flatMap(({ id, old }) => {
      const person = known.get(id);
      if (!person) return [];
      const { snilsIndex: _, ...values } = { ...person, ...(old as Partial<KnownPerson>) };
      return [{ ...values, snils: null }];
    }),
  );
  // An import never writes one SNILS over another: what it wrote goes.
  await takeSnils(
    tx,
    entries.flatMap(({ id, old }) => (old && 'snilsIndex' in old ? [id] : [])),
  );
}

function papers(entries: readonly Entry[], { admissions }: RosterSnapshot) {
  const known = new Map(admissions.map((row) => [row.id, row]));
  return entries.flatMap(({ id, old }) => {
    const row = known.get(id);
    if (!row || old === null || !('startDate' in old)) return [];
    const { startDate, fileNumber, orderNumber } = { ...row, ...(old as Partial<typeof row>) };
    return [{ id, startDate, fileNumber, orderNumber }];
  });
}

function posts(entries: readonly Entry[], { staff }: RosterSnapshot) {
  const known = new Map(staff.map((row) => [row.personId, row]));
  return entries.flatMap(({ id, old }) => {
    const row = known.get(id);
    if (!row) return [];
    return [
      old === null
        ? { ...row, endDate: addDays(row.startDate, -1) }
        : { ...row, ...(old as Partial<typeof row>) },
    ];
  });
}

function roles(entries: readonly Entry[], { roles: held }: Present): readonly HeldRole[] {
  const known = new Map(held.map((row) => [row.id, row]));
  const ends = endings(entries, held);
  return ends.flatMap(({ id, endDate }) => {
    const row = known.get(id);
    return row ? [{ ...row, endDate }] : [];
  });
}

function page({ id, old, new: now }: Entry) {
  const isRetired = old === null || old['isRetired'] === true;
  return {
    id,
    hoursTenths: Number((old ?? now)['hoursTenths']),
    retiredAt: isRetired ? new Date().toISOString() : null,
  };
}
