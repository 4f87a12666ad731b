import { subjectFinder } from '#modules/curriculum/index.ts';
import { addDays } from '#modules/organisation/index.ts';
import { className, fullName } from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { FileStudent, Rows } from '../roster-file/read-rows.ts';
import type { Change, Draft } from './people.ts';
import { changesOf } from './people.ts';
import { subjectFault } from './plan-load.ts';
import { planGuardians } from './plan-guardians.ts';
import { hasBeen, isCurrent, type Plan } from './plan.ts';
import type { ClassDraft } from './structure.ts';

export type Placed = { readonly row: FileStudent; readonly draft: Draft; readonly schoolClass: ClassDraft };

/** Admissions, classes, subgroups and guardians of the students in the files; who is in none of them leaves. */
export function planStudents(plan: Plan, { rows, bad }: Rows<FileStudent>): void {
  const known = indexOf(plan);
  const placed = rows.flatMap((row) => (knowsSubjects(plan, row, known) ? (place(plan, row) ?? []) : []));
  const claimed = new Map<string, FileStudent>();
  const kept: Placed[] = [];
  for (const one of placed) {
    const other = claimed.get(one.draft.id);
    if (other) reportDouble(plan, one.row, other);
    else kept.push(one);
    claimed.set(one.draft.id, other ?? one.row);
  }
  for (const student of kept) planStudent(plan, student, known);
  planGuardians(plan, kept, known.guardianships);
  retireAbsent(plan, { kept, claimed, bad: bad + rows.length - placed.length }, known);
}

type Known = ReturnType<typeof indexOf>;

function indexOf({ before: { roster, subjects } }: Plan) {
  return {
    subject: subjectFinder(subjects),
    admissions: Map.groupBy(roster.admissions, ({ studentId }) => studentId),
    memberships: Map.groupBy(roster.memberships, ({ studentId }) => studentId),
    guardianships: Map.groupBy(roster.guardianships, ({ studentId }) => studentId),
    isFirst: !roster.admissions.some(hasBeen),
  };
}

/** A row with a subject the school does not have is wrong as a whole: a student without the subgroup would be half of it. */
function knowsSubjects(plan: Plan, { subgroups }: FileStudent, known: Known): boolean {
  const unknown = (subgroups ?? []).filter(({ subject }) => !known.subject(subject));
  for (const { subject, at } of unknown) subjectFault(plan, subject, at);
  return unknown.length === 0;
}

function place(plan: Plan, row: FileStudent): Placed | null {
  const draft = plan.people.take(row, { otherwise: plan.people.byBirth }, plan.report);
  if (!draft) return null;
  const known = plan.structure.classNamed(row.schoolClass);
  if (!known)
    plan.differences.push({ kind: 'new', of: 'class', name: className(row.schoolClass), fields: [] });
  return { row, draft, schoolClass: known ?? plan.structure.openClass(row.schoolClass) };
}

/** The same row twice is told; two rows that disagree about one person stop the import. */
function reportDouble(plan: Plan, row: FileStudent, other: FileStudent): void {
  const differs = (['lastName', 'firstName', 'middleName', 'birthDate', 'snils', 'fileNumber'] as const).find(
    (field) => row[field] !== null && other[field] !== null && row[field] !== other[field],
  );
  const field = className(row.schoolClass) === className(other.schoolClass) ? differs : 'class';
  plan.report(field ? 'row.conflict' : 'row.double', row.at, {
    other: other.at,
    name: fullName(row),
    ...(field ? { field } : {}),
  });
}

function planStudent(plan: Plan, student: Placed, known: Known): void {
  const { row, draft, schoolClass } = student;
  const { year } = plan.before.frame;
  const admission = known.admissions.get(draft.id)?.find((one) => isCurrent(one, plan.date));
  const start = row.admissionDate ?? (known.isFirst || plan.date < year.start ? year.start : plan.date);
  const papers = { fileNumber: row.fileNumber, orderNumber: row.orderNumber };
  const changes: Change[] = [...changesOf(draft)];
  if (!admission) {
    plan.writes.admissions.push({ id: uuidv7(), studentId: draft.id, startDate: start, ...papers });
    plan.differences.push({
      kind: 'new',
      of: 'student',
      name: fullName(draft.values),
      fields: [{ field: 'class', old: null, new: className(schoolClass) }],
    });
  } else {
    const next = {
      id: admission.id,
      startDate: row.admissionDate ?? admission.startDate,
      fileNumber: papers.fileNumber ?? admission.fileNumber,
      orderNumber: papers.orderNumber ?? admission.orderNumber,
    };
    const fields = [
      ['admissionDate', admission.startDate, next.startDate],
      ['fileNumber', admission.fileNumber, next.fileNumber],
      ['orderNumber', admission.orderNumber, next.orderNumber],
    ] as const;
    const changed = fields.filter(([, old, now]) => old !== now);
    if (changed.length > 0) plan.writes.changedAdmissions.push(next);
    changes.push(...changed.map(([field, old, now]) => ({ field, old, new: now })));
  }
  // A newcomer's groups begin with the school year at the earliest; one who changes groups does so on the day of the file.
  const from = admission ? plan.date : start < year.start ? year.start : start;
  changes.push(...planGroups(plan, student, { known, from }));
  if (!admission) return;
  if (changes.length === 0) plan.unchanged += 1;
  else
    plan.differences.push({ kind: 'changed', of: 'student', name: fullName(draft.values), fields: changes });
}

