import type { Generated } from 'kysely';

/** Tables of `homework`; what a column means stands in the migration. */
export type HomeworkTables = {
  'homework.homework': HomeworkTable;
  'homework.homework_revision': HomeworkRevisionTable;
  'homework.tick': TickTable;
  'homework.file': FileTable;
};

export type HomeworkTable = {
  school_id: number;
  id: string;
  assignment_id: string;
  given_lesson_id: string;
  ordinal: Generated<number>;
  text: string | null;
  minutes: number | null;
  due_rule: Generated<'next' | 'pinned' | 'date'>;
  due_lesson_id: string | null;
  due_date: string | null;
  publish_at: Generated<string>;
  is_late: Generated<boolean>;
  author_id: string;
  created_at: Generated<string>;
  updated_at: Generated<string>;
  version: Generated<number>;
};

export type HomeworkRevisionTable = {
  school_id: number;
  homework_id: string;
  version: number;
  at: Generated<string>;
  author_id: string;
  session_id: string | null;
  text: string | null;
  minutes: number | null;
  due_rule: string;
  due_lesson_id: string | null;
  due_date: string | null;
};

export type TickTable = {
  school_id: number;
  student_id: string;
  homework_id: string;
  done_at: string | null;
};

export type FileTable = {
  school_id: number;
  homework_id: string;
  id: string;
  name: string;
  kind: string;
  size: number;
  sha256: Buffer;
  position: number;
  author_id: string;
  session_id: string | null;
  created_at: string;
  removed_at: string | null;
  removed_by: string | null;
};
