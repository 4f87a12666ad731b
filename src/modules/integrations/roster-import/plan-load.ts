import { subjectFinder, type Subject } from '#modules/curriculum/index.ts';
import { addDays } from '#modules/organisation/index.ts';
import { className, type KnownAssignment } from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { FileLoad, Rows } from '../roster-file/read-rows.ts';
import { nearest } from './nearest.ts';
import { giveRole, nameOf } from './plan-staff.ts';
import { hasBeen, isCurrent, type Plan } from './plan.ts';
import { staffFinder } from './staff-finder.ts';
import type { ClassDraft, GroupDraft } from './structure.ts';

type Wanted = {
  readonly row: FileLoad;
  readonly group: GroupDraft;
  readonly subject: Subject;
  readonly staffId: string;
};

/** Journal pages and their teachers; a page of a named class that is in no row is retired, its entries stay. */
export function planLoad(plan: Plan, { rows, bad }: Rows<FileLoad>): void {
  const findStaff = staffFinder(staffNames(plan));
  const wanted = new Map<string, Wanted>();
  const named = new Set<string>();
  let refused = bad;
  for (const row of rows) {
    const one = wantedOf(plan, row, findStaff);
    if (!one) {
      refused += 1;
      continue;
    }
    for (const id of one.group.classIds) named.add(id);
    const key = [one.group.id, one.subject.id, row.journalKind].join('|');
    const other = wanted.get(key);
    if (!other) wanted.set(key, one);
    else
      plan.report(other.staffId === one.staffId ? 'row.double' : 'row.conflict', row.at, {
        other: other.row.at,
        name: `${one.group.name}, ${one.subject.name}`,
        ...(other.staffId === one.staffId ? {} : { field: 'teacher' }),
      });
  }
  const known = new Map(
    plan.before.roster.assignments.map((one) => [
      [one.groupId, one.subjectId, one.journalKind].join('|'),
      one,
    ]),
  );
  for (const [key, one] of wanted) planPage(plan, one, known.get(key));
  reportEmptyGroups(plan, wanted.values());
  if (refused > 0) return;
  for (const [key, one] of known) {
    const group = plan.structure.groupById(one.groupId);
    if (wanted.has(key) || one.isRetired || !group?.classIds.every((id) => named.has(id))) continue;
    retire(plan, one, group);
  }
}

function staffNames(plan: Plan) {
  const ids = [
    ...plan.before.roster.staff.filter((post) => isCurrent(post, plan.date)),
    ...plan.writes.staff,
    // Who comes back.
    ...plan.writes.changedStaff.filter((post) => isCurrent(post, plan.date)),
  ].map(({ personId }) => personId);
  return [...new Set(ids)].flatMap((id) => {
    const draft = plan.people.get(id);
    return draft ? [{ id, ...draft.values }] : [];
  });
}

function wantedOf(plan: Plan, row: FileLoad, findStaff: ReturnType<typeof staffFinder>): Wanted | null {
  const classes = row.classes.map((name) => {
    const known = plan.structure.classNamed(name);
    if (!known) plan.report('class.absent', row.at, { value: className(name) });
    return known ?? null;
  });
  const teacher = findStaff(row.teacher);
  if (teacher.kind !== 'one') {
    const names = staffNames(plan).map(({ id }) => nameOf(plan, id));
    const near = nearest(row.teacher, names);
    plan.report(teacher.kind === 'none' ? 'teacher.unknown' : 'teacher.ambiguous', row.teacherAt, {
      value: row.teacher,
      ...(near === null ? {} : { near }),
    });
  }
  const subject = subjectOf(plan, row);
  if (!subject || teacher.kind !== 'one' || classes.some((one) => one === null)) return null;
  const group = groupOf(plan, { classes: classes.filter((one) => one !== null), subject, row });
  return group ? { row, group, subject, staffId: teacher.id } : null;
}

/** A subject of the school; one the school does not have yet is added, unless it looks like a slip of the pen. */
function subjectOf(plan: Plan, row: FileLoad): Subject | null {
  const all = [...plan.before.subjects, ...plan.writes.subjects];
  const known = subjectFinder(all)(row.subject);
  if (known) return known;
  const near = nearest(
    row.subject,
    all.map(({ name }) => name),
  );
  if (near !== null) {
    plan.report('subject.similar', row.subjectAt, { value: row.subject, near });
    return null;
  }
  const subject: Subject = subjectFinder(plan.before.retiredSubjects)(row.subject) ?? {
    id: uuidv7(),
    name: row.subject,
    shortName: row.subject.slice(0, 20),
    kind: row.journalKind,
  };
  plan.writes.subjects.push(subject);
  plan.differences.push({ kind: 'new', of: 'subject', name: subject.name, fields: [] });
  return subject;
}

export function subjectFault(plan: Plan, written: string, at: string): void {
  const near = nearest(
    written,
    [...plan.before.subjects, ...plan.writes.subjects].map(({ name }) => name),
  );
  plan.report('subject.unknown', at, { value: written, ...(near === null ? {} : { near }) });
}

function groupOf(
  plan: Plan,
  { classes, subject, row }: { classes: readonly ClassDraft[]; subject: Subject; row: FileLoad },
): GroupDraft | null {
  const { structure } = plan;
  const [first] = classes;
  if (!first) return null;
  if (row.label === '' && classes.length === 1) return structure.groupById(first.groupId) ?? null;
  const before = structure.newGroups.length;
  const group =
    row.label === ''
      ? structure.joined(classes, subject.name)
      : structure.subgroup(classes, subject.name, row.label);
  if (structure.newGroups.length === before) return group;
  plan.differences.push({ kind: 'new', of: 'group', name: group.name, fields: [] });
  if (classes.length > 1) fill(plan, group, classes);
  return group;
}