function planGroups(
  plan: Plan,
  { row, draft, schoolClass }: Placed,
  { known, from }: { known: Known; from: string },
): readonly Change[] {
  const { structure, writes } = plan;
  const current = (known.memberships.get(draft.id) ?? []).filter((one) => isCurrent(one, plan.date));
  const wanted = new Map([[schoolClass.groupId, className(schoolClass)]]);
  const namedTags = new Set<string>();
  for (const { subject: written, label } of row.subgroups ?? []) {
    const subject = known.subject(written);
    if (!subject) continue;
    namedTags.add(subject.name);
    const before = structure.newGroups.length;
    const group = structure.subgroup([schoolClass], subject.name, label);
    if (structure.newGroups.length > before)
      plan.differences.push({ kind: 'new', of: 'group', name: group.name, fields: [] });
    wanted.set(group.id, group.name);
  }
  const leaves: string[] = [];
  for (const membership of current) {
    const group = structure.groupById(membership.groupId);
    if (!group || wanted.has(group.id)) continue;
    const isElsewhere = !group.classIds.includes(schoolClass.id);
    const isOtherPart = group.divisionTag !== null && namedTags.has(group.divisionTag);
    if (!isElsewhere && !isOtherPart) continue;
    writes.endedMemberships.push({ id: membership.id, endDate: addDays(plan.date, -1) });
    leaves.push(group.name);
  }
  const joins = [...wanted].filter(([groupId]) => !current.some((one) => one.groupId === groupId));
  for (const [groupId] of joins)
    writes.memberships.push({ id: uuidv7(), groupId, studentId: draft.id, startDate: from });
  if (leaves.length + joins.length === 0) return [];
  return [
    {
      field: 'groups',
      old: leaves.join('; ') || null,
      new: joins.map(([, name]) => name).join('; ') || null,
    },
  ];
}

/**
 * Who is in a class the files name and in no row leaves on the day of the files. Classes the files do not name stay
 * as they are, and while a row could not be read nobody leaves: it may be theirs.
 */
function retireAbsent(
  plan: Plan,
  { kept, claimed, bad }: { kept: readonly Placed[]; claimed: ReadonlyMap<string, FileStudent>; bad: number },
  known: Known,
): void {
  const named = new Set(kept.map(({ schoolClass }) => schoolClass.id));
  const untouched = plan.before.roster.classes.filter(({ id }) => !named.has(id));
  if (untouched.length > 0 && kept.length > 0)
    plan.report('classes.untouched', kept[0]?.row.at ?? '', { classes: untouched.map(className).join(', ') });
  let keptBack = 0;
  for (const [studentId, memberships] of known.memberships) {
    if (claimed.has(studentId)) continue;
    const admission = known.admissions.get(studentId)?.find((one) => isCurrent(one, plan.date));
    const current = memberships.filter((one) => isCurrent(one, plan.date));
    const isNamed = current.some(({ groupId }) => {
      const group = plan.structure.groupById(groupId);
      return group?.kind === 'class' && group.classIds.some((id) => named.has(id));
    });
    const draft = plan.people.get(studentId);
    if (!admission || !isNamed || !draft) continue;
    if (bad > 0) {
      keptBack += 1;
      continue;
    }
    plan.writes.endedAdmissions.push({ id: admission.id, endDate: plan.date });
    for (const { id } of current) plan.writes.endedMemberships.push({ id, endDate: plan.date });
    plan.concerned.add(studentId);
    plan.differences.push({ kind: 'retired', of: 'student', name: fullName(draft.values), fields: [] });
  }
  if (keptBack > 0) plan.report('rows.keptBack', kept[0]?.row.at ?? '', { count: keptBack });
}
