import { changesOf } from '../roster-import/people.ts';
import type { Plan } from '../roster-import/plan.ts';
import { usedPersons } from '../roster-import/write-plan.ts';
import { byId, changed, type Entry, made, type Value, type Values } from './entry-rules.ts';

/** What an import of lists does, row by row; `roleIds` in the order of the plan's new roles. */
export function rosterEntries(plan: Plan, roleIds: readonly string[]): readonly Entry[] {
  return [
    ...personEntries(plan),
    ...knownEntries(plan),
    ...studentEntries(plan),
    ...guardianEntries(plan),
    ...structureEntries(plan),
    ...staffEntries(plan, roleIds),
    ...loadEntries(plan),
  ];
}

function personEntries(plan: Plan): readonly Entry[] {
  const isUsed = usedPersons(plan);
  return plan.people.all.flatMap((draft): Entry[] => {
    const { id, known, values, snilsIndex, newSnils } = draft;
    if (known === null) return isUsed.has(id) ? [made('person', id, { ...values, snilsIndex })] : [];
    const changes = changesOf(draft).filter(({ field }) => field !== 'snils');
    const seal = newSnils === null ? null : { snilsIndex };
    if (changes.length === 0 && seal === null) return [];
    const old = { ...valuesOf(changes, 'old'), ...(seal && { snilsIndex: known.snilsIndex }) };
    return [changed('person', id, { old, now: { ...valuesOf(changes, 'new'), ...seal } })];
  });
}

const valuesOf = (
  changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[],
  side: 'old' | 'new',
): Values => Object.fromEntries(changes.map((change): [string, Value] => [change.field, change[side]]));

/** What whoever is admitted, moved or taken on had before: the rest was written since. */
function knownEntries({ before: { roster, roles }, writes }: Plan): readonly Entry[] {
  const studentOf = new Map(
    [...roster.admissions, ...roster.memberships].map((one) => [one.id, one.studentId]),
  );
  const touched = new Set([
    ...[...writes.admissions, ...writes.memberships].map(({ studentId }) => studentId),
    ...[...writes.changedAdmissions, ...writes.endedAdmissions, ...writes.endedMemberships].flatMap(
      ({ id }) => studentOf.get(id) ?? [],
    ),
    ...writes.staff.map(({ personId }) => personId),
  ]);
  const idsBy = <Row>(rows: readonly Row[], personOf: (row: Row) => string, idOf: (row: Row) => string) => {
    const grouped = Map.groupBy(rows, personOf);
    return (personId: string) => (grouped.get(personId) ?? []).map(idOf);
  };
  const own = {
    admissions: idsBy(
      roster.admissions,
      (one) => one.studentId,
      (one) => one.id,
    ),
    memberships: idsBy(
      roster.memberships,
      (one) => one.studentId,
      (one) => one.id,
    ),
    guardianships: idsBy(
      roster.guardianships,
      (one) => one.studentId,
      (one) => one.id,
    ),
    roles: idsBy(
      roles,
      (one) => one.personId,
      (one) => one.id,
    ),
    teachers: idsBy(
      roster.teachers,
      (one) => one.staffId,
      (one) => one.id,
    ),
    homerooms: idsBy(
      roster.homerooms,
      (one) => one.staffId,
      (one) => one.id,
    ),
  };
  return [...touched].map((personId) =>
    made('known', personId, Object.fromEntries(Object.entries(own).map(([of, ids]) => [of, ids(personId)]))),
  );
}

function studentEntries({ before: { roster }, writes }: Plan): readonly Entry[] {
  const admissions = byId(roster.admissions);
  const memberships = byId(roster.memberships);
  const papers = ({ startDate, fileNumber, orderNumber }: Papers) => ({ startDate, fileNumber, orderNumber });
  return [
    ...writes.admissions.map(({ id, ...row }) => made('admission', id, { ...row, endDate: null })),
    ...writes.changedAdmissions.flatMap(({ id, ...now }) => {
      const known = admissions.get(id);
      if (!known) return [];
      return [changed('admission', id, { old: papers(known), now, whose: { studentId: known.studentId } })];
    }),
    ...writes.endedAdmissions.flatMap((ending) =>
      ended('admission', ending, { known: admissions, keys: ['studentId'] }),
    ),
    ...writes.memberships.map(({ id, ...row }) => made('membership', id, { ...row, endDate: null })),
    ...writes.endedMemberships.flatMap((ending) =>
      ended('membership', ending, { known: memberships, keys: ['studentId', 'groupId'] }),
    ),
  ];
}

