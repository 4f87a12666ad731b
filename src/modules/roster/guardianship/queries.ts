import { statement } from '#platform/db/tx.ts';

export type StandingGuardianship = {
  readonly guardianId: string;
  readonly studentId: string;
  readonly kinship: string;
  readonly scope: readonly string[];
  readonly basis: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly version: number;
};

// A guardianship, kept from others until the transaction ends; primary key.
export const standingGuardianship = statement(
  'roster.standingGuardianship',
  `select guardian_id as "guardianId", student_id as "studentId", kinship, scope, basis, start_date as "startDate",
     end_date as "endDate", version
   from roster.guardianship where school_id = $1::int and id = $2::uuid for update`,
);

// Whether the student and the guardian are of the school, and whether the right stands already; the keys, guardianship_student.
export const guardianshipFacts = statement(
  'roster.guardianshipFacts',
  `select exists (select from roster.admission a where a.school_id = $1::int and a.student_id = $2::uuid) as "isStudent",
     exists (select from roster.person p where p.school_id = $1::int and p.id = $3::uuid) as "isPerson",
     exists (select from roster.guardianship g where g.school_id = $1::int and g.student_id = $2::uuid
       and g.guardian_id = $3::uuid and (g.end_date is null or g.end_date >= $4::date)) as "isGuardian"`,
);

export const writeGuardianship = statement(
  'roster.writeGuardianship',
  `insert into roster.guardianship (school_id, id, guardian_id, student_id, kinship, scope, basis, start_date)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

export const rewriteGuardianship = statement(
  'roster.rewriteGuardianship',
  `update roster.guardianship set kinship = $3, scope = $4, basis = $5, version = version + 1
   where school_id = $1 and id = $2 returning version`,
);

// The last day of a guardianship, or none; primary key.
export const endRight = statement(
  'roster.endGuardianship',
  `update roster.guardianship set end_date = $3, version = version + 1 where school_id = $1 and id = $2
   returning guardian_id as "guardianId", student_id as "studentId", version`,
);
