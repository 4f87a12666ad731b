import { statement } from '#platform/db/tx.ts';

type Person = {
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};

export type ClassHead = {
  readonly schoolClass: { readonly id: string; readonly grade: number; readonly letter: string };
  readonly receivers: readonly Person[];
};

const person = (p: string) =>
  `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`;
const on = (r: string) =>
  `${r}.start_date <= $3::date and (${r}.end_date is null or ${r}.end_date >= $3::date)`;

/** A class ($2) on a day ($3) with who may receive its papers: who asks ($4) first, then who leads it. By the keys. */
export const classHeadSql = `(select json_build_object('schoolClass', json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter),
     'receivers', coalesce((select json_agg(${person('p')} order by (p.id = $4::uuid) desc, p.sort_key)
       from roster.person p where p.school_id = $1::int and (p.id = $4::uuid or p.id in (
         select h.staff_id from roster.class_homeroom h
         where h.school_id = $1::int and h.class_id = c.id and ${on('h')}))), '[]'))
   from roster.school_class c where c.school_id = $1::int and c.id = $2::uuid)`;

export type Contacts = { readonly phone: string | null; readonly email: string | null };

export type BlankHead = {
  readonly schoolName: string;
  readonly locality: string | null;
  readonly principal: string | null;
  readonly contacts: Readonly<Record<string, Contacts>>;
};

// What a blank says of the school on a day ($3), and the contacts of some persons ($2). By the keys, role_grant by school.
export const blankHead = statement(
  'consents.blankHead',
  `select json_build_object('schoolName', s.name,
     'locality', (select l.name from directory.organisation o join directory.locality l on l.id = o.locality_id
       where o.school_id = s.school_id),
     'principal', coalesce(
       (select concat_ws(' ', p.last_name, p.first_name, p.middle_name) from identity.role_grant r
        join roster.person p on p.school_id = $1::int and p.id = r.person_id
        where r.school_id = $1::int and r.role = 'principal' and ${on('r')} order by r.start_date desc limit 1),
       (select o.principal_name from directory.organisation o where o.school_id = s.school_id)),
     'contacts', coalesce((select json_object_agg(p.id, json_build_object('phone', p.phone, 'email', p.email))
       from roster.person p where p.school_id = $1::int and p.id = any ($2::uuid[])), '{}'))::text
   from organisation.school s where s.school_id = $1::int`,
);
