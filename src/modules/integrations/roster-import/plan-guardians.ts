import { addDays } from '#modules/organisation/index.ts';
import { fullName, type RosterSnapshot } from '#modules/roster/index.ts';
import { uuidv7 } from '#platform/ids.ts';
import type { FileGuardian } from '../roster-file/read-rows.ts';
import { changesOf, nameKey, type Draft } from './people.ts';
import type { Placed } from './plan-students.ts';
import { isCurrent, type Plan } from './plan.ts';

type Known = ReadonlyMap<string, RosterSnapshot['guardianships']>;

/** Guardians of the placed students; one guardian of several children is one person. */
export function planGuardians(plan: Plan, students: readonly Placed[], known: Known): void {
  const seen = new Set<string>();
  const news = new Map<string, { readonly draft: Draft; readonly children: string[] }>();
  for (const student of students) {
    if (student.row.guardians.length === 0) continue;
    const all = known.get(student.draft.id) ?? [];
    const current = all.filter((one) => isCurrent(one, plan.date));
    const named = new Set<string>();
    for (const guardian of student.row.guardians) {
      const draft = plan.people.take(
        guardian,
        { otherwise: (person) => sameGuardian(plan, person, all) },
        plan.report,
      );
      if (!draft) continue;
      if (named.has(draft.id)) {
        plan.report('row.double', guardian.at, { other: student.row.at, name: fullName(guardian) });
        continue;
      }
      named.add(draft.id);
      if (draft.known === null) {
        const entry = news.get(draft.id) ?? { draft, children: [] };
        entry.children.push(fullName(student.draft.values));
        news.set(draft.id, entry);
      }
      relate(plan, { guardian, draft, student }, current);
      seen.add(draft.id);
    }
    for (const one of current) {
      if (named.has(one.guardianId) || named.size === 0) continue;
      end(plan, one, student);
    }
  }
  for (const { draft, children } of news.values())
    plan.differences.push({
      kind: 'new',
      of: 'guardian',
      name: fullName(draft.values),
      fields: [{ field: 'children', old: null, new: children.join(', ') }],
    });
  for (const id of seen) {
    const draft = plan.people.get(id);
    if (!draft || draft.known === null) continue;
    const changes = changesOf(draft);
    if (changes.length === 0) plan.unchanged += 1;
    else
      plan.differences.push({
        kind: 'changed',
        of: 'guardian',
        name: fullName(draft.values),
        fields: changes,
      });
  }
}

type Current = RosterSnapshot['guardianships'];

/** By name and telephone, else the student's own guardian of that name, now or before, else by name and date of birth. */
function sameGuardian(
  plan: Plan,
  person: Parameters<Plan['people']['byPhone']>[0],
  all: Current,
): Draft | undefined {
  const byPhone = plan.people.byPhone(person);
  if (byPhone) return byPhone;
  const own = all
    .map(({ guardianId }) => plan.people.get(guardianId))
    .find((draft) => draft !== undefined && nameKey(draft.values) === nameKey(person));
  return own ?? plan.people.byBirth(person);
}

function relate(
  plan: Plan,
  { guardian, draft, student }: { guardian: FileGuardian; draft: Draft; student: Placed },
  current: Current,
): void {
  const known = current.find(({ guardianId }) => guardianId === draft.id);
  const name = `${fullName(draft.values)} — ${fullName(student.draft.values)}`;
  if (known) {
    if (known.kinship === guardian.kinship) return;
    plan.writes.changedKinships.push({ id: known.id, kinship: guardian.kinship });
    plan.concerned.add(draft.id);
    plan.differences.push({
      kind: 'changed',
      of: 'guardian',
      name,
      fields: [{ field: 'kinship', old: known.kinship, new: guardian.kinship }],
    });
    return;
  }
  const { start } = plan.before.frame.year;
  plan.writes.guardianships.push({
    id: uuidv7(),
    guardianId: draft.id,
    studentId: student.draft.id,
    kinship: guardian.kinship,
    startDate: plan.date < start ? plan.date : start,
  });
  plan.concerned.add(draft.id);
  if (draft.known !== null)
    plan.differences.push({
      kind: 'new',
      of: 'guardian',
      name,
      fields: [{ field: 'kinship', old: null, new: guardian.kinship }],
    });
}

function end(plan: Plan, one: Current[number], student: Placed): void {
  const draft = plan.people.get(one.guardianId);
  plan.writes.endedGuardianships.push({ id: one.id, endDate: addDays(plan.date, -1) });
  plan.concerned.add(one.guardianId);
  plan.differences.push({
    kind: 'retired',
    of: 'guardian',
    name: `${draft ? fullName(draft.values) : ''} — ${fullName(student.draft.values)}`,
    fields: [],
  });
}
