import { statement } from '#platform/db/tx.ts';
import { classOfStudents } from '../people/queries.ts';

const classJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'grade', ${alias}.grade, 'letter', ${alias}.letter)`;
const names = (alias: string) =>
  `'lastName', ${alias}.last_name, 'firstName', ${alias}.first_name, 'middleName', ${alias}.middle_name`;
/** A fact that ends before it begins never was. */
const stood = (alias: string) => `(${alias}.end_date is null or ${alias}.end_date >= ${alias}.start_date)`;
const span = (alias: string) => `'startDate', ${alias}.start_date, 'endDate', ${alias}.end_date`;
const list = (json: string, order: string, from: string) =>
  `coalesce((select json_agg(${json} order by ${order}) from ${from}), '[]')`;
const classOf = (id: string) =>
  `(select ${classJson('c')} from roster.school_class c where c.school_id = $1::int and c.id = ${id})`;
const classesOf = (groupId: string) =>
  list(
    classJson('c'),
    'c.grade, c.letter',
    `roster.group_class gc join roster.school_class c on c.school_id = $1::int and c.id = gc.class_id
     where gc.school_id = $1::int and gc.group_id = ${groupId}`,
  );

/** Guardianships seen from one end: the person at the other one. */
const guardianships = (own: 'guardian_id' | 'student_id', other: 'guardian_id' | 'student_id') =>
  list(
    `json_build_object('id', g.id, 'person', json_build_object('id', o.id, ${names('o')}, 'phone', o.phone,
       'schoolClass', case when k.id is not null then ${classJson('k')} end),
       'kinship', g.kinship, 'scope', g.scope, 'basis', g.basis, ${span('g')}, 'version', g.version)`,
    '(g.end_date is null or g.end_date >= $3::date) desc, g.start_date, o.sort_key',
    `roster.guardianship g join roster.person o on o.school_id = $1::int and o.id = g.${other}
     left join class_of k on k.student_id = o.id
     where g.school_id = $1::int and g.${own} = $2::uuid and ${stood('g')}`,
  );

/**
 * A person's card but for the right to write. $1 school, $2 person, $3 today. By the keys and the indexes of each table
 * by its person.
 */
export const cardStatement = statement(
  'roster.personCard',
  `with class_of as materialized (${classOfStudents('$3::date')})
  select json_build_object('today', $3::date, 'id', p.id, ${names('p')}, 'birthDate', p.birth_date, 'gender', p.gender,
    'phone', p.phone, 'email', p.email, 'sealedSnils', encode(p.snils_enc, 'hex'), 'version', p.version,
    'admissions', ${list(
      `json_build_object('id', a.id, ${span('a')}, 'fileNumber', a.file_number, 'orderNumber', a.order_number,
         'orderDate', a.order_date, 'transferredFrom', a.transferred_from, 'withdrawalOrder', a.withdrawal_order,
         'withdrawalOrderDate', a.withdrawal_order_date, 'withdrawalReason', a.withdrawal_reason,
         'withdrawalDestination', a.withdrawal_destination)`,
      'a.start_date desc',
      'roster.admission a where a.school_id = $1::int and a.student_id = p.id',
    )},
    'memberships', ${list(
      `json_build_object('id', m.id, 'groupId', g.id, 'kind', g.kind, 'name', g.name, 'classes', ${classesOf('g.id')},
         'year', y.name, ${span('m')})`,
      `y.start_date desc, g.kind <> 'class', m.start_date desc, g.name`,
      `roster.group_membership m
       join roster.study_group g on g.school_id = $1::int and g.id = m.group_id
       join organisation.academic_year y on y.school_id = $1::int and y.id = g.academic_year_id
       where m.school_id = $1::int and m.student_id = p.id and ${stood('m')}`,
    )},
    'movements', ${list(
      `json_build_object('ordinal', v.ordinal, 'kind', v.kind, 'effectiveDate', v.effective_date,
         'orderNumber', v.order_number, 'orderDate', v.order_date, 'reason', v.reason, 'destination', v.destination,
         'fromClass', ${classOf('v.from_class_id')}, 'toClass', ${classOf('v.to_class_id')},
         'madeAt', to_char(v.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'madeBy', (select json_build_object(${names('o')}) from roster.person o
           where o.school_id = $1::int and o.id = v.made_by), 'isUndone', v.undone_at is not null)`,
      'v.ordinal desc',
      'roster.student_movement v where v.school_id = $1::int and v.student_id = p.id',
    )},
    'guardians', ${guardianships('student_id', 'guardian_id')},
    'wards', ${guardianships('guardian_id', 'student_id')},
    'staff', (select json_build_object('position', f.position, 'staffNumber', f.staff_number, ${span('f')})
      from roster.staff f where f.school_id = $1::int and f.person_id = p.id and ${stood('f')}),
    'homerooms', ${list(
      `json_build_object('schoolClass', ${classJson('c')}, 'year', y.name, ${span('h')})`,
      'y.start_date desc, c.grade, c.letter',
      `roster.class_homeroom h
       join roster.school_class c on c.school_id = $1::int and c.id = h.class_id
       join organisation.academic_year y on y.school_id = $1::int and y.id = c.academic_year_id
       where h.school_id = $1::int and h.staff_id = p.id and ${stood('h')}`,
    )},
    'load', ${list(
      `json_build_object('id', a.id, 'subject', s.name, 'group', g.name, 'classes', ${classesOf('g.id')},
         'hoursTenths', a.hours_per_week_tenths, ${span('t')})`,
      's.name, g.name, t.start_date',
      `roster.assignment_teacher t
       join roster.teaching_assignment a on a.school_id = $1::int and a.id = t.assignment_id
       join roster.study_group g on g.school_id = $1::int and g.id = a.group_id
       join curriculum.subject s on s.school_id = $1::int and s.id = a.subject_id
       where t.school_id = $1::int and t.staff_id = p.id and a.retired_at is null and ${stood('t')}`,
    )})::text
  from roster.person p where p.school_id = $1::int and p.id = $2::uuid`,
);

/** A person as it stands, to compare with before writing. */
export type StandingPerson = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly birthDate: string | null;
  readonly gender: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly version: number;
};

// The person, kept from others until the transaction ends; primary key.
export const standingPerson = statement(
  'roster.standingPerson',
  `select last_name as "lastName", first_name as "firstName", middle_name as "middleName", birth_date as "birthDate",
     gender, phone, email, version
   from roster.person where school_id = $1::int and id = $2::uuid for update`,
);

// Whose a SNILS is, by its blind index; person_snils.
export const ownerOfSnils = statement(
  'roster.ownerOfSnils',
  `select id, last_name as "lastName", first_name as "firstName", middle_name as "middleName"
   from roster.person where school_id = $1::int and snils_index = $2::bytea and id <> $3::uuid`,
);

// Takes a SNILS away; primary key.
export const clearSnils = statement(
  'roster.clearSnils',
  `update roster.person set snils_enc = null, snils_index = null where school_id = $1::int and id = $2::uuid`,
);

// The groups a person is in today or later, as a student; group_membership_student.
export const groupsOfPerson = statement(
  'roster.groupsOfPerson',
  `select distinct group_id as id from roster.group_membership
   where school_id = $1::int and student_id = $2::uuid and (end_date is null or end_date >= $3::date)`,
);
