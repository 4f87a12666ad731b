import type { Generated } from 'kysely';

/** Tables of `roster`; what a column means stands in the migration. */
export type RosterTables = {
  'roster.person': PersonTable;
  'roster.staff': StaffTable;
  'roster.admission': AdmissionTable;
  'roster.guardianship': GuardianshipTable;
  'roster.school_class': SchoolClassTable;
  'roster.class_homeroom': ClassHomeroomTable;
  'roster.study_group': StudyGroupTable;
  'roster.group_class': GroupClassTable;
  'roster.group_membership': GroupMembershipTable;
  'roster.teaching_assignment': TeachingAssignmentTable;
  'roster.assignment_teacher': AssignmentTeacherTable;
  'roster.student_movement': StudentMovementTable;
  'roster.saved_filter': SavedFilterTable;
};

export type PersonTable = {
  school_id: number;
  id: string;
  last_name: string;
  first_name: string;
  middle_name: string | null;
  sort_key: string;
  birth_date: string | null;
  gender: 'male' | 'female' | null;
  snils_enc: Buffer | null;
  snils_index: Buffer | null;
  phone: string | null;
  email: string | null;
  created_at: Generated<string>;
  version: Generated<number>;
};

export type StaffTable = {
  school_id: number;
  person_id: string;
  position: string;
  staff_number: string | null;
  start_date: string;
  end_date: string | null;
};

export type AdmissionTable = {
  school_id: number;
  id: string;
  student_id: string;
  start_date: string;
  end_date: string | null;
  file_number: string | null;
  order_number: string | null;
  order_date: string | null;
  transferred_from: string | null;
  withdrawal_order: string | null;
  withdrawal_reason: string | null;
  withdrawal_order_date: string | null;
  withdrawal_destination: string | null;
};

export type GuardianshipTable = {
  school_id: number;
  id: string;
  guardian_id: string;
  student_id: string;
  kinship: 'mother' | 'father' | 'grandmother' | 'grandfather' | 'guardian' | 'other';
  scope: Generated<string[]>;
  basis: string | null;
  start_date: string;
  end_date: string | null;
  version: Generated<number>;
};

export type SchoolClassTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  grade: number;
  letter: string;
  lineage_id: string;
  shift: Generated<number>;
  closed_at: string | null;
};

export type ClassHomeroomTable = {
  school_id: number;
  id: string;
  class_id: string;
  staff_id: string;
  start_date: string;
  end_date: string | null;
};

export type StudyGroupTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  kind: 'class' | 'subgroup' | 'crossClass' | 'extracurricular';
  name: string;
  division_tag: string | null;
  closed_at: string | null;
};

export type GroupClassTable = {
  school_id: number;
  group_id: string;
  class_id: string;
};

export type GroupMembershipTable = {
  school_id: number;
  id: string;
  group_id: string;
  student_id: string;
  start_date: string;
  end_date: string | null;
};

export type TeachingAssignmentTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  group_id: string;
  subject_id: string;
  journal_kind: 'lesson' | 'extracurricular';
  scale_id: string | null;
  hours_per_week_tenths: Generated<number>;
  retired_at: string | null;
};

export type AssignmentTeacherTable = {
  school_id: number;
  id: string;
  assignment_id: string;
  staff_id: string;
  start_date: string;
  end_date: string | null;
};

export type StudentMovementTable = {
  school_id: number;
  student_id: string;
  ordinal: number;
  kind: 'admission' | 'transfer' | 'withdrawal' | 'restoration';
  effective_date: string;
  order_number: string | null;
  order_date: string | null;
  reason: string | null;
  destination: string | null;
  admission_id: string;
  from_class_id: string | null;
  to_class_id: string | null;
  changes: unknown;
  made_at: Generated<string>;
  made_by: string;
  undone_at: string | null;
  undone_by: string | null;
};

export type SavedFilterTable = {
  school_id: number;
  account_id: string;
  id: string;
  name: string;
  filter: unknown;
  created_at: Generated<string>;
  removed_at: string | null;
};
