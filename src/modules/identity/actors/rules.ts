import type { Actor, GuardianshipScope, StaffRole } from '#platform/actor.ts';
import type { peopleTopic } from '#platform/outbox/topics.ts';
import type { Reach } from '#platform/realtime/audience.ts';

/** A fact with dates; `endDate` is the last day included, null = open. */
export type Dated = { readonly startDate: string; readonly endDate: string | null };

type Names = { readonly lastName: string; readonly firstName: string; readonly middleName: string | null };
type SchoolClass = { readonly id: string; readonly grade: number; readonly letter: string };

/** A student as the family's right to it was written down. */
export type OwnStudent = Dated &
  Names & {
    /** The person who holds the right: the guardian, or the student itself. */
    readonly personId: string;
    readonly studentId: string;
    readonly kinship: 'self' | 'mother' | 'father' | 'grandmother' | 'grandfather' | 'guardian' | 'other';
    readonly scope: readonly GuardianshipScope[];
    /** Groups of the student: the class of a whole-class group, and the journal pages of each. */
    readonly groups: readonly (Dated & {
      readonly schoolClass: SchoolClass | null;
      readonly pageIds: readonly string[];
    })[];
  };

/** Everything of one school that an account's rights are made of, as stored: dates not yet applied. */
export type SchoolFacts = {
  readonly schoolId: number;
  readonly schoolName: string;
  readonly schoolShortName: string;
  readonly timeZone: string;
  /** From this date on those who lead the school need a second factor; null = nobody does. */
  readonly secondFactorFrom: string | null;
  /** Staff who sign in between these hours hear of it; the same hour twice = nobody does. */
  readonly nightFrom: number;
  readonly nightUntil: number;
  readonly persons: readonly (Names & { readonly personId: string })[];
  readonly roles: readonly (Dated & { readonly personId: string; readonly role: StaffRole })[];
  readonly homerooms: readonly (Dated & {
    readonly personId: string;
    readonly schoolClass: SchoolClass;
    readonly pageIds: readonly string[];
  })[];
  readonly pages: readonly (Dated & { readonly pageId: string })[];
  /** Pages of lessons they stand in at: from the lesson until its edit window closes. */
  readonly standIns: readonly (Dated & { readonly pageId: string })[];
  readonly students: readonly OwnStudent[];
};

/** Is the fact true on this date (`YYYY-MM-DD`)? */
export function isValidOn(today: string, { startDate, endDate }: Dated): boolean {
  return startDate <= today && (endDate === null || today <= endDate);
}

/**
 * A student reads its own diary for as long as the account holds the person: a leaver too, and a
 * newcomer before the first day. A guardian's right has dates.
 */
export function mayReadAsFamily(today: string, student: OwnStudent): boolean {
  return student.kinship === 'self' || isValidOn(today, student);
}

/** The students read as family today, each once, with all the scopes that several rights give. */
export function studentsToday(facts: Pick<SchoolFacts, 'students'>, today: string): readonly OwnStudent[] {
  const byId = new Map<string, OwnStudent>();
  for (const student of facts.students) {
    if (!mayReadAsFamily(today, student)) continue;
    const known = byId.get(student.studentId);
    const scope = known ? [...new Set([...known.scope, ...student.scope])] : student.scope;
    byId.set(student.studentId, { ...(known ?? student), scope });
  }
  return [...byId.values()];
}

/** Does any of an account's persons hold a role in this school today? */
export function holdsRoleOn(today: string, { roles }: Pick<SchoolFacts, 'roles'>): boolean {
  return roles.some((grant) => isValidOn(today, grant));
}

/** The class a student is in today, or null. */
export function classToday(student: OwnStudent, today: string): SchoolClass | null {
  return student.groups.find((group) => group.schoolClass && isValidOn(today, group))?.schoolClass ?? null;
}

/** Roles that are good on a computer others use too: those that stand before a class. */
const classroomRoles: ReadonlySet<StaffRole> = new Set(['teacher']);

/** What is left of the rights on a computer others use too: lessons and the own family; no office, no class to lead. */
export function onSharedComputer(facts: SchoolFacts): SchoolFacts {
  return {
    ...facts,
    roles: facts.roles.filter(({ role }) => classroomRoles.has(role)),
    homerooms: [],
  };
}

type Holder = { readonly accountId: string; readonly sessionId: string; readonly isShared: boolean };

/** The actor of one school on its today. An account with two persons there acts as the one with a role. */
export function actorOf(holder: Holder, facts: SchoolFacts, today: string): Actor | null {
  const roles = facts.roles.filter((grant) => isValidOn(today, grant));
  const personId = roles[0]?.personId ?? facts.persons[0]?.personId;
  if (personId === undefined) return null;
  return {
    ...holder,
    schoolId: facts.schoolId,
    personId,
    today,
    roles: [...new Set(roles.map((grant) => grant.role))],
    homeroomClassIds: facts.homerooms
      .filter((homeroom) => isValidOn(today, homeroom))
      .map((homeroom) => homeroom.schoolClass.id),
    students: studentsToday(facts, today).map(({ studentId, kinship, scope }) => ({
      studentId,
      kinship,
      scope,
    })),
  };
}

/** Roles that hear the news of every page of their school. */
const hearAll: ReadonlySet<StaffRole> = new Set(['schoolAdmin', 'principal', 'deputyHead']);

/** What the account may hear of the school's events today. */
export function reachOf(facts: SchoolFacts, today: string): Reach {
  return {
    schoolId: facts.schoolId,
    staff: staffTopics(facts, today),
    students: studentsToday(facts, today)
      .filter(({ scope }) => scope.includes('marks'))
      .map((student) => ({ studentId: student.studentId, topics: studentTopics(student, today) })),
  };
}

const officeNews: typeof peopleTopic = 'people';

function staffTopics(facts: SchoolFacts, today: string): Reach['staff'] {
  const roles = facts.roles.filter((grant) => isValidOn(today, grant));
  if (roles.some(({ role }) => hearAll.has(role))) return 'all';
  const homerooms = facts.homerooms.filter((homeroom) => isValidOn(today, homeroom));
  const pages = [...facts.pages, ...facts.standIns].filter((page) => isValidOn(today, page));
  if (roles.length + homerooms.length + pages.length === 0) return null;
  return new Set([
    ...pages.map(({ pageId }) => `page:${pageId}`),
    ...homerooms.map(({ schoolClass }) => `class:${schoolClass.id}`),
    ...homerooms.flatMap(({ pageIds }) => pageIds.map((id) => `page:${id}`)),
    ...(roles.some(({ role }) => role === 'secretary') ? [officeNews] : []),
  ]);
}

function studentTopics(student: OwnStudent, today: string): ReadonlySet<string> {
  const groups = student.groups.filter((group) => isValidOn(today, group));
  return new Set(
    groups.flatMap(({ schoolClass, pageIds }) => [
      ...(schoolClass ? [`class:${schoolClass.id}`] : []),
      ...pageIds.map((id) => `page:${id}`),
    ]),
  );
}
