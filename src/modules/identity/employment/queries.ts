import type { StaffRole } from '#platform/actor.ts';
import { statement } from '#platform/db/tx.ts';

export type StandingPost = {
  readonly position: string;
  readonly staffNumber: string | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly roles: readonly { readonly id: string; readonly role: StaffRole }[];
  /** Other people who administer the school today and on. */
  readonly otherAdministrators: number;
};

// A post, held until the transaction ends, with the roles of $3 and later; keys and role_grant_person.
export const holdPost = statement(
  'identity.holdPost',
  `select f.position, f.staff_number as "staffNumber", f.start_date as "startDate", f.end_date as "endDate",
     coalesce((select json_agg(json_build_object('id', r.id, 'role', r.role) order by r.role)
       from identity.role_grant r
       where r.school_id = $1::int and r.person_id = f.person_id and (r.end_date is null or r.end_date >= $3::date)), '[]') as roles,
     (select count(distinct o.person_id)::int from identity.role_grant o
       where o.school_id = $1::int and o.role = 'schoolAdmin' and o.person_id <> f.person_id
         and o.start_date <= $3::date and (o.end_date is null or o.end_date >= $3::date)) as "otherAdministrators"
   from roster.staff f where f.school_id = $1::int and f.person_id = $2::uuid for update of f`,
);

// Is there such a person, and does it work here? Primary keys.
export const personAndPost = statement(
  'identity.personAndPost',
  `select exists (select from roster.staff f where f.school_id = $1::int and f.person_id = p.id) as works
   from roster.person p where p.school_id = $1::int and p.id = $2::uuid`,
);

/** Somebody of the same names the school knows already. */
export type Namesake = {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly birthDate: string | null;
  readonly works: boolean;
  readonly isGuardian: boolean;
};

// People of the same last and first name, «ё» as «е»; reads a school's people once.
export const namesakes = statement(
  'identity.namesakes',
  `select p.id, p.last_name as "lastName", p.first_name as "firstName", p.middle_name as "middleName",
     p.birth_date as "birthDate",
     exists (select from roster.staff f where f.school_id = $1::int and f.person_id = p.id) as works,
     exists (select from roster.guardianship g where g.school_id = $1::int and g.guardian_id = p.id) as "isGuardian"
   from roster.person p where p.school_id = $1::int 
     and replace(lower(p.last_name), 'ё', 'е') = $2::text and replace(lower(p.first_name), 'ё', 'е') = $3::text`,
);
