import type { Subject } from '#modules/curriculum/index.ts';
import type { HeldRole } from '#modules/identity/index.ts';
import { className, fullName, type RosterSnapshot } from '#modules/roster/index.ts';
import type { KnownLesson, Template } from '#modules/timetable/index.ts';
import type { Entry, Fact, Value, Values } from '../import-journal/entry-rules.ts';
import type { DifferenceOf } from '../roster-import/difference.ts';
import type { Change } from '../roster-import/people.ts';

export type UndoOf = DifferenceOf | 'role' | 'room' | 'bells' | 'template' | 'lessons';

/** Why something an import did stays; `kept` of the words says each in a sentence. */
export type KeptReason =
  | 'changed'
  | 'moved'
  | 'entries'
  | 'account'
  | 'guardian'
  | 'works'
  | 'roles'
  | 'teaches'
  | 'leads'
  | 'members'
  | 'pages'
  | 'lessons'
  | 'specialDays'
  | 'together'
  | 'byHand'
  | 'outside'
  | 'useful';

export type Kept = {
  readonly of: UndoOf;
  readonly name: string;
  readonly reason: KeptReason;
  readonly facts: Readonly<Record<string, string | number>>;
};

/** What goes back: `removed` = the import made it, `restored` = it changed or ended it. Fields: what stands → what will. */
export type Back = {
  readonly kind: 'removed' | 'restored';
  readonly of: UndoOf;
  readonly name: string;
  readonly fields: readonly Change[];
  /** Of lessons: how many. */
  readonly count?: number;
};

/** What goes back as one, or stays as one. */
export type Unit = {
  readonly key: string;
  readonly back: Back;
  readonly entries: readonly Entry[];
  /** Why it stays by itself. */
  readonly reason: { readonly code: KeptReason; readonly facts?: Kept['facts'] } | null;
  /** Keys of units that stay when this one does. */
  readonly holds: readonly string[];
};

/** The school as it is now. */
export type Present = {
  readonly roster: RosterSnapshot;
  readonly roles: readonly HeldRole[];
  readonly subjects: readonly Subject[];
  readonly templates: readonly Template[];
  readonly lessons: readonly KnownLesson[];
};

/** What others wrote since. */
export type Uses = {
  /** Persons whose account or slip was made since. */
  readonly access: ReadonlySet<string>;
  /** Entries by student. */
  readonly entries: ReadonlyMap<string, number>;
  /** By page: lessons in the timetable but for those that go, and works, homework and lesson records. */
  readonly pages: ReadonlyMap<string, { readonly lessons: number; readonly entries: number }>;
  /** What new teachers wrote on pages that stood before; key `page|staff`. */
  readonly teachers: ReadonlyMap<string, number>;
  /** Staff who substitute or are recorded away. */
  readonly staff: ReadonlySet<string>;
  /** Classes with special days of their own. */
  readonly classes: ReadonlySet<string>;
  /** Lessons with entries. */
  readonly lessons: ReadonlySet<string>;
};

export type Ledger = ReturnType<typeof ledgerOf>;

/** The journal of an import beside the school as it is now. */
export function ledgerOf(entries: readonly Entry[], present: Present) {
  const { roster } = present;
  const byFact = Map.groupBy(entries, ({ fact }) => fact);
  const keys = new Set(entries.map(({ fact, id }) => `${fact} ${id}`));
  const rows = indexRows(present);
  const persons = new Map(roster.persons.map((person) => [person.id, person]));
  const classes = new Map(roster.classes.map((one) => [one.id, className(one)]));
  const groups = new Map(roster.groups.map((group) => [group.id, group]));
  const subjects = new Map(present.subjects.map(({ id, name }) => [id, name]));
  const row = (fact: Fact, id: string) => rows.get(fact)?.get(id);
  const groupName = (id: string) => {
    const group = groups.get(id);
    return (group?.kind === 'class' ? classes.get(group.classIds[0] ?? '') : group?.name) ?? '';
  };
  return {
    present,
    row,
    of: (fact: Fact): readonly Entry[] => byFact.get(fact) ?? [],
    has: (fact: Fact, id: string) => keys.has(`${fact} ${id}`),
    /** Does the row still stand as the import left it? */
    isSame: ({ fact, id, new: now }: Entry) => {
      const stands = row(fact, id);
      // A template out of use is in no list.
      if (!stands) return fact === 'template' && now['isRetired'] === true;
      return Object.entries(now).every(([field, value]) => isEqual(stands[field] ?? null, value));
    },
    person: (id: string) => {
      const person = persons.get(id);
      return person ? fullName(person) : '';
    },
    className: (id: string) => classes.get(id) ?? '',
    groupName,
    pageName: (assignmentId: string) => {
      const page = row('assignment', assignmentId);
      return `${groupName(String(page?.['groupId']))}, ${subjects.get(String(page?.['subjectId'])) ?? ''}`;
    },
  };
}

function isEqual(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item) => other.includes(item));
}

function indexRows({ roster, roles, subjects, templates, lessons }: Present) {
  const index = <Row extends object>(list: readonly Row[], idOf: (row: Row) => string) =>
    new Map(list.map((row) => [idOf(row), row as Values]));
  const byOwnId = <Row extends { readonly id: string }>(list: readonly Row[]) => index(list, ({ id }) => id);
  const whole = new Map(
    roster.groups.flatMap(({ id, kind, classIds }) =>
      kind === 'class' ? [[classIds[0] ?? '', id] as const] : [],
    ),
  );
  return new Map<Fact, ReadonlyMap<string, Values>>([
    ['person', byOwnId(roster.persons)],
    ['admission', byOwnId(roster.admissions)],
    ['membership', byOwnId(roster.memberships)],
    ['guardianship', byOwnId(roster.guardianships)],
    ['class', byOwnId(roster.classes.map((one) => ({ ...one, groupId: whole.get(one.id) ?? '' })))],
    ['group', byOwnId(roster.groups)],
    ['staff', index(roster.staff, ({ personId }) => personId)],
    ['homeroom', byOwnId(roster.homerooms)],
    ['role', byOwnId(roles)],
    ['subject', byOwnId(subjects)],
    ['assignment', byOwnId(roster.assignments)],
    ['teacher', byOwnId(roster.teachers)],
    ['template', byOwnId(templates.map((one) => ({ ...one, isRetired: false, cards: null })))],
    ['lesson', byOwnId(lessons.map((one) => ({ ...one, leftPlaces: null })))],
  ]);
}

/** Who goes back and who stays: whatever a unit that stays needs stays with it. */
export function settle(units: readonly Unit[]): {
  readonly back: readonly Unit[];
  readonly kept: readonly Kept[];
} {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const kept = new Map<string, Kept>();
  const queue: Unit[] = [];
  const keep = (unit: Unit, code: KeptReason, facts: Kept['facts']) => {
    if (kept.has(unit.key)) return;
    kept.set(unit.key, { of: unit.back.of, name: unit.back.name, reason: code, facts });
    queue.push(unit);
  };
  for (const unit of units) if (unit.reason) keep(unit, unit.reason.code, unit.reason.facts ?? {});
  for (let unit = queue.shift(); unit; unit = queue.shift())
    for (const key of unit.holds) {
      const held = byKey.get(key);
      if (held) keep(held, 'together', { with: unit.back.name });
    }
  return { back: units.filter(({ key }) => !kept.has(key)), kept: [...kept.values()] };
}
