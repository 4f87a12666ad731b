import type { Generated } from 'kysely';

/** Tables of `curriculum`; what a column means stands in the migration. */
export type CurriculumTables = {
  'curriculum.subject': SubjectTable;
  'curriculum.work_type': WorkTypeTable;
};

export type SubjectTable = {
  school_id: number;
  id: string;
  name: string;
  short_name: string;
  area: string | null;
  kind: 'lesson' | 'extracurricular';
  ordinal: number;
  retired_at: string | null;
  version: Generated<number>;
};

export type WorkTypeTable = {
  school_id: number;
  id: string;
  name: string;
  abbr: string;
  weight: number;
  is_assessment: Generated<boolean>;
  is_default: Generated<boolean>;
  ordinal: number;
  retired_at: string | null;
  version: Generated<number>;
};
