import type { Generated } from 'kysely';

/** Tables of `journal`; what a column means stands in the migration. */
export type JournalTables = {
  'journal.lesson_record': LessonRecordTable;
  'journal.lesson_record_revision': LessonRecordRevisionTable;
  'journal.work': WorkTable;
  'journal.work_revision': WorkRevisionTable;
  'journal.mark': MarkTable;
  'journal.mark_revision': MarkRevisionTable;
  'journal.attendance': AttendanceTable;
  'journal.attendance_revision': AttendanceRevisionTable;
  'journal.absence_reason': AbsenceReasonTable;
  'journal.absence_reason_revision': AbsenceReasonRevisionTable;
  'journal.final_mark': FinalMarkTable;
  'journal.final_mark_revision': FinalMarkRevisionTable;
  'journal.period_lock': PeriodLockTable;
};

export type LessonRecordTable = {
  school_id: number;
  lesson_id: string;
  topic: string | null;
  conducted_by: string | null;
  attendance_taken_at: string | null;
  attendance_taken_by: string | null;
  updated_at: Generated<string>;
  author_id: string | null;
  version: Generated<number>;
};

export type LessonRecordRevisionTable = {
  school_id: number;
  lesson_id: string;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  topic: string | null;
  attendance_taken: boolean;
};

export type WorkTable = {
  school_id: number;
  id: string;
  assignment_id: string;
  lesson_id: string | null;
  ordinal: Generated<number>;
  work_type_id: string;
  weight: number;
  title: string | null;
  created_by: string | null;
  created_at: Generated<string>;
  version: Generated<number>;
};

export type WorkRevisionTable = {
  school_id: number;
  work_id: string;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  work_type_id: string;
  weight: number;
  title: string | null;
};

export type MarkTable = {
  school_id: number;
  work_id: string;
  student_id: string;
  attempt: Generated<number>;
  slot: Generated<number>;
  value: string | null;
  comment: string | null;
  point_due: string | null;
  author_id: string;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  version: Generated<number>;
};

export type MarkRevisionTable = {
  school_id: number;
  work_id: string;
  student_id: string;
  attempt: number;
  slot: number;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  old_value: string | null;
  new_value: string | null;
  old_comment: string | null;
  new_comment: string | null;
  reason_code: string;
  reason: string | null;
};

export type AttendanceTable = {
  school_id: number;
  lesson_id: string;
  student_id: string;
  fact: 'present' | 'absent' | 'late' | 'leftEarly' | 'exempt' | 'remote';
  minutes: number | null;
  author_id: string;
  updated_at: Generated<string>;
  version: Generated<number>;
};

export type AttendanceRevisionTable = {
  school_id: number;
  lesson_id: string;
  student_id: string;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  old_fact: string | null;
  new_fact: string;
  old_minutes: number | null;
  new_minutes: number | null;
};

export type AbsenceReasonTable = {
  school_id: number;
  id: string;
  student_id: string;
  start_date: string;
  end_date: string;
  reason: 'ill' | 'excused' | 'unexcused';
  note: string | null;
  author_id: string;
  at: Generated<string>;
  ended_at: string | null;
  version: Generated<number>;
};

export type AbsenceReasonRevisionTable = {
  school_id: number;
  reason_id: string;
  version: number;
  student_id: string;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  start_date: string;
  end_date: string;
  reason: 'ill' | 'excused' | 'unexcused';
  note: string | null;
  is_ended: boolean;
};

export type FinalMarkTable = {
  school_id: number;
  student_id: string;
  subject_id: string;
  grading_period_id: string;
  kind: 'period' | 'year' | 'exam' | 'final';
  value: string | null;
  comment: string | null;
  author_id: string;
  updated_at: Generated<string>;
  version: Generated<number>;
};

export type FinalMarkRevisionTable = {
  school_id: number;
  student_id: string;
  subject_id: string;
  grading_period_id: string;
  kind: string;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  old_value: string | null;
  new_value: string | null;
  reason_code: string;
  reason: string | null;
};

export type PeriodLockTable = {
  school_id: number;
  id: string;
  grading_period_id: string;
  grade: number | null;
  locked_at: Generated<string>;
  locked_by: string;
  unlocked_at: string | null;
  unlocked_by: string | null;
  unlock_reason: string | null;
};
