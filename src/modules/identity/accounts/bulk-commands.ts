import { randomBytes } from 'node:crypto';
import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { insertMany } from '#platform/db/bulk.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { rightsChanged } from '#platform/realtime/rights-changed.ts';
import { normaliseLogin } from '../sign-in/rules.ts';

export type IssuedAccount = {
  readonly login: string;
  /** From `hashPassword`. */
  readonly passwordHash: string;
  readonly schoolId: number;
  readonly personId: string;
  /** The password is the person's own choice; else somebody has printed it. */
  readonly isOwn?: boolean;
};

/**
 * Creates accounts; a password that somebody has printed must be changed at the first sign-in. A login that is
 * taken, or a person who has an account, raises the unique violation 23505.
 */
export async function issueAccounts(tx: UnfencedTx, accounts: readonly IssuedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const made = accounts.map((account) => ({ ...account, id: uuidv7() }));
  await insertMany(
    tx,
    { into: 'directory.account', columns: ['id', 'login', 'password_hash', 'must_change_password'] },
    made.map(({ id, login, passwordHash, isOwn }) => [
      id,
      normaliseLogin(login),
      passwordHash,
      isOwn !== true,
    ]),
  );
  await insertMany(
    tx,
    { into: 'directory.account_person', columns: ['account_id', 'school_id', 'person_id'] },
    made.map(({ id, schoolId, personId }) => [id, schoolId, personId]),
  );
  await rightsChanged(tx, { kind: 'accounts', ids: made.map(({ id }) => id) });
  await recordAct(tx, {
    schoolId: noSchool,
    accountId: null,
    personId: null,
    sessionId: null,
    action: 'identity.issueAccounts',
    subject: { accounts: made.map(({ id, schoolId, personId }) => ({ id, schoolId, personId })) },
  });
}

/** Which of a school's persons sign in already. */
export async function personsWithAccount(tx: UnfencedTx, schoolId: number): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ personId: string }>(personsOfSchool, [schoolId]);
  return new Set(rows.map(({ personId }) => personId));
}

/** Whose access of a school's persons was made since a moment: an account, or a slip. */
export async function accessGivenSince(
  tx: UnfencedTx,
  { schoolId, since }: { readonly schoolId: number; readonly since: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ personId: string }>(accessSince, [schoolId, since]);
  return new Set(rows.map(({ personId }) => personId));
}

/** Logins that begin with one of the given words: what a new login may collide with. */
export async function loginsLike(tx: UnfencedTx, beginnings: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.rows<{ login: string }>(loginsBeginning, [beginnings]);
  return rows.map(({ login }) => login);
}

/** A password to be printed and typed once: ten characters none of which is taken for another. */
export function oneTimePassword(): string {
  return [...randomBytes(10)].map((byte) => passwordLetters.charAt(byte % 32)).join('');
}

/** Crockford's base32 in small letters: without i, l, o, u. */
const passwordLetters = '0123456789abcdefghjkmnpqrstvwxyz';

// Persons of a school who have an account; unique index (school_id, person_id).
const personsOfSchool = statement(
  'identity.personsWithAccount',
  'select person_id as "personId" from directory.account_person where school_id = $1',
);

// Accounts and slips of a school from a moment on; unique index (school_id, person_id), slips of a school are few.
const accessSince = statement(
  'identity.accessGivenSince',
  `select p.person_id as "personId" from directory.account_person p
   where p.school_id = $1::int and p.created_at >= $2::timestamptz
   union
   select l.person_id from directory.access_slip l where l.school_id = $1::int and l.issued_at >= $2::timestamptz`,
);

// Logins by the part before the number of namesakes; reads the logins once.
const loginsBeginning = statement(
  'identity.loginsLike',
  `select login from directory.account where regexp_replace(login, '\\d+$', '') = any ($1::text[])`,
);
