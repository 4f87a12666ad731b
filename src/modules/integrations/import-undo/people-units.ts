import type { Entry, Values } from '../import-journal/entry-rules.ts';
import { hasBeen } from '../roster-import/plan.ts';
import type { Change } from '../roster-import/people.ts';
import type { Kept, Ledger, Unit, UndoOf, Uses } from './units.ts';

export const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);
export const idOf = (values: Values, field: string) => String(values[field]);

/** Students, guardians and persons an import wrote. */
export function peopleUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  return [...studentUnits(ledger, uses), ...guardianshipUnits(ledger, uses)];
}

/** Was somebody the import brought written anew by hand? */
export function isTouched(ledger: Ledger, personId: string): boolean {
  return ledger
    .of('person')
    .some((entry) => entry.id === personId && entry.old === null && !ledger.isSame(entry));
}

/** Rows of a person that stand and are neither of before the import nor its own. */
export function since<
  Row extends { readonly id: string; readonly startDate: string; readonly endDate: string | null },
>(
  ledger: Ledger,
  rows: readonly Row[],
  of: { readonly fact: Entry['fact']; readonly before: unknown },
): readonly Row[] {
  const before = new Set(Array.isArray(of.before) ? (of.before as string[]) : []);
  return rows.filter((row) => hasBeen(row) && !before.has(row.id) && !ledger.has(of.fact, row.id));
}

/** A student's place: admission, class and groups go back together. */
function studentUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  const { roster } = ledger.present;
  const places = Map.groupBy([...ledger.of('admission'), ...ledger.of('membership')], ({ new: now }) =>
    idOf(now, 'studentId'),
  );
  const known = new Map(ledger.of('known').map((entry) => [entry.id, entry.new]));
  const rowsOf = <Row extends { readonly studentId: string }>(rows: readonly Row[]) => {
    const grouped = Map.groupBy(rows, ({ studentId }) => studentId);
    return (studentId: string) => grouped.get(studentId) ?? [];
  };
  const [admissions, memberships] = [rowsOf(roster.admissions), rowsOf(roster.memberships)];
  const guardianships = rowsOf(roster.guardianships);
  const ownGuardianships = Map.groupBy(ledger.of('guardianship'), ({ new: now }) => idOf(now, 'studentId'));
  const classOfGroup = new Map(ledger.of('class').map(({ id, new: now }) => [now['groupId'], id]));
  return [...places].map(([studentId, entries]): Unit => {
    const before = known.get(studentId) ?? {};
    const isNew = entries.some(({ fact, old }) => fact === 'admission' && old === null);
    const joined = entries.filter(({ fact, old }) => fact === 'membership' && old === null);
    const isMoved =
      since(ledger, admissions(studentId), { fact: 'admission', before: before['admissions'] }).length > 0 ||
      since(ledger, memberships(studentId), { fact: 'membership', before: before['memberships'] }).length > 0;
    const hasGuardian =
      since(ledger, guardianships(studentId), { fact: 'guardianship', before: before['guardianships'] })
        .length > 0;
    const count = uses.entries.get(studentId) ?? 0;
    const reason = (): Unit['reason'] => {
      if (isTouched(ledger, studentId) || !entries.every(ledger.isSame)) return { code: 'changed' };
      if (isMoved) return { code: 'moved' };
      if (count > 0) return { code: 'entries', facts: { count } };
      if (isNew && uses.access.has(studentId)) return { code: 'account' };
      return isNew && hasGuardian ? { code: 'guardian' } : null;
    };
    const groupKeys = joined.map(({ new: now }) => {
      const classId = classOfGroup.get(now['groupId'] ?? null);
      return classId === undefined ? `group ${idOf(now, 'groupId')}` : `class ${classId}`;
    });
    const rights = isNew ? (ownGuardianships.get(studentId) ?? []) : [];
    return {
      key: `student ${studentId}`,
      back: {
        kind: isNew ? 'removed' : 'restored',
        of: 'student',
        name: ledger.person(studentId),
        fields: placeChanges(ledger, entries),
      },
      entries,
      reason: reason(),
      holds: [...groupKeys, ...rights.map(({ id }) => `guardianship ${id}`)],
    };
  });
}

