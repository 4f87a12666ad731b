import { noSchool, recordAct } from '#platform/audit/record-act.ts';
import { statement, type UnfencedTx } from '#platform/db/tx.ts';
import { uuidv7 } from '#platform/ids.ts';
import { endSessionsOf } from '../sessions/commands.ts';
import { normaliseLogin } from '../sign-in/rules.ts';

/** Who does it: an account and its session, or null for the command line. */
export type By = { readonly accountId: string; readonly sessionId: string } | null;

export type NewAccount = {
  readonly login: string;
  /** From `hashPassword`; null = cannot sign in with a password yet. */
  readonly passwordHash: string | null;
  /** A person belongs to one account. */
  readonly persons: readonly { readonly schoolId: number; readonly personId: string }[];
};

/** Creates an account with its persons; its id. A login that is taken raises the unique violation 23505. */
export async function createAccount(tx: UnfencedTx, account: NewAccount, by: By): Promise<string> {
  const id = uuidv7();
  await tx.run(insertAccount, [id, normaliseLogin(account.login), account.passwordHash]);
  await tx.run(insertPersons, [
    id,
    account.persons.map(({ schoolId }) => schoolId),
    account.persons.map(({ personId }) => personId),
  ]);
  await record(tx, by, {
    action: 'identity.createAccount',
    subject: { accountId: id, persons: account.persons },
  });
  return id;
}

/** Gives an account a new password; all its sessions end within a second. */
export async function replacePassword(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly passwordHash: string; readonly now: Date },
  by: By,
): Promise<void> {
  await tx.run(updateHash, [at.accountId, at.passwordHash]);
  await endSessionsOf(tx, at.accountId, at.now);
  await record(tx, by, { action: 'identity.replacePassword', subject: { accountId: at.accountId } });
}

/**
 * Gives an account, by its login, a password that opens nothing but the choice of an own one; all its sessions end. From the
 * command line, for whoever no school may help: an account of two schools without e-mail. A second factor stays.
 */
export async function givePassword(
  tx: UnfencedTx,
  { login, passwordHash, now }: { readonly login: string; readonly passwordHash: string; readonly now: Date },
): Promise<'unknown' | 'done'> {
  const [given] = await tx.rows<{ id: string }>(giveHash, [normaliseLogin(login), passwordHash]);
  if (!given) return 'unknown';
  await endSessionsOf(tx, given.id, now);
  await record(tx, null, { action: 'identity.givePassword', subject: { accountId: given.id } });
  return 'done';
}

/** Closes an account: it signs in no more, and its sessions end within a second. */
export async function disableAccount(
  tx: UnfencedTx,
  at: { readonly accountId: string; readonly now: Date },
  by: By,
): Promise<void> {
  await tx.run(disable, [at.accountId, at.now]);
  await endSessionsOf(tx, at.accountId, at.now);
  await record(tx, by, { action: 'identity.disableAccount', subject: { accountId: at.accountId } });
}

function record(
  tx: UnfencedTx,
  by: By,
  act: { readonly action: string; readonly subject: Readonly<Record<string, unknown>> },
): Promise<void> {
  return recordAct(tx, {
    schoolId: noSchool,
    accountId: by?.accountId ?? null,
    personId: null,
    sessionId: by?.sessionId ?? null,
    ...act,
  });
}

// A new account.
const insertAccount = statement(
  'identity.createAccount',
  'insert into directory.account (id, login, password_hash) values ($1, $2, $3)',
);

// The persons of an account; a person that has one already raises.
const insertPersons = statement(
  'identity.joinPersons',
  `insert into directory.account_person (account_id, school_id, person_id)
   select $1, * from unnest($2::int[], $3::uuid[])`,
);

// Another password; primary key.
const updateHash = statement(
  'identity.replacePassword',
  'update directory.account set password_hash = $2, must_change_password = false where id = $1',
);

// A password to be changed at once, for an account that is open; the unique index on login.
const giveHash = statement(
  'identity.givePassword',
  `update directory.account set password_hash = $2, must_change_password = true
   where login = $1 and disabled_at is null returning id`,
);

// Closes an account; primary key.
const disable = statement(
  'identity.disableAccount',
  'update directory.account set disabled_at = $2 where id = $1 and disabled_at is null',
);
