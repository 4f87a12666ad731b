import { unlinkSync, writeFileSync } from 'node:fs';
import {
  hashPassword,
  issueAccounts,
  loginSource,
  loginsLike,
  oneTimePassword,
  personsWithAccount,
} from '#modules/identity/index.ts';
import type { ImportWords } from '#modules/integrations/index.ts';
import { yearFrame } from '#modules/organisation/index.ts';
import { className, fullName, rosterSnapshot, type RosterSnapshot } from '#modules/roster/index.ts';
import type { SchoolDatabase } from './school-database.ts';

type Kind = keyof ImportWords['accountKinds'];
type Holder = {
  readonly personId: string;
  readonly kind: Kind;
  readonly names: RosterSnapshot['persons'][number];
  readonly schoolClass: string;
};

/** argon2 takes a core for some 20 ms; the thread pool has four. */
const hashesAtOnce = 4;

/**
 * Gives everybody on a school's lists who cannot sign in yet an account with a one-time password. The passwords are
 * in the file alone, readable by its owner; it is written before the accounts are, and removed when they fail.
 */
export async function makeAccounts(
  { database, secrets }: SchoolDatabase,
  given: {
    readonly schoolId: number;
    readonly date: string;
    readonly path: string;
    readonly words: ImportWords;
  },
): Promise<number> {
  const roster = await database.inSchool({ schoolId: given.schoolId, studentIds: '*' }, async (tx) => {
    const frame = await yearFrame(tx, given.date);
    return frame ? rosterSnapshot(tx, frame.year.id) : null;
  });
  if (!roster) return 0;
  return database.identity(async (tx) => {
    const known = await personsWithAccount(tx, given.schoolId);
    const holders = holdersOf(roster, given.date).filter(({ personId }) => !known.has(personId));
    if (holders.length === 0) return 0;
    const wanted = holders.map((holder) => loginSource()(holder.names, loginKind(holder)));
    const login = loginSource(await loginsLike(tx, [...new Set(wanted)]));
    const issued = holders.map((holder) => ({
      holder,
      login: login(holder.names, loginKind(holder)),
      password: oneTimePassword(),
    }));
    const hashes: string[] = [];
    for (let at = 0; at < issued.length; at += hashesAtOnce)
      hashes.push(
        ...(await Promise.all(
          issued.slice(at, at + hashesAtOnce).map(({ password }) => hashPassword(password, secrets)),
        )),
      );
    const lines = issued.map(({ holder, login: name, password }) => [
      holder.schoolClass,
      fullName(holder.names),
      given.words.accountKinds[holder.kind],
      name,
      password,
    ]);
    writeFileSync(given.path, csvText([given.words.accountsHeader, ...lines]), {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    try {
      await issueAccounts(
        tx,
        issued.map(({ holder, login: name }, index) => ({
          login: name,
          passwordHash: hashes[index] ?? '',
          schoolId: given.schoolId,
          personId: holder.personId,
        })),
      );
    } catch (error) {
      unlinkSync(given.path);
      throw error;
    }
    return issued.length;
  });
}

const loginKind = ({ kind }: Holder) => (kind === 'student' ? 'firstName' : 'initials');

/** Students, then their guardians, then staff; by class, so that the slips can be cut and handed out. */
function holdersOf(roster: RosterSnapshot, date: string): readonly Holder[] {
  const isOpen = ({ endDate }: { readonly endDate: string | null }) => endDate === null || endDate >= date;
  const persons = new Map(roster.persons.map((person) => [person.id, person]));
  const classes = new Map(roster.classes.map((one) => [one.id, one]));
  const classOfGroup = new Map(
    roster.groups.flatMap(({ id, kind, classIds }) => {
      const schoolClass = kind === 'class' ? classes.get(classIds[0] ?? '') : undefined;
      return schoolClass ? [[id, schoolClass] as const] : [];
    }),
  );
  const classOfStudent = new Map(
    roster.memberships.filter(isOpen).flatMap(({ groupId, studentId }) => {
      const schoolClass = classOfGroup.get(groupId);
      return schoolClass ? [[studentId, schoolClass] as const] : [];
    }),
  );
  const holders = new Map<string, Holder>();
  const add = (personId: string, kind: Kind, studentId: string | null) => {
    const names = persons.get(personId);
    const schoolClass = studentId === null ? undefined : classOfStudent.get(studentId);
    if (names && !holders.has(personId))
      holders.set(personId, {
        personId,
        kind,
        names,
        schoolClass: schoolClass ? className(schoolClass) : '',
      });
  };
  const students = roster.admissions.filter(isOpen).map(({ studentId }) => studentId);
  for (const { personId } of roster.staff.filter(isOpen)) add(personId, 'staff', null);
  for (const studentId of students) add(studentId, 'student', studentId);
  const studying = new Set(students);
  for (const one of roster.guardianships.filter(isOpen))
    if (studying.has(one.studentId)) add(one.guardianId, 'guardian', one.studentId);
  return [...holders.values()].sort((a, b) =>
    a.schoolClass.localeCompare(b.schoolClass, 'ru', { numeric: true }),
  );
}

/** For Excel: with a byte-order mark and semicolons. A cell never begins as a formula. */
function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(/^[=+@-]/u.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
