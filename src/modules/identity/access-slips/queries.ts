import { momentSql } from '#platform/db/moment.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { hasFactorSql } from '../second-factor/queries.ts';
import type { AccessFacts } from './rules.ts';

export type Names = {
  readonly personId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};
export type SchoolClass = { readonly id: string; readonly grade: number; readonly letter: string };
export type ClassPeople = {
  readonly schoolClass: SchoolClass;
  readonly schoolName: string;
  readonly roleHolders: readonly string[];
  readonly students: readonly {
    readonly student: Names;
    readonly guardians: readonly { readonly kinship: string; readonly guardian: Names }[];
  }[];
};
export type StaffPeople = {
  readonly schoolName: string;
  readonly roleHolders: readonly string[];
  readonly staff: readonly { readonly position: string; readonly person: Names }[];
};

const names = (alias: string) =>
  `json_build_object('personId', ${alias}.id, 'lastName', ${alias}.last_name, 'firstName', ${alias}.first_name,
    'middleName', ${alias}.middle_name)`;
const schoolName = `(select s.short_name from organisation.school s where s.school_id = $1::int)`;
const on = (alias: string, day: string) =>
  `${alias}.start_date <= ${day} and (${alias}.end_date is null or ${alias}.end_date >= ${day})`;
/** Persons of the school who hold a role on a day: some dozens. */
const holdersOn = (day: string) =>
  `(select coalesce(json_agg(distinct r.person_id), '[]'::json) from identity.role_grant r
    where r.school_id = $1::int and ${on('r', day)})`;

// Students of a class ($2) on a day ($3) with their guardians. By group_class, group_membership_group, guardianship_student.
export const classPeople = statement(
  'identity.classPeople',
  `select json_build_object('schoolClass', json_build_object('id', c.id, 'grade', c.grade, 'letter', c.letter),
    'schoolName', ${schoolName}, 'roleHolders', ${holdersOn('$3::date')}, 'students', coalesce((
      select json_agg(json_build_object('student', ${names('p')}, 'guardians', coalesce((
        select json_agg(json_build_object('kinship', r.kinship, 'guardian', ${names('o')}) order by o.sort_key)
        from roster.guardianship r join roster.person o on o.school_id = $1::int and o.id = r.guardian_id
        where r.school_id = $1::int and r.student_id = p.id and ${on('r', '$3::date')}), '[]'::json)) order by p.sort_key)
      from roster.group_class gc
      join roster.study_group g on g.school_id = $1::int and g.id = gc.group_id and g.kind = 'class'
      join roster.group_membership m on m.school_id = $1::int and m.group_id = g.id and ${on('m', '$3::date')}
      join roster.person p on p.school_id = $1::int and p.id = m.student_id
      where gc.school_id = $1::int and gc.class_id = c.id), '[]'::json))::text
   from roster.school_class c where c.school_id = $1::int and c.id = $2::uuid`,
);

// Staff of a day ($2); the key of staff.
export const staffPeople = statement(
  'identity.staffPeople',
  `select json_build_object('schoolName', ${schoolName}, 'roleHolders', ${holdersOn('$2::date')}, 'staff', coalesce((
      select json_agg(json_build_object('position', f.position, 'person', ${names('p')}) order by p.sort_key)
      from roster.staff f join roster.person p on p.school_id = $1::int and p.id = f.person_id
      where f.school_id = $1::int and ${on('f', '$2::date')}), '[]'::json))::text`,
);

// Who of some persons ($2) holds a role on a day ($3); index role_grant_person.
export const roleHolders = statement(
  'identity.roleHolders',
  `select coalesce(json_agg(distinct r.person_id), '[]')::text from identity.role_grant r
   where r.school_id = $1::int and r.person_id = any ($2::uuid[]) and ${on('r', '$3::date')}`,
);

/** An account as the list of access shows it, with its persons in other schools. */
export type PersonAccess = Omit<AccessFacts, 'reachesElsewhere' | 'holdsRole'> & {
  readonly personId: string;
  readonly accountId: string;
  readonly login: string;
  readonly lastSignInAt: string | null;
  readonly hasRegionRole: boolean;
  readonly hasFactor: boolean;
  readonly mailReturns: boolean;
  readonly elsewhere: readonly { readonly schoolId: number; readonly personId: string }[];
};

/** The accounts of a school's persons; who is missing has none. */
export async function accessOfPersons(
  tx: UnfencedTx,
  { schoolId, personIds, now }: { schoolId: number; personIds: readonly string[]; now: Date },
): Promise<ReadonlyMap<string, PersonAccess>> {
  const text = await tx.text(accessStatement, [schoolId, personIds, now]);
  return new Map((JSON.parse(text ?? '[]') as PersonAccess[]).map((one) => [one.personId, one]));
}

// Accounts of persons; the unique index (school_id, person_id), session_account, access_slip_account.
const accessStatement = statement(
  'identity.accessOfPersons',
  `select coalesce(json_agg(json_build_object('personId', p.person_id, 'accountId', a.id, 'login', a.login,
    'hasPassword', a.password_hash is not null, 'mustChangePassword', a.must_change_password,
    'isBlocked', a.disabled_at is not null, 'hasFactor', ${hasFactorSql('a')},
    'mailReturns', exists (select from directory.account_contact c
      where c.account_id = a.id and c.kind = 'email' and c.bounced_at is not null
      union all select from directory.contact_code c
      where c.account_id = a.id and c.kind = 'email' and c.bounced_at is not null and c.expires_at > $3),
    'lastSignInAt', (select ${momentSql('max(s.created_at)')} from directory.session s where s.account_id = a.id),
    'slipExpiresAt', (select ${momentSql('max(l.expires_at)')} from directory.access_slip l
      where l.account_id = a.id and l.used_at is null and l.revoked_at is null),
    'hasRegionRole', exists (select from directory.region_role r where r.account_id = a.id
      and r.start_date <= ($3::timestamptz)::date and (r.end_date is null or r.end_date >= ($3::timestamptz)::date)),
    'elsewhere', coalesce((select json_agg(json_build_object('schoolId', o.school_id, 'personId', o.person_id))
      from directory.account_person o where o.account_id = a.id and o.school_id <> $1::int), '[]'::json))), '[]')::text
   from directory.account_person p join directory.account a on a.id = p.account_id
   where p.school_id = $1::int and p.person_id = any ($2::uuid[])`,
);

/** A slip whose secret somebody typed or scanned. */
export type FoundSlip = {
  readonly accountId: string;
  readonly login: string;
  readonly isExpired: boolean;
};

/** The slip of a secret that is neither used nor revoked and whose account is open, or null. */
export async function slipBySecret(tx: UnfencedTx, hash: Buffer, now: Date): Promise<FoundSlip | null> {
  const [found] = await tx.rows<FoundSlip>(bySecret, [hash, now]);
  return found ?? null;
}

// A slip by its secret; unique index on secret_hash.
const bySecret = statement(
  'identity.slipBySecret',
  `select l.account_id as "accountId", a.login, l.expires_at <= $2 as "isExpired"
   from directory.access_slip l join directory.account a on a.id = l.account_id
   where l.secret_hash = $1 and l.used_at is null and l.revoked_at is null and a.disabled_at is null`,
);
