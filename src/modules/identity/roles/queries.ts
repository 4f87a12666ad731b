import { statement } from '#platform/db/tx.ts';

// The roles of a person ($2), newest first; null when the school knows no such person. role_grant_person.
export const rolesOfPerson = statement(
  'identity.rolesOfPerson',
  `select json_build_object('roles', coalesce((
     select json_agg(json_build_object('role', r.role, 'startDate', r.start_date, 'endDate', r.end_date)
       order by r.end_date is not null, r.start_date desc)
     from identity.role_grant r where r.school_id = $1::int and r.person_id = p.id), '[]'))::text
   from roster.person p where p.school_id = $1::int and p.id = $2::uuid`,
);
