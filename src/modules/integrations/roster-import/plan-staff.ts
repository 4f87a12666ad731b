import { rolesOfPosition } from '#modules/identity/index.ts';
import { addDays } from '#modules/organisation/index.ts';
import { className, fullName } from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { FileStaff, Rows } from '../roster-file/read-rows.ts';
import { changesOf, nameKey, type Change, type Draft } from './people.ts';
import { hasBeen, isCurrent, type Plan } from './plan.ts';

/** Staff with their roles and classes; who is in no row leaves. */
export function planStaff(plan: Plan, { rows, bad }: Rows<FileStaff>): void {
  const claimed = new Map<string, FileStaff>();
  let refused = bad;
  for (const row of rows) {
    const draft = plan.people.take(
      row,
      { otherwise: (person) => sameStaff(plan, { ...row, ...person }) },
      plan.report,
    );
    if (!draft) {
      refused += 1;
      continue;
    }
    const other = claimed.get(draft.id);
    if (other) {
      const isSame = other.position === row.position;
      plan.report(isSame ? 'row.double' : 'row.conflict', row.at, {
        other: other.at,
        name: fullName(row),
        ...(isSame ? {} : { field: 'position' }),
      });
      continue;
    }
    claimed.set(draft.id, row);
    planPost(plan, row, draft);
  }
  planHomerooms(plan, claimed);
  if (refused === 0 && rows.length > 0) retireAbsent(plan, claimed);
}

/** By staff number, by name and date of birth, else by a name nobody else on the staff bears. */
function sameStaff(plan: Plan, row: FileStaff): Draft | undefined {
  const { staff } = plan.before.roster;
  const byNumber =
    row.staffNumber === null ? undefined : staff.find(({ staffNumber }) => staffNumber === row.staffNumber);
  if (byNumber) return plan.people.get(byNumber.personId);
  const byBirth = plan.people.byBirth(row);
  if (byBirth) return byBirth;
  const namesakes = staff.flatMap(({ personId }) => {
    const draft = plan.people.get(personId);
    const isOther =
      draft?.values.birthDate != null && row.birthDate !== null && draft.values.birthDate !== row.birthDate;
    return draft && !isOther && nameKey(draft.values) === nameKey(row) ? [draft] : [];
  });
  return namesakes.length === 1 ? namesakes[0] : plan.people.byPhone(row);
}

function planPost(plan: Plan, row: FileStaff, draft: Draft): void {
  const known = plan.before.roster.staff.find(({ personId }) => personId === draft.id);
  const { start } = plan.before.frame.year;
  const name = fullName(draft.values);
  if (!known) {
    plan.writes.staff.push({
      personId: draft.id,
      position: row.position,
      staffNumber: row.staffNumber,
      startDate: plan.date < start ? plan.date : start,
      endDate: null,
    });
    plan.differences.push({
      kind: 'new',
      of: 'staff',
      name,
      fields: [{ field: 'position', old: null, new: row.position }],
    });
  } else {
    const next = {
      ...known,
      position: row.position,
      staffNumber: row.staffNumber ?? known.staffNumber,
      endDate: isCurrent(known, plan.date) ? known.endDate : null,
    };
    const changed: Change[] = (['position', 'staffNumber', 'endDate'] as const).flatMap((field) =>
      known[field] === next[field] ? [] : [{ field, old: known[field], new: next[field] }],
    );
    if (changed.length > 0) plan.writes.changedStaff.push(next);
    const changes = [...changesOf(draft), ...changed];
    if (changes.length === 0) plan.unchanged += 1;
    else plan.differences.push({ kind: 'changed', of: 'staff', name, fields: changes });
  }
  for (const role of rolesOfPosition(row.position)) giveRole(plan, draft.id, role);
}

/** Grants a role the person does not hold yet. */
export function giveRole(
  plan: Plan,
  personId: string,
  role: ReturnType<typeof rolesOfPosition>[number],
): void {
  const held = [...plan.before.roles, ...plan.writes.roles].some(
    (grant) => grant.personId === personId && grant.role === role && isCurrent(grant, plan.date),
  );
  if (held) return;
  const { start } = plan.before.frame.year;
  plan.writes.roles.push({ personId, role, startDate: plan.date < start ? plan.date : start, endDate: null });
  plan.concerned.add(personId);
}

function planHomerooms(plan: Plan, claimed: ReadonlyMap<string, FileStaff>): void {
  const taken = new Map<string, FileStaff>();
  for (const [staffId, row] of claimed) {
    for (const named of row.homeroom) {
      const schoolClass = plan.structure.classNamed(named);
      if (!schoolClass) {
        plan.report('class.absent', row.homeroomAt, { value: className(named) });
        continue;
      }
      const other = taken.get(schoolClass.id);
      if (other) {
        plan.report('homeroom.twice', row.homeroomAt, {
          value: className(named),
          other: other.at,
          name: fullName(other),
        });
        continue;
      }
      taken.set(schoolClass.id, row);
      const ofClass = plan.before.roster.homerooms.filter(
        (one) => one.classId === schoolClass.id && hasBeen(one),
      );
      const current = ofClass.filter((one) => isCurrent(one, plan.date));
      if (current.some((one) => one.staffId === staffId)) continue;
      for (const one of current) {
        plan.writes.endedHomerooms.push({ id: one.id, endDate: addDays(plan.date, -1) });
        plan.concerned.add(one.staffId);
      }
      const startDate = ofClass.length === 0 ? plan.before.frame.year.start : plan.date;
      plan.writes.homerooms.push({ id: uuidv7(), classId: schoolClass.id, staffId, startDate });
      plan.concerned.add(staffId);
      plan.differences.push({
        kind: current.length > 0 ? 'changed' : 'new',
        of: 'homeroom',
        name: className(named),
        fields: [
          {
            field: 'homeroom',
            old: current.map(({ staffId: id }) => nameOf(plan, id)).join(', ') || null,
            new: nameOf(plan, staffId),
          },
        ],
      });
    }
  }
}

function retireAbsent(plan: Plan, claimed: ReadonlyMap<string, FileStaff>): void {
  const { roster, roles } = plan.before;
  const handedOn = new Set(plan.writes.endedHomerooms.map(({ id }) => id));
  for (const post of roster.staff) {
    if (claimed.has(post.personId) || !isCurrent(post, plan.date)) continue;
    const isTheirs = (one: {
      readonly staffId: string;
      readonly startDate: string;
      readonly endDate: string | null;
    }) => one.staffId === post.personId && isCurrent(one, plan.date);
    plan.writes.changedStaff.push({ ...post, endDate: plan.date });
    for (const role of roles)
      if (role.personId === post.personId && isCurrent(role, plan.date)) plan.writes.endedRoles.push(role);
    for (const { id } of roster.homerooms.filter((one) => isTheirs(one) && !handedOn.has(one.id)))
      plan.writes.endedHomerooms.push({ id, endDate: plan.date });
    for (const { id } of roster.teachers.filter(isTheirs))
      plan.writes.endedTeachers.push({ id, endDate: plan.date });
    plan.concerned.add(post.personId);
    plan.differences.push({ kind: 'retired', of: 'staff', name: nameOf(plan, post.personId), fields: [] });
  }
}

export function nameOf(plan: Plan, personId: string): string {
  const draft = plan.people.get(personId);
  return draft ? fullName(draft.values) : '';
}
