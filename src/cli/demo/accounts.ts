import type { Person } from './people/person.ts';
import { rolesOf } from './people/staff.ts';
import { twoSchoolFamily, oneChildFamily } from './people/cast.ts';
import type { Student } from './people/students.ts';
import type { TaughtSchool } from './filling/fill-school.ts';
import { loginSource } from '#modules/identity/index.ts';
import { idSource } from './random.ts';
import { rows, type Rows } from './rows.ts';
import { region, showcase } from './school-plan.ts';

/** The login of each role the demo shows; the words for the roles stand in `ru.ts` and `en.ts`. */
export const castLogins = {
  schoolAdmin: 'admin',
  principal: 'director',
  deputyHead: 'zavuch',
  teacher: 'teacher',
  homeroomTeacher: 'homeroom',
  student: 'student',
  guardianOfTwo: 'parent',
  guardian: 'parent1',
  secretary: 'secretary',
  regionalCoordinator: 'region',
  platformOperator: 'operator',
} as const;

export type AccountRole = keyof typeof castLogins;

/** One account per role, as the demo prints it. */
export type DemoAccount = {
  readonly role: AccountRole;
  readonly login: string;
  readonly persons: readonly { readonly schoolId: number; readonly person: Person }[];
  readonly students: readonly { readonly schoolId: number; readonly person: Person }[];
};

type TaughtStudents = TaughtSchool & { readonly students: readonly Student[] };

/**
 * An account for everybody: the showcase ones have short logins, all others «familiya.imya». One guardian's
 * account holds two persons, one in each school.
 */
export function makeAccounts(
  schools: readonly TaughtStudents[],
  given: { passwordHash: string; startYear: number },
): { rows: Rows; accounts: readonly DemoAccount[] } {
  const directory = rows();
  const id = idSource('directory', new Date(Date.UTC(given.startYear, 7, 21, 6)));
  const login = loginSource();
  const created = new Date(Date.UTC(given.startYear, 7, 28, 7)).toISOString();
  const open = (name: string): string => {
    const accountId = id('account');
    directory.add('directory.account', {
      id: accountId,
      login: name,
      password_hash: given.passwordHash,
      esia_oid: null,
      locale: 'ru',
      created_at: created,
      disabled_at: null,
      must_change_password: false,
    });
    return accountId;
  };
  const link = (accountId: string, schoolId: number, person: Person) =>
    directory.add('directory.account_person', {
      account_id: accountId,
      school_id: schoolId,
      person_id: person.id,
      created_at: created,
    });

  const cast = castOf(schools);
  for (const { login: name, persons } of cast) {
    const accountId = open(name);
    for (const { schoolId, person } of persons) link(accountId, schoolId, person);
  }
  const known = new Set(cast.flatMap(({ persons }) => persons.map(({ person }) => person.id)));
  for (const { school, staff, students } of schools) {
    const grownUps = [...staff.teachers, ...staff.office].map(({ person }) => person);
    const guardians = students.flatMap((student) => student.guardians);
    for (const [people, kind] of [
      [[...grownUps, ...guardians], 'initials'],
      [students.map(({ person }) => person), 'firstName'],
    ] as const) {
      for (const person of people) {
        if (known.has(person.id)) continue;
        known.add(person.id);
        link(open(login(person, kind)), school.plan.schoolId, person);
      }
    }
  }
  const regionRoles = [
    { role: 'regionalCoordinator', region_id: region.id },
    { role: 'platformOperator', region_id: null },
  ] as const;
  for (const { role, region_id } of regionRoles) {
    directory.add('directory.region_role', {
      id: id('regionRole'),
      account_id: open(castLogins[role]),
      role,
      region_id,
      start_date: `${given.startYear}-08-25`,
      end_date: null,
    });
  }
  return { rows: directory, accounts: cast };
}

function castOf(schools: readonly TaughtStudents[]): readonly DemoAccount[] {
  const town = schools[0];
  if (!town) return [];
  const { schoolId } = town.school.plan;
  const shown = town.classes.find(
    ({ plan }) => plan.grade === showcase.grade && plan.letter === showcase.letter,
  );
  const office = (role: 'principal' | 'deputyHead' | 'secretary' | 'schoolAdmin') =>
    town.staff.office.find(({ position }) => rolesOf(position).includes(role))?.person;
  const teacher = town.staff.teachers.find(({ subjects }) => subjects.includes('algebra'))?.person;
  const homeroom = shown && town.load.homeroom.get(shown)?.person;
  const wards = (names: { lastName: string; firstName: string }) =>
    schools.flatMap(({ school, students }) =>
      students.flatMap((student) =>
        student.guardians
          .filter(({ lastName, firstName }) => lastName === names.lastName && firstName === names.firstName)
          .map((guardian) => ({ schoolId: school.plan.schoolId, guardian, student: student.person })),
      ),
    );
  const son = shown?.students.find(
    ({ person }) => person.lastName === twoSchoolFamily.surname && person.firstName === twoSchoolFamily.son,
  );
  const father = wards(twoSchoolFamily.father).filter(
    ({ guardian }) => guardian.birthDate === twoSchoolFamily.father.birthDate,
  );
  const mother = wards(oneChildFamily.mother).filter(
    ({ guardian }) => guardian.birthDate === oneChildFamily.mother.birthDate,
  );
  const single = (role: AccountRole, person: Person | undefined): DemoAccount[] =>
    person ? [{ role, login: castLogins[role], persons: [{ schoolId, person }], students: [] }] : [];
  const family = (role: AccountRole, of: typeof father): DemoAccount => ({
    role,
    login: castLogins[role],
    persons: of.map((ward) => ({ schoolId: ward.schoolId, person: ward.guardian })),
    students: of.map((ward) => ({ schoolId: ward.schoolId, person: ward.student })),
  });
  return [
    ...single('schoolAdmin', office('schoolAdmin')),
    ...single('principal', office('principal')),
    ...single('deputyHead', office('deputyHead')),
    ...single('teacher', teacher),
    ...single('homeroomTeacher', homeroom),
    ...single('student', son?.person).map((account) => ({
      ...account,
      students: account.persons,
    })),
    family('guardianOfTwo', father),
    family('guardian', mother),
    ...single('secretary', office('secretary')),
  ];
}
