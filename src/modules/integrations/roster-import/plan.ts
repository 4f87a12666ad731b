import type { Subject } from '#modules/curriculum/index.ts';
import type { HeldRole, RoleGrant } from '#modules/identity/index.ts';
import type { YearFrame } from '#modules/organisation/index.ts';
import type {
  Admission,
  AssignmentRow,
  AssignmentTeacher,
  Ending,
  Guardianship,
  Homeroom,
  Kinship,
  Membership,
  RosterSnapshot,
  StaffRow,
} from '#modules/roster/index.ts';
import type { Report } from '../roster-file/fault.ts';
import type { Difference } from './difference.ts';
import type { People } from './people.ts';
import type { Structure } from './structure.ts';

/** What is in the school before the import. */
export type Before = {
  readonly roster: RosterSnapshot;
  readonly frame: YearFrame;
  readonly subjects: readonly Subject[];
  /** Out of use; named again they come back. */
  readonly retiredSubjects: readonly Subject[];
  readonly roles: readonly HeldRole[];
};

/** Facts to be written beside people, classes and groups, which have registers of their own. */
export type Writes = {
  readonly admissions: Admission[];
  readonly changedAdmissions: Omit<Admission, 'studentId'>[];
  readonly endedAdmissions: Ending[];
  readonly guardianships: Guardianship[];
  readonly changedKinships: { readonly id: string; readonly kinship: Kinship }[];
  readonly endedGuardianships: Ending[];
  readonly memberships: Membership[];
  readonly endedMemberships: Ending[];
  readonly staff: StaffRow[];
  readonly changedStaff: StaffRow[];
  readonly homerooms: Homeroom[];
  readonly endedHomerooms: Ending[];
  readonly roles: RoleGrant[];
  readonly endedRoles: HeldRole[];
  readonly subjects: Subject[];
  readonly assignments: AssignmentRow[];
  readonly changedAssignments: {
    readonly id: string;
    readonly hoursTenths: number;
    readonly retiredAt: string | null;
  }[];
  readonly teachers: AssignmentTeacher[];
  readonly endedTeachers: Ending[];
};

/** An import while it is being thought out; nothing of it is written yet. */
export type Plan = {
  readonly before: Before;
  readonly people: People;
  readonly structure: Structure;
  readonly writes: Writes;
  readonly differences: Difference[];
  /** Whose rights change. */
  readonly concerned: Set<string>;
  /** Persons whose rows said nothing new. */
  unchanged: number;
  /** The day from which the files are true, `YYYY-MM-DD`. */
  readonly date: string;
  readonly report: Report;
};

export const noWrites = (): Writes => ({
  admissions: [],
  changedAdmissions: [],
  endedAdmissions: [],
  guardianships: [],
  changedKinships: [],
  endedGuardianships: [],
  memberships: [],
  endedMemberships: [],
  staff: [],
  changedStaff: [],
  homerooms: [],
  endedHomerooms: [],
  roles: [],
  endedRoles: [],
  subjects: [],
  assignments: [],
  changedAssignments: [],
  teachers: [],
  endedTeachers: [],
});

type Dated = { readonly startDate: string; readonly endDate?: string | null };

/** Is the fact true on the day or later? One that ended before it is history. */
export const isCurrent = (fact: Dated, date: string) =>
  hasBeen(fact) && (fact.endDate == null || fact.endDate > date);

/** A fact that ends before it begins never was. */
export const hasBeen = ({ startDate, endDate }: Dated) => endDate == null || endDate >= startDate;
