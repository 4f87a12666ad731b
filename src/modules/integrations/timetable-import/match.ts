import { subjectFinder, type Subject } from '#modules/curriculum/index.ts';
import {
  className,
  fullName,
  parseClassName,
  type KnownPerson,
  type RosterSnapshot,
} from '#modules/roster/index.ts';
import type { AscFile } from '../asc/read-asc.ts';
import { nearest } from '../roster-import/nearest.ts';
import { staffFinder } from '../roster-import/staff-finder.ts';
import type { Tell } from './finding.ts';

/** Names of the file → names of the school, for those that differ: `--map`. */
export type NameMap = Readonly<
  Partial<Record<'classes' | 'subjects' | 'teachers' | 'rooms', Readonly<Record<string, string>>>>
>;

export type Matches = {
  /** Ids of the file → ids of the school; what has no partner is missing. */
  readonly classes: ReadonlyMap<string, string>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly teachers: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly unmatchedTeachers: ReadonlyMap<string, { readonly name: string; readonly near: string | null }>;
};

type School = {
  readonly roster: RosterSnapshot;
  readonly subjects: readonly Subject[];
  readonly date: string;
};

type Named = { readonly id: string; readonly name: string; readonly short: string };

/** Finds the school's classes, subjects and teachers by what the file calls them; only what lessons use must be found. */
export function matchNames(
  file: AscFile,
  school: School,
  { map, tell }: { map: NameMap; tell: Tell },
): Matches {
  const used = usedIds(file);
  const classes = matched(file.classes, {
    map: map.classes,
    find: classFinder(school.roster),
    missing: (one) => {
      if (used.classes.has(one.id)) tell('match.class', withNear(one, school.roster.classes.map(className)));
    },
  });
  const subjects = matched(file.subjects, {
    map: map.subjects,
    find: subjectFinder(school.subjects),
    missing: (one) => {
      if (used.subjects.has(one.id))
        tell(
          'match.subject',
          withNear(
            one,
            school.subjects.map(({ name }) => name),
          ),
        );
    },
  });
  const staff = staffOf(school);
  const findStaff = staffFinder(staff);
  const unmatched = new Map<string, { name: string; near: string | null }>();
  const teachers = matched(
    file.teachers.map((one) => ({
      ...one,
      name: one.lastName === '' ? one.name : `${one.lastName} ${one.firstName}`,
    })),
    {
      map: map.teachers,
      find: (written) => {
        const match = findStaff(written);
        return match.kind === 'one' ? match.id : null;
      },
      missing: (one) =>
        unmatched.set(one.id, { name: one.name, near: nearest(one.name, staff.map(fullName)) }),
    },
  );
  return { classes, subjects, teachers, rooms: roomNames(file, map), unmatchedTeachers: unmatched };
}

function matched<Value>(
  list: readonly Named[],
  how: {
    readonly map: Readonly<Record<string, string>> | undefined;
    readonly find: (written: string) => Value | null;
    readonly missing: (one: Named) => void;
  },
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const one of list) {
    const given = how.map?.[one.name] ?? how.map?.[one.short];
    const value = given === undefined ? (how.find(one.name) ?? how.find(one.short)) : how.find(given);
    if (value === null) how.missing(one);
    else found.set(one.id, value);
  }
  return found;
}

function classFinder(roster: RosterSnapshot): (written: string) => string | null {
  const ids = new Map(roster.classes.map((one) => [className(one), one.id]));
  return (written) => {
    const parsed = parseClassName(written.replace(/\s*класс$/iu, ''));
    return parsed ? (ids.get(className(parsed)) ?? null) : null;
  };
}

function staffOf({ roster, date }: School): readonly KnownPerson[] {
  const persons = new Map(roster.persons.map((person) => [person.id, person]));
  return roster.staff
    .filter(({ endDate }) => endDate === null || endDate > date)
    .flatMap(({ personId }) => persons.get(personId) ?? []);
}

/** Rooms need no partner: one the school does not have is added under its short name. */
function roomNames(file: AscFile, map: NameMap): ReadonlyMap<string, string> {
  return new Map(
    file.rooms.map(({ id, name, short }) => {
      const own = short === '' ? name : short;
      return [id, map.rooms?.[name] ?? map.rooms?.[short] ?? own];
    }),
  );
}

function usedIds(file: AscFile) {
  const placed = new Set(file.cards.map(({ lessonId }) => lessonId));
  const lessons = file.lessons.filter(({ id }) => placed.has(id));
  return {
    classes: new Set(lessons.flatMap(({ classIds }) => classIds)),
    subjects: new Set(lessons.map(({ subjectId }) => subjectId)),
  };
}

function withNear({ name }: Named, candidates: readonly string[]) {
  const near = nearest(name, candidates);
  return { name, ...(near === null ? {} : { near }) };
}
