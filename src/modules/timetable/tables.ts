import type { Generated } from 'kysely';
import type { Json } from '#platform/db/tables.ts';

/** Tables of `timetable`; what a column means stands in the migration. */
export type TimetableTables = {
  'timetable.template': TemplateTable;
  'timetable.template_card': TemplateCardTable;
  'timetable.lesson': LessonTable;
  'timetable.lesson_change': LessonChangeTable;
  'timetable.staff_absence': StaffAbsenceTable;
};

export type TemplateTable = {
  school_id: number;
  id: string;
  academic_year_id: string;
  name: string;
  start_date: string;
  end_date: string;
  retired_at: string | null;
};

export type TemplateCardTable = {
  school_id: number;
  id: string;
  template_id: string;
  assignment_id: string;
  weekday: number;
  cycle: Generated<'every' | 'A' | 'B'>;
  number: number;
  room_id: string | null;
};

export type LessonTable = {
  school_id: number;
  id: string;
  assignment_id: string;
  date: string;
  seq_in_day: Generated<number>;
  number: number;
  starts: string | null;
  ends: string | null;
  room_id: string | null;
  teacher_id: string | null;
  state: Generated<'planned' | 'cancelled' | 'retired'>;
  replaces_id: string | null;
  merged_with_id: string | null;
  version: Generated<number>;
};

export type LessonChangeTable = {
  school_id: number;
  id: string;
  lesson_id: string;
  kind: 'substitution' | 'cancellation' | 'move' | 'room' | 'merge' | 'bells';
  at: Generated<string>;
  author_id: string | null;
  old_value: Json;
  new_value: Json;
  reason: string | null;
  act_id: string | null;
  undoes_id: string | null;
  reason_code: string | null;
};

export type StaffAbsenceTable = {
  school_id: number;
  id: string;
  staff_id: string;
  start_date: string;
  end_date: string;
  reason_code: string;
  note: string | null;
  act_id: string;
  author_id: string;
  at: Generated<string>;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
};
