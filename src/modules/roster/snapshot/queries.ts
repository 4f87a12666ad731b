import { statement, type Tx } from '#platform/db/tx.ts';
import type { Kinship } from '../enrolment/commands.ts';

export type KnownPerson = {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly birthDate: string | null;
  readonly gender: 'male' | 'female' | null;
  /** Hexadecimal; the number itself stays sealed. */
  readonly snilsIndex: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

type Dated = { readonly id: string; readonly startDate: string; readonly endDate: string | null };

export type KnownAdmission = Dated & {
  readonly studentId: string;
  readonly fileNumber: string | null;
  readonly orderNumber: string | null;
};
export type KnownGuardianship = Dated & {
  readonly guardianId: string;
  readonly studentId: string;
  readonly kinship: Kinship;
  /** Raised by the office's hand, not by imports. */
  readonly version: number;
};
export type KnownClass = {
  readonly id: string;
  readonly grade: number;
  readonly letter: string;
  readonly shift: number;
};
export type KnownGroup = {
  readonly id: string;
  readonly kind: 'class' | 'subgroup' | 'crossClass' | 'extracurricular';
  readonly name: string;
  readonly divisionTag: string | null;
  readonly classIds: readonly string[];
};
export type KnownMembership = Dated & { readonly groupId: string; readonly studentId: string };
export type KnownStaff = {
  readonly personId: string;
  readonly position: string;
  readonly staffNumber: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
};
export type KnownHomeroom = Dated & { readonly classId: string; readonly staffId: string };
export type KnownAssignment = {
  readonly id: string;
  readonly groupId: string;
  readonly subjectId: string;
  readonly journalKind: 'lesson' | 'extracurricular';
  readonly scaleId: string | null;
  readonly hoursTenths: number;
  readonly isRetired: boolean;
};
export type KnownTeacher = Dated & { readonly assignmentId: string; readonly staffId: string };

/** A school's people, classes, groups and load of one year, as an import compares with. */
export type RosterSnapshot = {
  readonly persons: readonly KnownPerson[];
  readonly admissions: readonly KnownAdmission[];
  readonly guardianships: readonly KnownGuardianship[];
  readonly classes: readonly KnownClass[];
  readonly groups: readonly KnownGroup[];
  /** Opened by mistake and closed; opened again they keep their ids. */
  readonly closedClasses: readonly KnownClass[];
  readonly closedGroups: readonly KnownGroup[];
  readonly memberships: readonly KnownMembership[];
  readonly staff: readonly KnownStaff[];
  readonly homerooms: readonly KnownHomeroom[];
  readonly assignments: readonly KnownAssignment[];
  readonly teachers: readonly KnownTeacher[];
};

/** Everything of one academic year; facts that ended stay in it. */
export async function rosterSnapshot(tx: Tx, yearId: string): Promise<RosterSnapshot> {
  const text = await tx.text(snapshotOfYear, [tx.schoolId, yearId]);
  return JSON.parse(text ?? '{}') as RosterSnapshot;
}

const dates = `'startDate', start_date, 'endDate', end_date`;
const listOf = (fields: string, from: string) =>
  `coalesce((select json_agg(json_build_object(${fields})) from ${from}), '[]'::json)`;

const classesThat = (condition: string) =>
  listOf(
    `'id', id, 'grade', grade, 'letter', letter, 'shift', shift`,
    `roster.school_class where school_id = $1 and academic_year_id = $2 and ${condition}`,
  );
const groupsThat = (condition: string) =>
  listOf(
    `'id', g.id, 'kind', g.kind, 'name', g.name, 'divisionTag', g.division_tag, 'classIds', coalesce((
       select json_agg(c.class_id) from roster.group_class c where c.school_id = $1 and c.group_id = g.id), '[]'::json)`,
    `groups g where ${condition}`,
  );

// The whole roster of a year: one school's few thousand rows, each table once by its leading school_id.
const snapshotOfYear = statement(
  'roster.snapshot',
  `with groups as materialized (
    select id, kind, name, division_tag, closed_at from roster.study_group where school_id = $1 and academic_year_id = $2)
  select json_build_object(
    'persons', ${listOf(
      `'id', id, 'lastName', last_name, 'firstName', first_name, 'middleName', middle_name, 'birthDate', birth_date,
       'gender', gender, 'snilsIndex', encode(snils_index, 'hex'), 'phone', phone, 'email', email`,
      'roster.person where school_id = $1',
    )},
    'admissions', ${listOf(
      `'id', id, 'studentId', student_id, ${dates}, 'fileNumber', file_number, 'orderNumber', order_number`,
      'roster.admission where school_id = $1',
    )},
    'guardianships', ${listOf(
      `'id', id, 'guardianId', guardian_id, 'studentId', student_id, 'kinship', kinship, 'version', version,
       ${dates}`,
      'roster.guardianship where school_id = $1',
    )},
    'classes', ${classesThat('closed_at is null')},
    'groups', ${groupsThat('g.closed_at is null')},
    'closedClasses', ${classesThat('closed_at is not null')},
    'closedGroups', ${groupsThat('g.closed_at is not null')},
    'memberships', ${listOf(
      `'id', m.id, 'groupId', m.group_id, 'studentId', m.student_id, 'startDate', m.start_date, 'endDate', m.end_date`,
      'roster.group_membership m join groups g on g.id = m.group_id where m.school_id = $1',
    )},
    'staff', ${listOf(
      `'personId', person_id, 'position', position, 'staffNumber', staff_number, ${dates}`,
      'roster.staff where school_id = $1',
    )},
    'homerooms', ${listOf(
      `'id', h.id, 'classId', h.class_id, 'staffId', h.staff_id, 'startDate', h.start_date, 'endDate', h.end_date`,
      `roster.class_homeroom h join roster.school_class c on c.school_id = h.school_id and c.id = h.class_id
       where h.school_id = $1 and c.academic_year_id = $2`,
    )},
    'assignments', ${listOf(
      `'id', id, 'groupId', group_id, 'subjectId', subject_id, 'journalKind', journal_kind, 'scaleId', scale_id,
       'hoursTenths', hours_per_week_tenths, 'isRetired', retired_at is not null`,
      'roster.teaching_assignment where school_id = $1 and academic_year_id = $2',
    )},
    'teachers', ${listOf(
      `'id', t.id, 'assignmentId', t.assignment_id, 'staffId', t.staff_id, 'startDate', t.start_date, 'endDate', t.end_date`,
      `roster.assignment_teacher t join roster.teaching_assignment a on a.school_id = t.school_id and a.id = t.assignment_id
       where t.school_id = $1 and a.academic_year_id = $2`,
    )}
  )::text`,
);
