import { statement } from '#platform/db/tx.ts';
import { classOfStudents, yearOf } from '../people/queries.ts';
import type { School, Standing } from './rules.ts';

/** A student's place in the school, and the groups it could be in. */
export type MovementFacts = Standing &
  School & {
    /** Ordinal of the last movement ever, 0 = none; the next one follows it. */
    readonly lastOrdinal: number;
    /** Those whose rights hang on the student: itself and its guardians. */
    readonly holderIds: readonly string[];
  };

// Keeps others from moving the same student until the transaction ends; primary key.
export const holdStudent = statement(
  'roster.holdStudent',
  `select p.id, exists (select from roster.admission a where a.school_id = $1::int and a.student_id = p.id) as "isStudent"
   from roster.person p where p.school_id = $1::int and p.id = $2::uuid for update of p`,
);

const groups = `coalesce((
  select json_agg(json_build_object('id', g.id, 'kind', g.kind, 'divisionTag', g.division_tag, 'classIds', coalesce((
    select json_agg(gc.class_id) from roster.group_class gc where gc.school_id = $1::int and gc.group_id = g.id), '[]')))
  from year y join roster.study_group g on g.school_id = $1::int and g.academic_year_id = y.id
    and g.closed_at is null), '[]')`;

/** $1 school, $2 student, $3 the day the movement takes effect. By the indexes of each table by its student. */
export const factsStatement = statement(
  'roster.movementFacts',
  `with year as materialized (
    select y.id, y.start_date, y.end_date from organisation.academic_year y
    where y.school_id = $1::int and y.id = ${yearOf('$3::date')}
  )
  select json_build_object(
    'year', (select json_build_object('startDate', y.start_date, 'endDate', y.end_date) from year y),
    'groups', ${groups},
    'stays', coalesce((
      select json_agg(json_build_object('id', m.id, 'groupId', m.group_id, 'startDate', m.start_date, 'endDate', m.end_date)
        order by m.start_date, m.id)
      from roster.group_membership m where m.school_id = $1::int and m.student_id = $2::uuid
        and (m.end_date is null or m.end_date >= m.start_date)), '[]'),
    'admissions', coalesce((
      select json_agg(json_build_object('id', a.id, 'startDate', a.start_date, 'endDate', a.end_date) order by a.start_date)
      from roster.admission a where a.school_id = $1::int and a.student_id = $2::uuid
        and (a.end_date is null or a.end_date >= a.start_date)), '[]'),
    'lastEffective', (select max(v.effective_date) from roster.student_movement v
      where v.school_id = $1::int and v.student_id = $2::uuid and v.undone_at is null),
    'lastOrdinal', (select coalesce(max(v.ordinal), 0) from roster.student_movement v
      where v.school_id = $1::int and v.student_id = $2::uuid),
    'holderIds', (select json_agg(h.id) from (select $2::uuid as id union
      select g.guardian_id from roster.guardianship g where g.school_id = $1::int and g.student_id = $2::uuid) h))::text`,
);

/** The movement to take back, with what it wrote; null fields where it wrote none. */
export type LastMovement = {
  readonly ordinal: number;
  readonly kind: 'admission' | 'transfer' | 'withdrawal' | 'restoration';
  readonly effectiveDate: string;
  readonly admissionId: string;
  readonly changes: {
    readonly ended: readonly {
      readonly id: string;
      readonly groupId: string;
      readonly before: string | null;
      readonly after: string;
    }[];
    readonly joined: readonly { readonly id: string; readonly groupId: string; readonly startDate: string }[];
  };
};

// The last movement of a student that stands; primary key.
export const lastMovement = statement(
  'roster.lastMovement',
  `select v.ordinal, v.kind, v.effective_date as "effectiveDate", v.admission_id as "admissionId", v.changes
   from roster.student_movement v
   where v.school_id = $1::int and v.student_id = $2::uuid and v.undone_at is null
   order by v.ordinal desc limit 1`,
);

export const writeMovement = statement(
  'roster.writeMovement',
  `insert into roster.student_movement (school_id, student_id, ordinal, kind, effective_date, order_number, order_date,
     reason, destination, admission_id, from_class_id, to_class_id, changes, made_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

// Marks a movement as taken back; primary key.
export const markUndone = statement(
  'roster.markUndone',
  `update roster.student_movement set undone_at = clock_timestamp(), undone_by = $4
   where school_id = $1 and student_id = $2 and ordinal = $3`,
);

export const writeAdmission = statement(
  'roster.writeAdmission',
  `insert into roster.admission (school_id, id, student_id, start_date, file_number, order_number, order_date, transferred_from)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

// The last day of an admission with its order, or both taken away; primary key.
export const closeAdmission = statement(
  'roster.closeAdmission',
  `update roster.admission set end_date = $3, withdrawal_order = $4, withdrawal_order_date = $5, withdrawal_reason = $6,
     withdrawal_destination = $7
   where school_id = $1 and id = $2`,
);

/**
 * People of one SNILS ($3, or null), or of one birth date ($4): the names of these are compared in memory, as registers
 * compare them. $1 school, $2 today. A school's thousand rows.
 */
export const alikeStatement = statement(
  'roster.alikePersons',
  `with class_of as materialized (${classOfStudents('$2::date')})
  select p.id, p.last_name as "lastName", p.first_name as "firstName", p.middle_name as "middleName",
    p.birth_date as "birthDate", coalesce(p.snils_index = $3::bytea, false) as "hasSnils",
    exists (select from roster.admission a where a.school_id = $1::int and a.student_id = p.id
      and (a.end_date is null or a.end_date >= $2::date)) as "isStudying",
    case when c.id is not null then json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter) end as "schoolClass",
    (select coalesce(max(v.ordinal), 0) from roster.student_movement v
     where v.school_id = $1::int and v.student_id = p.id)::int as movements
  from roster.person p left join class_of c on c.student_id = p.id
  where p.school_id = $1::int and (p.snils_index = $3::bytea or p.birth_date = $4::date)
  order by p.sort_key`,
);

// What of a movement's memberships is no longer as it wrote them; primary key.
export const changedSince = statement(
  'roster.changedSince',
  `select m.id from roster.group_membership m
   join json_to_recordset($2::json) as w(id uuid, "after" date) on w.id = m.id
   where m.school_id = $1::int and m.end_date is distinct from w."after"`,
);
