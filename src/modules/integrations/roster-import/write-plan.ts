import { addSubjects } from '#modules/curriculum/index.ts';
import { endRoles, grantRoles } from '#modules/identity/index.ts';
import {
  addAssignments,
  addGuardianships,
  addHomerooms,
  addPersons,
  addTeachers,
  admit,
  changeAdmissions,
  changeAssignments,
  changeKinship,
  changePersons,
  changeStaff,
  employ,
  endAdmissions,
  endGuardianships,
  endHomerooms,
  endTeachers,
  joinGroups,
  leaveGroups,
  openClasses,
  openGroups,
  sealSnils,
  type PersonRow,
} from '#modules/roster/index.ts';
import { rosterChanged, type RosterChanged } from '#modules/roster/events.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import type { Tx } from '#platform/db/tx.ts';
import { announce } from '#platform/outbox/announce.ts';
import { classTopic, pageTopic, peopleTopic } from '#platform/outbox/topics.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';
import { actAuthor, recordPersonActs } from '../import-journal/act-commands.ts';
import { changesOf, type Draft } from './people.ts';
import type { ImportBy } from './import-roster.ts';
import type { Plan } from './plan.ts';

export type SnilsKeys = { readonly cipher: FieldCipher; readonly index: BlindIndex };

/** Writes a plan into the transaction: people first, then what points to them; acts and news beside it. Ids of granted roles. */
export async function writePlan(
  tx: Tx,
  plan: Plan,
  { keys, files, by }: { readonly keys: SnilsKeys; readonly files: readonly string[]; readonly by: ImportBy },
): Promise<{ readonly roleIds: readonly string[] }> {
  const { people, structure, writes, before } = plan;
  const yearId = before.frame.year.id;
  const rowOf = (draft: Draft): PersonRow => ({
    id: draft.id,
    ...draft.values,
    snils:
      draft.newSnils === null || draft.snilsIndex === null
        ? null
        : sealSnils(
            keys.cipher,
            { schoolId: tx.schoolId, personId: draft.id },
            { digits: draft.newSnils, index: Buffer.from(draft.snilsIndex, 'hex') },
          ),
  });
  const isUsed = usedPersons(plan);
  const changed = people.all.filter((draft) => changesOf(draft).length > 0);
  await addPersons(tx, people.all.filter(({ id, known }) => known === null && isUsed.has(id)).map(rowOf));
  await changePersons(tx, changed.map(rowOf));
  await openClasses(tx, yearId, structure.newClasses);
  await openGroups(tx, yearId, structure.newGroups);
  await endAdmissions(tx, writes.endedAdmissions);
  await changeAdmissions(tx, writes.changedAdmissions);
  await admit(tx, writes.admissions);
  await endGuardianships(tx, writes.endedGuardianships);
  await changeKinship(tx, writes.changedKinships);
  await addGuardianships(tx, writes.guardianships);
  await leaveGroups(tx, writes.endedMemberships);
  await joinGroups(tx, writes.memberships);
  await employ(tx, writes.staff);
  await changeStaff(tx, writes.changedStaff);
  await endHomerooms(tx, writes.endedHomerooms);
  await addHomerooms(tx, writes.homerooms);
  await endRoles(
    tx,
    writes.endedRoles.map((role) => ({ ...role, endDate: plan.date })),
  );
  const roleIds = await grantRoles(tx, writes.roles);
  await addSubjects(tx, writes.subjects, before.subjects.length);
  await addAssignments(tx, yearId, writes.assignments);
  await changeAssignments(tx, writes.changedAssignments);
  await endTeachers(tx, writes.endedTeachers);
  await addTeachers(tx, writes.teachers);
  await tell(tx, plan, { files, changed, by });
  return { roleIds };
}

/** A row that was refused later may have left a person nobody points to. */
export function usedPersons({ writes }: Plan): ReadonlySet<string> {
  return new Set([
    ...writes.admissions.map(({ studentId }) => studentId),
    ...writes.guardianships.map(({ guardianId }) => guardianId),
    ...writes.staff.map(({ personId }) => personId),
  ]);
}

async function tell(
  tx: Tx,
  plan: Plan,
  { files, changed, by }: { files: readonly string[]; changed: readonly Draft[]; by: ImportBy },
): Promise<void> {
  const counts = Object.fromEntries(
    Object.entries(plan.writes).flatMap(([name, rows]) => (rows.length > 0 ? [[name, rows.length]] : [])),
  );
  await recordAct(tx, {
    ...actAuthor(tx, by),
    action: 'integrations.importRoster',
    subject: { files, date: plan.date, counts },
  });
  const acts = changed.map((draft) => ({
    personId: draft.id,
    changes: changesOf(draft).map(({ field, old, new: now }) => ({ field, old, new: now })),
  }));
  await recordPersonActs(tx, by, acts);
  const touched = touchedGroups(plan);
  const classIds = [...new Set([...touched].flatMap((id) => plan.structure.groupById(id)?.classIds ?? []))];
  const pages = plan.before.roster.assignments.filter(({ groupId }) => touched.has(groupId));
  if (classIds.length > 0)
    await announce(tx, {
      name: rosterChanged,
      topics: [peopleTopic, ...classIds.map(classTopic), ...pages.map(({ id }) => pageTopic(id))],
      payload: { classIds } satisfies RosterChanged,
    });
  const concerned = [...plan.concerned];
  if (concerned.length > 0)
    await rightsChanged(tx, { kind: 'persons', schoolId: tx.schoolId, ids: concerned });
}

/** Groups with another member, another teacher, or a member with another name. */
function touchedGroups({ before: { roster }, writes, people, structure }: Plan): ReadonlySet<string> {
  const ended = new Set(writes.endedMemberships.map(({ id }) => id));
  const renamed = new Set(people.all.filter((draft) => changesOf(draft).length > 0).map(({ id }) => id));
  const pages = new Set([
    ...writes.teachers.map(({ assignmentId }) => assignmentId),
    ...writes.changedAssignments.map(({ id }) => id),
  ]);
  return new Set([
    ...writes.memberships.map(({ groupId }) => groupId),
    ...writes.assignments.map(({ groupId }) => groupId),
    ...roster.memberships.flatMap((one) =>
      ended.has(one.id) || renamed.has(one.studentId) ? [one.groupId] : [],
    ),
    ...roster.assignments.flatMap(({ id, groupId }) => (pages.has(id) ? [groupId] : [])),
    ...structure.newClasses.map(({ groupId }) => groupId),
  ]);
}