function placeChanges(ledger: Ledger, entries: readonly Entry[]): readonly Change[] {
  const groups = (isMade: boolean) =>
    entries
      .filter(({ fact, old }) => fact === 'membership' && (old === null) === isMade)
      .map(({ new: now }) => ledger.groupName(idOf(now, 'groupId')))
      .toSorted((one, other) => one.localeCompare(other, 'ru'))
      .join('; ') || null;
  const [leaves, returns] = [groups(true), groups(false)];
  const papers = entries.filter(({ fact, old }) => fact === 'admission' && old !== null).flatMap(changesBack);
  const moves = leaves === null && returns === null ? [] : [{ field: 'groups', old: leaves, new: returns }];
  return [
    ...papers.map((one) => (one.field === 'startDate' ? { ...one, field: 'admissionDate' } : one)),
    ...moves,
  ];
}

/** What stands → what stood before. */
export function changesBack({ old, new: now }: Entry): readonly Change[] {
  return Object.entries(old ?? {}).flatMap(([field, before]) =>
    before === now[field] ? [] : [{ field, old: text(now[field]), new: text(before) }],
  );
}

function guardianshipUnits(ledger: Ledger, uses: Uses): readonly Unit[] {
  const admitted = new Set(
    ledger.of('admission').flatMap(({ old, new: now }) => (old === null ? [idOf(now, 'studentId')] : [])),
  );
  return ledger.of('guardianship').map((entry): Unit => {
    const { id, old, new: now } = entry;
    const [guardianId, studentId] = [idOf(now, 'guardianId'), idOf(now, 'studentId')];
    const isNew = old === null;
    const reason = (): Unit['reason'] => {
      if (!ledger.isSame(entry) || (isNew && isTouched(ledger, guardianId))) return { code: 'changed' };
      return isNew && uses.access.has(guardianId) ? { code: 'account' } : null;
    };
    return {
      key: `guardianship ${id}`,
      back: {
        kind: isNew ? 'removed' : 'restored',
        of: 'guardian',
        name: `${ledger.person(guardianId)} — ${ledger.person(studentId)}`,
        fields: isNew ? [] : changesBack(entry),
      },
      entries: [entry],
      reason: reason(),
      holds: isNew && admitted.has(studentId) ? [`student ${studentId}`] : [],
    };
  });
}

/** Fields of people that stood before: each goes back by itself unless somebody wrote it anew. */
export function personChanges(ledger: Ledger): {
  readonly units: readonly Unit[];
  readonly kept: readonly Kept[];
} {
  const units: Unit[] = [];
  const kept: Kept[] = [];
  for (const entry of ledger.of('person')) {
    if (entry.old === null) continue;
    const stands = ledger.row('person', entry.id) ?? {};
    const of = kindOf(ledger, entry.id);
    const name = ledger.person(entry.id);
    const own = Object.keys(entry.old).filter((field) => stands[field] === entry.new[field]);
    for (const field of Object.keys(entry.old))
      if (!own.includes(field) && stands[field] !== entry.old[field])
        kept.push({
          of,
          name,
          reason: 'changed',
          facts: { field: field === 'snilsIndex' ? 'snils' : field },
        });
    if (own.length === 0) continue;
    const pick = (values: Values) => Object.fromEntries(own.map((field) => [field, values[field] ?? null]));
    const narrowed = { ...entry, old: pick(entry.old), new: pick(entry.new) };
    units.push({
      key: `person ${entry.id}`,
      back: { kind: 'restored', of, name, fields: changesBack(narrowed).map(sealed) },
      entries: [narrowed],
      reason: null,
      holds: [],
    });
  }
  return { units, kept };
}

/** A SNILS is in no list, nor is its index. */
const sealed = (change: Change): Change =>
  change.field === 'snilsIndex' ? { field: 'snils', old: null, new: null } : change;

function kindOf({ present: { roster } }: Ledger, personId: string): UndoOf {
  if (roster.admissions.some(({ studentId }) => studentId === personId)) return 'student';
  return roster.staff.some((post) => post.personId === personId) ? 'staff' : 'guardian';
}