/** A group of several classes takes all their students, or those of their subgroups of the same name. */
function fill(plan: Plan, group: GroupDraft, classes: readonly ClassDraft[]): void {
  const sources = new Set(
    plan.structure.groups
      .filter((one) => one.id !== group.id && classes.some(({ id }) => one.classIds.includes(id)))
      .filter((one) =>
        group.label === ''
          ? one.kind === 'class'
          : one.divisionTag === group.divisionTag && one.label === group.label,
      )
      .map(({ id }) => id),
  );
  const leaving = new Set(plan.writes.endedMemberships.map(({ id }) => id));
  const current = plan.before.roster.memberships.filter(
    (one) => isCurrent(one, plan.date) && !leaving.has(one.id),
  );
  const students = new Map(
    [...current, ...plan.writes.memberships].flatMap((one) =>
      sources.has(one.groupId) ? [[one.studentId, one.startDate] as const] : [],
    ),
  );
  for (const [studentId, startDate] of students)
    plan.writes.memberships.push({ id: uuidv7(), groupId: group.id, studentId, startDate });
}

function planPage(
  plan: Plan,
  { row, group, subject, staffId }: Wanted,
  known: KnownAssignment | undefined,
): void {
  const name = `${group.name}, ${subject.name}`;
  const id = known?.id ?? uuidv7();
  if (!known) {
    plan.writes.assignments.push({
      id,
      groupId: group.id,
      subjectId: subject.id,
      journalKind: row.journalKind,
      scaleId: scaleOf(plan, row, group),
      hoursTenths: row.hoursTenths,
    });
    plan.differences.push({
      kind: 'new',
      of: 'assignment',
      name,
      fields: [{ field: 'teacher', old: null, new: nameOf(plan, staffId) }],
    });
  } else if (known.isRetired || known.hoursTenths !== row.hoursTenths) {
    plan.writes.changedAssignments.push({ id, hoursTenths: row.hoursTenths, retiredAt: null });
    plan.differences.push({
      kind: known.isRetired ? 'new' : 'changed',
      of: 'assignment',
      name,
      fields: [{ field: 'hours', old: String(known.hoursTenths / 10), new: String(row.hoursTenths / 10) }],
    });
  }
  giveRole(plan, staffId, 'teacher');
  const current = plan.before.roster.teachers.filter(
    (one) => one.assignmentId === id && isCurrent(one, plan.date),
  );
  if (current.some((one) => one.staffId === staffId)) {
    if (known && !known.isRetired && known.hoursTenths === row.hoursTenths) plan.unchanged += 1;
    return;
  }
  const ended = new Set(plan.writes.endedTeachers.map((ending) => ending.id));
  for (const one of current) {
    if (!ended.has(one.id)) plan.writes.endedTeachers.push({ id: one.id, endDate: addDays(plan.date, -1) });
    plan.concerned.add(one.staffId);
  }
  const isTaught = plan.before.roster.teachers.some((one) => one.assignmentId === id && hasBeen(one));
  const startDate = isTaught ? plan.date : plan.before.frame.year.start;
  plan.writes.teachers.push({ id: uuidv7(), assignmentId: id, staffId, startDate });
  plan.concerned.add(staffId);
  if (known)
    plan.differences.push({
      kind: 'changed',
      of: 'teacher',
      name,
      fields: [
        {
          field: 'teacher',
          old: current.map((one) => nameOf(plan, one.staffId)).join(', ') || null,
          new: nameOf(plan, staffId),
        },
      ],
    });
}

/** No marks in grade 1 and outside lessons; else the school's usual scale. */
export function scaleOf(
  plan: Pick<Plan, 'before' | 'structure'>,
  { journalKind }: { readonly journalKind: 'lesson' | 'extracurricular' },
  group: Pick<GroupDraft, 'classIds'>,
): string | null {
  const grades = group.classIds.map((id) => plan.structure.classById(id)?.grade ?? 0);
  if (journalKind === 'extracurricular' || grades.every((grade) => grade <= 1)) return null;
  return plan.before.frame.usualScaleId;
}

function reportEmptyGroups(plan: Plan, wanted: Iterable<Wanted>): void {
  const leaving = new Set(plan.writes.endedMemberships.map(({ id }) => id));
  const current = plan.before.roster.memberships.filter(
    (one) => isCurrent(one, plan.date) && !leaving.has(one.id),
  );
  const filled = new Set([...current, ...plan.writes.memberships].map(({ groupId }) => groupId));
  for (const { row, group } of wanted)
    if (!filled.has(group.id)) plan.report('group.empty', row.at, { group: group.name });
}

function retire(plan: Plan, one: KnownAssignment, group: GroupDraft): void {
  plan.writes.changedAssignments.push({
    id: one.id,
    hoursTenths: one.hoursTenths,
    retiredAt: new Date().toISOString(),
  });
  const ended = new Set(plan.writes.endedTeachers.map(({ id }) => id));
  for (const teacher of plan.before.roster.teachers) {
    if (teacher.assignmentId !== one.id || !isCurrent(teacher, plan.date) || ended.has(teacher.id)) continue;
    plan.writes.endedTeachers.push({ id: teacher.id, endDate: plan.date });
    plan.concerned.add(teacher.staffId);
  }
  const subject = plan.before.subjects.find(({ id }) => id === one.subjectId)?.name ?? '';
  plan.differences.push({ kind: 'retired', of: 'assignment', name: `${group.name}, ${subject}`, fields: [] });
}
