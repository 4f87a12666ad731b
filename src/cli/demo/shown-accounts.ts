import pg from 'pg';
import { fenceText } from '#platform/db/fence-text.ts';
import { listName } from '#modules/roster/index.ts';
import { castLogins, type AccountRole } from './accounts.ts';
import { townSchool, villageSchool } from './school-plan.ts';

/** An account as the demo's start shows it. */
export type ShownAccount = {
  readonly role: AccountRole;
  readonly login: string;
  readonly password: string;
  /** The first person of the account; null above schools. */
  readonly person: { readonly schoolId: number; readonly personId: string; readonly name: string } | null;
  readonly persons: readonly {
    readonly schoolId: number;
    readonly personId: string;
    readonly name: string;
  }[];
};

export type ShownStudent = { readonly schoolId: number; readonly studentId: string; readonly name: string };

/** The accounts of the demo with their persons and wards, read from the database: it may be an old one. */
export async function shownAccounts(
  owner: string,
  password: string,
): Promise<{ accounts: readonly ShownAccount[]; students: readonly ShownStudent[] }> {
  const logins = Object.values(castLogins);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    const persons: PersonRow[] = [];
    const students = new Map<string, ShownStudent>();
    for (const { schoolId } of [townSchool, villageSchool]) {
      await client.query(`begin; ${fenceText({ schoolId, studentIds: '*' })}`);
      const found = await client.query<PersonRow>(personsText, [logins, schoolId]);
      persons.push(...found.rows);
      const wards = await client.query<PersonRow>(wardsText, [logins, schoolId]);
      for (const { id, ...names } of wards.rows)
        students.set(id, { schoolId, studentId: id, name: listName(names) });
      await client.query('commit');
    }
    const roles = Object.keys(castLogins) as AccountRole[];
    const accounts = roles.map((role): ShownAccount => {
      const login = castLogins[role];
      const own = persons
        .filter((person) => person.login === login)
        .map(({ schoolId, id, ...names }) => ({ schoolId, personId: id, name: listName(names) }));
      return { role, login, password, person: own[0] ?? null, persons: own };
    });
    return { accounts, students: [...students.values()] };
  } finally {
    await client.end();
  }
}

type PersonRow = {
  readonly login: string;
  readonly schoolId: number;
  readonly id: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
};

const names = 'p.last_name as "lastName", p.first_name as "firstName", p.middle_name as "middleName"';

const personsText = `
  select a.login, p.school_id as "schoolId", p.id, ${names}
  from directory.account a
  join directory.account_person ap on ap.account_id = a.id and ap.school_id = $2
  join roster.person p on p.school_id = ap.school_id and p.id = ap.person_id
  where a.login = any ($1::text[])`;

/** Students who are one of these accounts' persons or their wards. */
const wardsText = `
  select distinct a.login, p.school_id as "schoolId", p.id, ${names}
  from directory.account a
  join directory.account_person ap on ap.account_id = a.id and ap.school_id = $2
  left join roster.guardianship g on g.school_id = ap.school_id and g.guardian_id = ap.person_id
  join roster.admission s on s.school_id = ap.school_id and s.student_id in (ap.person_id, g.student_id)
  join roster.person p on p.school_id = s.school_id and p.id = s.student_id
  where a.login = any ($1::text[])
  order by p.school_id, p.id`;