type Papers = {
  readonly startDate: string;
  readonly fileNumber: string | null;
  readonly orderNumber: string | null;
};

function guardianEntries({ before: { roster }, writes }: Plan): readonly Entry[] {
  const guardianships = byId(roster.guardianships);
  return [
    ...writes.guardianships.map(({ id, ...row }) =>
      made('guardianship', id, { ...row, endDate: null, version: 1 }),
    ),
    ...writes.changedKinships.flatMap(({ id, kinship }) => {
      const known = guardianships.get(id);
      if (!known) return [];
      const { guardianId, studentId, version } = known;
      const whose = { guardianId, studentId, version };
      return [changed('guardianship', id, { old: { kinship: known.kinship }, now: { kinship }, whose })];
    }),
    ...writes.endedGuardianships.flatMap((ending) =>
      ended('guardianship', ending, { known: guardianships, keys: ['guardianId', 'studentId', 'version'] }),
    ),
  ];
}

function structureEntries({ structure, writes }: Plan): readonly Entry[] {
  return [
    ...structure.newClasses.map(({ id, groupId, grade, letter }) =>
      made('class', id, { groupId, grade, letter }),
    ),
    ...structure.newGroups.map(({ id, kind, name, classIds }) => made('group', id, { kind, name, classIds })),
    ...writes.subjects.map(({ id, name }) => made('subject', id, { name })),
  ];
}

function staffEntries({ before, writes, date }: Plan, roleIds: readonly string[]): readonly Entry[] {
  const posts = new Map(before.roster.staff.map((post) => [post.personId, post]));
  const homerooms = byId(before.roster.homerooms);
  return [
    ...writes.staff.map(({ personId, ...post }) => made('staff', personId, post)),
    ...writes.changedStaff.flatMap(({ personId, ...now }) => {
      const known = posts.get(personId);
      if (!known) return [];
      const { position, staffNumber, startDate, endDate } = known;
      return [changed('staff', personId, { old: { position, staffNumber, startDate, endDate }, now })];
    }),
    ...writes.roles.map((grant, at) => made('role', roleIds[at] ?? '', grant)),
    ...writes.endedRoles.map(({ id, personId, role, endDate }) =>
      changed('role', id, { old: { endDate }, now: { endDate: date }, whose: { personId, role } }),
    ),
    ...writes.homerooms.map(({ id, ...row }) => made('homeroom', id, { ...row, endDate: null })),
    ...writes.endedHomerooms.flatMap((ending) =>
      ended('homeroom', ending, { known: homerooms, keys: ['classId', 'staffId'] }),
    ),
  ];
}

function loadEntries({ before: { roster }, writes }: Plan): readonly Entry[] {
  const assignments = byId(roster.assignments);
  const teachers = byId(roster.teachers);
  return [
    ...writes.assignments.map(({ id, groupId, subjectId, hoursTenths }) =>
      made('assignment', id, { groupId, subjectId, hoursTenths, isRetired: false }),
    ),
    ...writes.changedAssignments.flatMap(({ id, hoursTenths, retiredAt }) => {
      const known = assignments.get(id);
      if (!known) return [];
      const { groupId, subjectId } = known;
      const old = { hoursTenths: known.hoursTenths, isRetired: known.isRetired };
      const now = { hoursTenths, isRetired: retiredAt !== null };
      return [changed('assignment', id, { old, now, whose: { groupId, subjectId } })];
    }),
    ...writes.teachers.map(({ id, endDate = null, ...row }) => made('teacher', id, { ...row, endDate })),
    ...writes.endedTeachers.flatMap((ending) =>
      ended('teacher', ending, { known: teachers, keys: ['assignmentId', 'staffId'] }),
    ),
  ];
}

/** A fact that got its last day; `keys` say whose it is. */
function ended<Row extends { readonly id: string; readonly endDate: string | null }>(
  fact: Entry['fact'],
  { id, endDate }: { readonly id: string; readonly endDate: string | null },
  {
    known,
    keys,
  }: { readonly known: ReadonlyMap<string, Row>; readonly keys: readonly (keyof Row & string)[] },
): readonly Entry[] {
  const row = known.get(id);
  if (!row) return [];
  const whose = Object.fromEntries(keys.map((key) => [key, row[key] as Value]));
  return [changed(fact, id, { old: { endDate: row.endDate }, now: { endDate }, whose })];
}
