import {
  grantRole,
  hashPassword,
  issueAccounts,
  loginSource,
  loginsLike,
  oneTimePassword,
} from '#modules/identity/index.ts';
import { seedCurriculum } from '#modules/curriculum/index.ts';
import { openSchool, registerOrganisation, type OrganisationCard } from '#modules/organisation/index.ts';
import { addPersons, type PersonNames } from '#modules/roster/index.ts';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import type { Secrets } from '#platform/config.ts';
import type { Database } from '#platform/db/database.ts';
import type { UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';

export type SchoolToMake = OrganisationCard & {
  readonly startYear: number;
  readonly withBells: boolean;
  readonly administrator: PersonNames;
  /** The administrator's first day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What the administrator chose; without it a login is made and a password that must be changed. */
  readonly access?: { readonly login: string; readonly password: string };
};

export type MadeSchool = { readonly schoolId: number; readonly login: string; readonly password: string };

/**
 * Makes a school with everything it needs on its first day and one administrator, whose password is answered here
 * and kept nowhere. The directory's transaction holds the school's own: either both are there or neither. `first` is
 * done before anything else, and undone with the rest. A login or OGRN that is taken raises the unique violation 23505.
 */
export async function createSchool(
  { database, secrets }: { readonly database: Database; readonly secrets: Secrets },
  school: SchoolToMake,
  first?: (directory: UnfencedTx) => Promise<void>,
): Promise<MadeSchool> {
  const password = school.access?.password ?? oneTimePassword();
  const passwordHash = await hashPassword(password, secrets);
  return database.identity(async (directory) => {
    await first?.(directory);
    const schoolId = await registerOrganisation(directory, school);
    const personId = uuidv7();
    const login = school.access?.login ?? (await freeLogin(directory, school.administrator));
    const isOwn = school.access !== undefined;
    await issueAccounts(directory, [{ login, passwordHash, schoolId, personId, isOwn }]);
    await recordAct(directory, {
      schoolId: noSchool,
      accountId: null,
      personId: null,
      sessionId: null,
      action: 'organisation.registerOrganisation',
      subject: { schoolId, ogrn: school.ogrn },
    });
    await database.inSchool({ schoolId, studentIds: '*' }, async (tx) => {
      await openSchool(tx, school);
      await seedCurriculum(tx);
      await addPersons(tx, [
        {
          id: personId,
          ...school.administrator,
          birthDate: null,
          gender: null,
          snils: null,
          phone: null,
          email: null,
        },
      ]);
      await grantRole(tx, { personId, role: 'schoolAdmin', startDate: school.today, endDate: null }, null);
      await recordAct(tx, {
        schoolId,
        accountId: null,
        personId: null,
        sessionId: null,
        action: 'organisation.openSchool',
        subject: { schoolId, startYear: school.startYear },
      });
    });
    return { schoolId, login, password };
  });
}

async function freeLogin(directory: UnfencedTx, names: PersonNames): Promise<string> {
  const wanted = loginSource()(names, 'initials');
  return loginSource(await loginsLike(directory, [wanted]))(names, 'initials');
}
