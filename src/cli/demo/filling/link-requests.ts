import type { Student } from '../people/students.ts';
import type { Rows } from '../rows.ts';

const dayMs = 86_400_000;

type Asking = {
  readonly directory: Rows;
  readonly students: readonly Student[];
  readonly schoolId: number;
  readonly now: Date;
  readonly id: (kind: string) => string;
};

/** Two requests that wait in the school's queue: for a ward at the school, and for a child it does not know. */
export function fillLinkRequests(rows: Rows, { directory, students, schoolId, now, id }: Asking): void {
  const accounts = new Map(
    directory.of('directory.account_person').map((held) => [held.person_id, held.account_id]),
  );
  const families = students.filter(({ guardians }) => guardians.some(({ id: own }) => accounts.has(own)));
  const ward = students[130]?.person;
  const [first, second] = [families[60], families[90]].map((family) => family?.guardians[0]);
  if (!ward || !first || !second) return;
  const isWoman = second.gender === 'female';
  const unknown = {
    ...second,
    firstName: isWoman ? 'Вера' : 'Тимофей',
    middleName: null,
    birthDate: '2018-06-14',
  };
  for (const [days, guardian, child, kinship, document] of [
    [6, first, ward, 'guardian', 'guardianshipAct'],
    [2, second, unknown, isWoman ? 'mother' : 'father', 'birthCertificate'],
  ] as const) {
    const asked = now.getTime() - days * dayMs;
    rows.add('onboarding.link_request', {
      school_id: schoolId,
      id: id('link request'),
      account_id: accounts.get(guardian.id) ?? '',
      person_id: guardian.id,
      last_name: child.lastName,
      first_name: child.firstName,
      middle_name: child.middleName,
      birth_date: child.birthDate,
      kinship,
      document_kind: document,
      document_tail: null,
      word: null,
      asked_at: new Date(asked).toISOString(),
      expires_at: new Date(asked + 30 * dayMs).toISOString(),
    });
  }
}
