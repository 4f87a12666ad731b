import { statement, type Tx } from '#platform/db/tx.ts';

export type Subject = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: 'lesson' | 'extracurricular';
};

/** The subjects the transaction's school teaches, in their order. */
export function schoolSubjects(tx: Tx): Promise<Subject[]> {
  return tx.rows<Subject>(subjectsOfSchool, [tx.schoolId]);
}

/** Subjects that are out of use: one of them that is named again is the same. */
export function retiredSubjects(tx: Tx): Promise<Subject[]> {
  return tx.rows<Subject>(retiredOfSchool, [tx.schoolId]);
}

const retiredOfSchool = statement(
  'curriculum.retiredSubjects',
  `select id, name, short_name as "shortName", kind from curriculum.subject
   where school_id = $1 and retired_at is not null order by ordinal`,
);

// A school's few dozen subjects; primary key's leading school_id.
const subjectsOfSchool = statement(
  'curriculum.schoolSubjects',
  `select id, name, short_name as "shortName", kind from curriculum.subject
   where school_id = $1 and retired_at is null order by ordinal`,
);
